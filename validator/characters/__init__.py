"""How Chinese characters are read and written: pinyin, and the forms of either script; no article is known here."""
