"""The screens: the desk, the help, the palette of commands."""
