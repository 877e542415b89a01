"""Rules that name other rules: a name that stands for none is a mistake, not a rule that waits."""

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Final

from facts.nearest import nearest
from facts.rules.errors import RuleError
from facts.rules.kinds import IncidentType, Noun, Role, Rule, Trigger, words

if TYPE_CHECKING:
    from facts.rules.book import RuleBook

NAMED: Final[Mapping[type[Rule], Mapping[str, type[Rule]]]] = {
    Role: {"triggers": Trigger, "nouns": Noun, "bare": Noun},
    IncidentType: {"follows": IncidentType},
}
"""The keys of a kind of rule that hold ids of other rules, and of which kind."""

NATIONALITY = "nationality"
"""Stands among nouns for every adjective and demonym: "ten Vietnamese"."""


def demand_named(book: "RuleBook", tables: Set[str]) -> None:
    """Raise RuleError where a rule in one of an analyst's files names one that there is not.

    `tables` are the names of the tables the files write in.
    """
    for rules, keys in NAMED.items():
        for rule in book.table(rules).values() if rules.table in tables else ():
            if book.origin(rule) in book.files:
                for key, kind in keys.items():
                    _demand(book, rule, key, kind)


def _demand(book: "RuleBook", rule: Rule, key: str, kind: type[Rule]) -> None:
    known = {*book.table(kind), NATIONALITY}
    for name in words(getattr(rule, key)):
        if name not in known:
            problem = f"no {kind.table} is called {name!r}{nearest(name, sorted(known))}"
            raise RuleError(book.origin(rule), book.line(rule, key), problem)
