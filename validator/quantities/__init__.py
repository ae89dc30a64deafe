"""Quantities: what numeric expressions say, in Chinese and in English.  This room knows texts and nothing else.

It imports nothing of `duizhao` but itself, so that it can be used, and tested, on any text.
"""
