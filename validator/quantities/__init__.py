"""Quantities: what numeric expressions say, in Chinese and in English, and whether both say the same.

`zh` and `en` each read one language in one pass into `model.Quantity`; `align` pairs the two sides; `compare`
judges a pair.  Units and words that only look like numbers are data (`*.json`), each with its reason.
"""
