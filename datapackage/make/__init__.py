"""Article files to a package: the sources, the rows of each article, the tables in order, and the files beside them.

It may import `format` and `disk`, and what judges articles; what is made is proved by others, so it imports neither
`prove` nor anything that reads packages.
"""
