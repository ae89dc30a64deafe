"""What the files of a package look like, a module for each: cells, tables, descriptor, README, checksums.

Whoever makes a package and whoever proves one read the same module, so that the two cannot drift apart; hence this room
imports none of them, and from `duizhao.validator` only what a descriptor tells of files left out, and how deep a
document is.
"""
