"""What is said of two figures that agree: one module is one thing that a translation may say otherwise.

The value is right, and a reader is misled all the same.  `look` asks all the questions, one after the other.  May
import the values, and what pairing knows of the words next to a pair; nothing of how pairs were chosen.
"""
