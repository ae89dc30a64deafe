"""Places where releases lie: one `Store` for folders of this machine and for whatever fsspec has an address for.

A place knows paths and bytes and nothing of what they mean: it imports nothing of `duizhao.datapackage`, and a server's
errors end here.
"""
