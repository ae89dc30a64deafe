"""What can be wrong with an article: rules, the analyses they share, findings, waivers, the runner.

It may import the schema and core, and knows neither packages nor commands, which are made from what is found here.  Its
own rooms stand in an order, in which each imports from below only (pyproject.toml, `[tool.importlinter]`).
"""
