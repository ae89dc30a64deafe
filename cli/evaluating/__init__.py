"""The three ways of `duizhao evaluate`: against gold files, by slips that are planted, by findings that people judge.

Each makes what its way needs of the arguments, has `measuring` or `planting` do the work, and prints what came of it.
So it may import these, the sheet of a package that people judge, and what commands share; only the command imports it.
"""
