"""Each module is one form of a package, has the form's name, and offers `export(dataset, folder) -> [path, …]`.

The first line of a module's docstring is what `duizhao export --help` says of it.  A form is found by being there;
`duizhao.datapackage.exports.export` writes them, so that none imports it.
"""
