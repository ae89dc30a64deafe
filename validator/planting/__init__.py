"""Slips planted in copies of articles, to see which of them would be found."""
