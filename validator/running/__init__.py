"""From files to results: one article (`engine`), one file, many files, a whole run; the processes and the cache.

Each of the four knows those before it and never one after it; processes and cache know none of them.  A run applies
rules and waivers, so it may import these and what lies below, and nothing that measures or prints results.
"""
