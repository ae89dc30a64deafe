"""Other forms of a package: each module is one, has the form's name, and offers `export(dataset, folder) -> [path, …]`.

The first line of a module's docstring is what `duizhao export --help` says of it.  Writing them is the business of
`duizhao.datapackage.export`.
"""
