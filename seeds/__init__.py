"""The sample case: five articles, data only."""
