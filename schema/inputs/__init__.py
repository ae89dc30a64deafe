"""Folders, archives and bundles as streams of article files.

A stream has names and bytes.  So it may import the readers, to ask whether bytes look like an article, what a newspaper
calls its files (`publication`, `dates`), and core; never the parser or the tree, for what an article says is of no
interest here.
"""
