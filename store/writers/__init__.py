"""Formats out: each module writes a case in one."""
