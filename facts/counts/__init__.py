"""Counts: how many people were arrested, migrants stopped, cells dismantled.

A phrase gets its role from the trigger that governs it (rules/roles.toml); a number without a noun
takes noun and role from the number before it ("nine in France"), and a part knows its whole.
"""

from facts.counts.reader import Counter
from facts.counts.roles import role_rules

__all__ = ["Counter", "role_rules"]
