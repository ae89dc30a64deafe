"""What rules know about scripts, names and sentences; no rule lives here."""
