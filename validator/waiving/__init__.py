"""Findings that are accepted, and the files that say so: waivers by hand, and the baseline.

It marks results as they pass, so it may import `report`, and `registry` for the rules in force; it does not know how a
run makes results.
"""
