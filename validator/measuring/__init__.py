"""How good the rules are: against gold files, and in the eyes of people who judge a sample.

It runs the rules like any other caller, so it lies above `running`, and nothing of a check imports it.
"""
