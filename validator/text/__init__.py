"""What rules know about scripts, names and sentences; no rule lives here.

It may import `case` and what lies below, and no `rule`: it says what a text has, and a rule what is wrong with that.
"""
