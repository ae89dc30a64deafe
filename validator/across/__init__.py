"""Rules that look across files: what an article is recognised by, and what is found between two.

`report` carries a signature with each result, and the workers of `running` make it: so this room lies below both.
"""
