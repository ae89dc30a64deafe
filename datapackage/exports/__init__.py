"""A package in other forms: for other tools and for catalogues, and what several of these forms need.

It reads packages that were proved and never makes one: it may import `reading`, `prove`, `format` and `disk`.
"""
