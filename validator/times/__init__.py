"""Points in time as both languages write them, and whether they are the same; no article is known here."""
