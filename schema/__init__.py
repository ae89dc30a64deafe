"""What an article is: its parse tree, its record and their JSON Schema, and the ways to read and write it.

It may import core and nothing else: what an article is does not hang on what may be wrong with it, and whoever only
reads articles needs no more.
"""
