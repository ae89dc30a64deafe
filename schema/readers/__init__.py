"""The readers of files: bytes to a text, a text to articles, each part with its exact place in the file.

`recognise` says which reader knows a file, and `read_file` has that one give its articles one by one.  Readers so
far: `article` (a file of one article, `duizhao.schema.parse`), `issue-html` (a page that holds a whole newspaper
issue in two panes) and `issue-md` (the English of such an issue, whose original `page_of` finds in its page where
that is at hand). For an issue, in `issues`, `blocks` are found in the file, `halves` puts them together to articles,
`counterparts` says by their `likeness` which articles of the two halves belong together, and `written` makes articles
of them.

What is particular about a newspaper (`duizhao.schema.publication`) is handed in: its marks of pages and sections and
the names of its files are read by `duizhao.schema.marks`, its dates by `headings`, and the class of its panes is
asked for.

It may import the tree of an article and its parser, and knows neither where files come from nor what is checked in
them.
"""
