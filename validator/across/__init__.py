"""Rules that look across files: what an article is recognised by, and what is found between two.

An article's signature is made by the workers of `running`, and sent and kept as bytes, the digest.

It may import `registry`, `rule` and what lies below, for its findings are those of rules like any others; it does not
know how a run reads files, so that engines can compare what they have shared out by themselves.
"""
