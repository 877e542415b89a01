"""The first screen: shown before the app is loaded, and handed over to it.

Loading Textual takes most of a start. What is on the first screen needs none of it, so nothing
here imports more than the standard library does at once.
"""
