"""The proof that a package is what its descriptor says, down to every cell, key and reference.

It may import `format` and `disk`, and knows nothing of how packages are made: a proof that shared that code would
share its errors.
"""
