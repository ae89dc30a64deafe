"""One module is one command, with `add_arguments(parser)` and `run(arguments) -> int`.

A command may import any room, and does so in `run` where that would slow the start of another.  No command imports
another one: what two of them need lies beside this room.
"""
