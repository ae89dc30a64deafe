"""What a figure counts: things of another sort, kinds in place of pieces, and words that English takes literally.

`other` compares by the groups of `things.tsv` (`table`), `traps` knows the words of `traps.json`, `kinds` classifiers.
May import what the rooms of pairing share, and of `said_of` the classifiers of pieces (`measured`): there they are no
measures, here no kinds.
"""
