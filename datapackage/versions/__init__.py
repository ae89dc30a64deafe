"""The history of a data set: what changed, which version that makes, and releases made, published and fetched.

The uppermost room: a release is built, proved and described for catalogues, so it may import all the others.
"""
