"""The grammar of numeric expressions: one module a construct, both languages from the same rows where they agree.

A construct may import the lexicon, the numerals, and the records of tokens and quantities.  It imports no lexer: a text
is cut without knowing the grammar, and `read` brings both together.
"""
