"""What rules know about characters, names and sentences; no rule lives here."""
