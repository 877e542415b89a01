"""From the text of an article to its facts, each with its words in the text."""
