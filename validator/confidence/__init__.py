"""How likely a finding is right, and how severe that makes it.

It may import `rule`, whose hits it looks at, `case` and what lies below.  It imports no rule, for what was measured is
kept by their codes; that brings hits and confidence together is for the engine.
"""
