"""One module is one command, with `add_arguments(parser)` and `run(arguments) -> int`."""
