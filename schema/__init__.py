"""What an article is: its parse tree, its record and their JSON Schema, and the ways to read and write it."""
