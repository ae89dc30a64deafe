"""From files to results: one article (`engine`), one file, many files, a whole run; the processes and the cache.

Each of the four knows those before it and never one after it; processes and cache know none of them.  Above the rules
and the waivers, which a run applies; below what measures or prints results.
"""
