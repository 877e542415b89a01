"""Everything an analyst's hands touch: the app and the command line."""
