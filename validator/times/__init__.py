"""Points in time as both languages write them, and whether they are the same; no article is known here.

It may import the quantities, which give a date its parts, and the schema's dates; `pairing` and the rules ask it.
"""
