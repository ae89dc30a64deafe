"""Results of files that have not changed.

A result is kept under a hash of all it depends on: the file's path and bytes, the settings in force, and the source of
this package (`keys`).  Beside it may lie what a room above makes of the article, under a key of its own.  The store is
an SQLite file, which several processes can read and write at once (`database`); each entry carries a checksum, and
whatever cannot be read is checked anew (`sealed`, `rows`).  Nothing here ever fails a run.

A hook runs without a cache, so nothing of this is imported at start.
"""
