"""Whether two expressions agree where they stand: their values, and the words that change what a figure means.

`agree` is the question; the other modules are what it asks of the text: bounds, approximators and units that stand
further off, bases that were exceeded, money of another country.  May import the values, and what pairing knows of the
words next to a pair; nothing of how pairs are chosen.
"""
