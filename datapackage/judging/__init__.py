"""The sheet of sampled findings that people judge, as CSV and as a workbook.

It may import the cells of a package (`format.cells`), which no spreadsheet runs, and what is sampled of the
validator; of the other rooms of a package it knows nothing.
"""
