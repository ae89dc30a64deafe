"""What a package holds, given back: rows as cells and as values, the article files, and `duizhao.load`.

It may import `prove`, by which a package is proved before it is read, and what lies below; not `make`.
"""
