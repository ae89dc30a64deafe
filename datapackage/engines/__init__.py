"""The work on articles as engines want it: files in, batches of Arrow out, with no package and no folder in between.

It lays articles out as `make` does and types cells as `reading` does, so it may import both; nothing imports it.
"""
