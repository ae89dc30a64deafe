"""Two expressions by themselves: whether they say the same, and if not quite, in what they differ.

Values come first, in every reading of both sides and across units; then what qualifies them: unit, relation,
approximator.  Nothing here looks at a text: what the words around an expression say is for `agreeing` and `said_of`.
May import the weights and the model of pairing, and the quantities.
"""
