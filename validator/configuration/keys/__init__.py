"""The keys that a user may write, a row each: of the configuration file, of newspapers and terms, of the data set.

It may import what names and bounds its rows repeat: readers and calendars from `schema`, severities and the most jobs
from the validator.  What reads, judges, shows and documents the rows is not imported, so that a new row is told here
alone.
"""
