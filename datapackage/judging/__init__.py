"""The sheet of sampled findings that people judge, as CSV and as a workbook.

Its cells are those of a package (`format.cells`), which no spreadsheet runs; of all other rooms it knows nothing.
"""
