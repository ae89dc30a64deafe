"""What output formats are made of: counts and closing lines, excerpts, addresses, an article as HTML.

A part may import results, findings and rules as a format may, and no format.  The parser is asked by `html_article`
alone, for where the original begins in a text that was checked.
"""
