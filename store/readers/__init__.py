"""Formats in: each module reads one into new articles."""
