"""Words that exclude each other in translation: spring and autumn, profit and loss, a total and what each gets.

The tables have them in groups.  Where a paragraph of the original says one member of a group that its translation does
not, and the translation another one that the original does not, they were exchanged.  What accuses is named narrowly,
what excuses widely: any 春 excuses "spring".  The paragraphs before and behind excuse as well.

It may import `case` and what lies below.  It knows neither the rules nor the dates that ask it, so it gives pairs of
words, and leaves to them what these are told as.
"""
