"""The grammar of numeric expressions: one module a construct, both languages from the same rows where they agree."""
