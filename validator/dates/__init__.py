"""The dates of an article: how its pairs differ, and what the words around a date make of it."""
