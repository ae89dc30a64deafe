"""How Chinese characters are read and written: pinyin, and the forms of either script; no article is known here.

It may import `lazy`, by which large tables wait until they are asked for, and nothing else: so whatever looks at
Chinese may ask it.
"""
