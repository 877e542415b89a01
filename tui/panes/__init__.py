"""The panes of the desk: they are given values and show them; they know no case."""
