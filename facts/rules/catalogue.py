"""All kinds of rules together: of numbers and things, and of names."""

from facts.rules.amounts import KINDS as AMOUNTS
from facts.rules.kinds import KINDS as THINGS
from facts.rules.kinds import Rule
from facts.rules.naming import NAMING

KINDS: tuple[type[Rule], ...] = (*THINGS, *NAMING, *AMOUNTS)
"""Every kind of rule, in the order ``casedesk rules list`` prints them."""
