"""Formats out: each module writes articles and what was made of them in one."""
