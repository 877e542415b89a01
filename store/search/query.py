"""Queries as values: they describe themselves, compose with `&`, `|` and `~`, and name no SQL.

`cannabis "tit mellil" -tag:drugs | is:flagged` reads: has the word and the phrase and no drugs
tag; or is flagged. Beside each other means and; `|` binds least; parentheses group.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, TypeAlias

from msgspec import Struct


class Base(Struct, frozen=True):
    """Any part of a query."""

    def describe(self) -> str:
        """The query as one would type it; parsed again it is the same query."""
        return _described(self)  # type: ignore[arg-type]  # every Base is a Query

    def __and__(self, other: "Query") -> "Query":
        return both(self, other)  # type: ignore[arg-type]  # every Base is a Query

    def __or__(self, other: "Query") -> "Query":
        return either(self, other)  # type: ignore[arg-type]

    def __invert__(self) -> "Query":
        return self.part if isinstance(self, Not) else Not(self)  # type: ignore[arg-type]


class All(Base, frozen=True):
    """Every article."""


class Words(Base, frozen=True):
    """Articles whose text, title or note has these folded words beside each other."""

    phrase: str
    column: str = ""
    """"note" to look in notes only."""
    is_prefix: bool = False
    """Whether the last word may go on: `traffick*`."""


class Field(Base, frozen=True):
    """Articles with a value in a field: `tag:drugs`, `place:casablanca`."""

    name: str
    value: str


class Days(Base, frozen=True):
    """Articles published, or reporting incidents, between two days; None leaves an end open."""

    first: str | None
    last: str | None
    words: str
    """The days as they were typed: "2019..2021"."""


class Amount(Base, frozen=True):
    """Articles with a quantity seized or a count that compares so: `seized:cannabis>500kg`."""

    name: str
    """"seized" or "count"."""
    what: str
    """The folded item, or the count's role."""
    sign: str
    """One of ``>  >=  <  <=  =``."""
    n: float
    unit: str = ""
    """"kg", "litre", or "" for a quantity in whatever unit."""


class Not(Base, frozen=True):
    """Articles that do not match."""

    part: "Query"


class And(Base, frozen=True):
    """Articles that match every part."""

    parts: "tuple[Query, ...]"


class Or(Base, frozen=True):
    """Articles that match any part."""

    parts: "tuple[Query, ...]"


Query: TypeAlias = All | Words | Field | Days | Amount | Not | And | Or


def both(*queries: Query) -> Query:
    """Articles that match each of them."""
    parts = [part for part in queries if not isinstance(part, All)]
    return _flat(And, parts, lambda part: part.parts if isinstance(part, And) else (part,))


def either(*queries: Query) -> Query:
    """Articles that match one of them at least."""
    if any(isinstance(query, All) for query in queries):
        return All()
    return _flat(Or, queries, lambda part: part.parts if isinstance(part, Or) else (part,))


def _flat(
    kind: type[And] | type[Or], parts: Iterable[Query], inner: Callable[[Query], tuple[Query, ...]]
) -> Query:
    flat = tuple(dict.fromkeys(piece for part in parts for piece in inner(part)))
    if not flat:
        return All()
    return flat[0] if len(flat) == 1 else kind(flat)


def _described(query: Query) -> str:
    match query:
        case All():
            return ""
        case Words(phrase, column, is_prefix):
            words = f'"{phrase}"' if " " in phrase else phrase
            return f"{column and column + ':'}{words}{'*' if is_prefix else ''}"
        case Field(name, value):
            return f'{name}:"{value}"' if _APART.search(value) else f"{name}:{value}"
        case Days(words=words):
            return f"date:{words}"
        case Amount(name, what, sign, n, unit):
            return f"{name}:{what.replace(' ', '.')}{sign}{_plain(n)}{unit}"
        case Not(part):
            return f"-{_grouped(part, And, Or)}"
        case And(parts):
            return " ".join(_grouped(part, Or) for part in parts)
        case Or(parts):
            return " | ".join(map(_described, parts))


_APART: Final = re.compile(r"[\s|()]")
"""What ends a word, but for inside quotes."""


def _plain(n: float) -> str:
    return f"{Decimal(repr(n)):f}".removesuffix(".0")


def _grouped(part: Query, *kinds: type[And] | type[Or]) -> str:
    return f"({_described(part)})" if isinstance(part, kinds) else _described(part)
