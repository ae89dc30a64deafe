"""What is published: tables, the data package, the proof of it, and its versions.

From the ground up: `disk` and `places`; `format`; `make`, `prove` and `judging`, which do not know each other;
`reading`; `exports`; `versions`, and `engines` beside it.  Each may import from below only (pyproject.toml,
`[tool.importlinter]`).
"""
