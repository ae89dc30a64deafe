"""What is wrong with times beside what a pair of dates says by itself; one module is one thing.

`gather` asks for most of them, the review of an article for the others. May import what the dates share: these are
what is looked at, and how it is told.
"""
