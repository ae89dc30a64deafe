"""The command line: commands and output formats, and nothing that another program could want.

It may import every other room, and none of these imports it: whatever a program could want belongs into one of them.
"""
