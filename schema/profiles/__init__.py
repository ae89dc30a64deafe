"""The profiles of newspapers: what is particular about each, told in a file that a configuration may name.

Nothing is imported here: `duizhao.validator.configuration.profiles` reads the files, by the rules of a configuration.
"""
