"""From files to results: one article (`engine`), one file, many files, a whole run; the processes and the cache.

A module knows those named before it, never one after it.  Above the rules and the waivers, which a run applies; below
what measures or prints results.
"""
