"""The dates of an article: how its pairs differ, and what the words around a date make of it.

It may import `rule`, for the hits that it makes, `text`, `exclusive`, `case` and what lies below.  It imports no rule:
several ask it, each of them for its own part.
"""
