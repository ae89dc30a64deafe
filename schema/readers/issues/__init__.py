"""The articles of a whole issue: blocks of a file, put together to halves, paired, and written as articles.

It may import the tree of an article, its record and the marks, dates and numerals beside these; the readers of single
formats, which find the blocks and hand them over, import this room.
"""
