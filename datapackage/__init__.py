"""What is published: tables, the data package, the proof of it, and its versions."""
