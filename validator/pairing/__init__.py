"""Pairing: which expressions of the two languages stand for one another, and what is wrong with a pair.

From the ground up: `values` compares two expressions by themselves, `agreeing` where they stand, and `said_of` asks
what is said of two that agree; `choice` pairs those of two texts, `exchanged` finds two that changed places.  `link`
does all of it for an article.  What the rooms share lies beside them: `model`, `weights`, and the words next to a pair.

It may import `quantities`, `times`, `characters` and `align`, and the tree of an article; neither rules nor findings,
for what is to be said of a pair is decided by whoever asks.
"""
