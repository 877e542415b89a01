"""The care of a case: is it whole, a backup of it, and what can be saved from a damaged one."""
