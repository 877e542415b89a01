"""What finds articles: the query language, the index of words, the rows of the list."""
