"""What the disk is asked to do: folders that appear whole or not at all, and sorting more than memory holds.

It knows no packages and imports nothing of `duizhao.datapackage`, so that all other rooms may stand on it.
"""
