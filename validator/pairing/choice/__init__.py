"""Which expression of the original goes with which of the translation, chosen together with their readings.

`pair` is the way through: what agrees and what each pair costs (`candidates`, `prices`), the cheapest joined
(`joining`), what differs in another's place (`differing`, `unlike`), and what has no counterpart (`left_over`).  May
import `agreeing`, `said_of` and `values`, which know nothing of it.
"""
