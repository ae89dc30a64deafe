"""Chinese text to clusters of tokens.  `lexer.py` finds where one begins and how far it goes; each other module knows one
kind of token, or what several of them look at: the characters, the tables, the stretch of text.

It may import the lexicon, the numerals and the records of tokens, and nothing of English or of the grammar: what tokens
say together is not asked here.
"""
