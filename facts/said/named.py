"""Names in an analyst's words: places, peoples, organisations, operations, persons."""

import re
from collections.abc import Mapping
from typing import Final

from facts import extract
from facts.rules.naming import Country
from facts.said.saying import RIGHT, Saying, UnclearError
from facts.values import Acronym, Nationality, Operation, Organisation, Person, Place

_ACRONYM: Final = re.compile(r"(?P<short>[^=()]+?) = (?P<long>.+)|(?P<name>.+?) \((?P<in>[^()]+)\)")


def place(saying: Saying) -> Place | None:
    """A place, with its country where that is named or known."""
    like, words = saying.liked(Place), saying.words
    name, _, last = words.rpartition(", ")
    code = _country(saying, last) if name else None
    if name and code is None and len(last) == 2:
        raise UnclearError(f"there is no country {last}; a place is written as {RIGHT['place']}")
    name = name if code else words
    within = _names(saying)[code][0] if code else ""
    found = saying.first(Place, (f"in {name}, {within}." if code else f"in {name}.",))
    if found and found.name.casefold() == name.casefold() and code in (None, found.country):
        return found
    kept = like.country if like and not code else code
    return Place(name, like.type if like else "place", kept)


def nationality(saying: Saying) -> Nationality | None:
    """A people or its country."""
    code = _country(saying, saying.words)
    if code:
        return Nationality(code)
    found = saying.first(Nationality, (saying.words, f"a {saying.words} man"))
    like = saying.liked(Nationality)
    return found or (like if like and like.region == saying.words else None)


def organisation(saying: Saying) -> Organisation:
    """An organisation, with its short form where that is known."""
    words, like = saying.words, saying.liked(Organisation)
    found = extract(words, rules=saying.rules).mentions
    whole = [
        m.value
        for m in found
        if isinstance(m.value, Organisation) and (m.start, m.end) == (0, len(words))
    ]
    if whole:
        return whole[0]
    parts = _ACRONYM.fullmatch(words)
    kind = like.type if like else None
    if parts and parts["name"]:
        return Organisation(parts["name"], parts["in"], kind)
    return Organisation(words, None, kind)


def acronym(saying: Saying) -> Acronym | None:
    """A short form and its long form."""
    parts = _ACRONYM.fullmatch(saying.words)
    if parts is None:
        return None
    return Acronym(parts["short"] or parts["in"], parts["long"] or parts["name"])


def operation(saying: Saying) -> Operation:
    """An operation, with or without the word."""
    return Operation(re.sub(r"^operation\s+", "", saying.words, flags=re.IGNORECASE))


def person(saying: Saying) -> Person:
    """A person, with the role after a comma."""
    like = saying.liked(Person)
    name, _, role = saying.words.partition(", ")
    return Person(name, role or None, like.organisation if like else None)


def _names(saying: Saying) -> Mapping[str, list[str]]:
    table = saying.rules.table(Country)
    return {code: [name.strip() for name in some.names.split(",")] for code, some in table.items()}


def _country(saying: Saying, words: str) -> str | None:
    for code, names in _names(saying).items():
        if words.upper() == code and len(words) == 2:
            return code
        if words.casefold() in (name.casefold() for name in names):
            return code
    return None
