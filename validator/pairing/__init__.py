"""Pairing: which expressions of the two languages stand for one another, and what is wrong with a pair."""
