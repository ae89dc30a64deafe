"""Slips planted in copies of articles, to see which of them would be found.

It checks the copies like any other caller, and marks count as in `measuring`: so it may import these, `running` and all
below, and only a command imports it.
"""
