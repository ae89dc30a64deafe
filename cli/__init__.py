"""The command line: commands and output formats, and nothing that another program could want."""
