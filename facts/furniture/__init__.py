"""What a web page leaves around an article: known by its words, by what it does, by where it is."""
