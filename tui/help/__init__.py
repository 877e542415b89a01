"""What keys and commands do, as words: on the help screen, in the terminal, on pages."""
