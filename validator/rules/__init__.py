"""One module is one rule, named after its code; being here is being registered.

A rule may import the rooms that look at a case (`dates`, `exclusive`, `text`), `hits`, `rule`, `case` and what lies
below. It imports no other rule, no registry and no run, so that each can be read, tested and switched off by itself.
"""
