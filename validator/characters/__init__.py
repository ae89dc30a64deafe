"""How Chinese characters are read and written: pinyin, and the forms of either script; no article is known here.

It imports nothing of the validator, so that whatever looks at Chinese may ask it.
"""
