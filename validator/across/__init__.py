"""Rules that look across files: what an article is recognised by, and what is found between two.

An article's signature is made by the workers of `running`, and sent and kept as bytes, the digest.
"""
