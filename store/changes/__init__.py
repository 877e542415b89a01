"""Every mutation as a value: the patches of a change, the log of all, undo and redo."""
