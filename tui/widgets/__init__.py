"""The pieces panes are made of."""
