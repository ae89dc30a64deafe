"""Quantities: what numeric expressions say, in Chinese and in English.  This room knows texts and nothing else."""
