"""Rules that name other rules: a name that stands for none is a mistake, not a rule that waits."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from facts.rules.errors import RuleError, nearest
from facts.rules.kinds import Noun, Role, Rule, Trigger, words

if TYPE_CHECKING:
    from facts.rules.book import RuleBook

NAMED: Final[Mapping[str, type[Rule]]] = {"triggers": Trigger, "nouns": Noun, "bare": Noun}
"""The keys of a role that hold ids of other rules, and of which kind."""

NATIONALITY = "nationality"
"""Stands among nouns for every adjective and demonym: "ten Vietnamese"."""


def demand_named(book: "RuleBook") -> None:
    """Raise RuleError where a role in one of an analyst's files names a rule that there is not."""
    for role in book.table(Role).values():
        if book.origin(role) not in book.files:
            continue
        for key, kind in NAMED.items():
            known = {*book.table(kind), NATIONALITY}
            for name in words(getattr(role, key)):
                if name not in known:
                    problem = f"no {kind.table} is called {name!r}: {nearest(name, known)}"
                    raise RuleError(book.origin(role), book.line(role, key), problem)
