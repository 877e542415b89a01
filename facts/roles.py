"""What the role of a count is called where the number stands before it: people arrested, 1 city."""

import re
from collections.abc import Iterable
from typing import Final

_OF_PEOPLE: Final = frozenset("charged convicted wanted killed injured kidnapped".split())
"""Roles that say what was done, and not of whom."""
_ENDS: Final = (
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss)es$"), ""),
    (re.compile(r"(?<=[^s])s$"), ""),
)
"""How plurals end, and what is there in the singular."""


def role_words(role: str, is_one: bool) -> str:
    """A role in words: "people arrested", "victims rescued"; for one "victim rescued"."""
    people = "person" if is_one else "people"
    if role == "arrests":
        return f"{people} arrested"
    if role in _OF_PEOPLE:
        return f"{people} {role}"
    words = role.split("_")
    return " ".join(_singular(words) if is_one else words)


def role_in(words: str, roles: Iterable[str]) -> str:
    """The role that words are the name of, in its own form or for one or many; "" if none is."""
    known = sorted(roles)
    called = {role_words(role, is_one): role for is_one in (True, False) for role in known}
    called |= {role.replace("_", " "): role for role in known}
    return called.get(words.casefold().replace("_", " "), "")


def _singular(words: list[str]) -> list[str]:
    """The words with the first plural among them in the singular: "database search"."""
    for at, word in enumerate(words):
        for end, one in _ENDS:
            if end.search(word):
                return [*words[:at], end.sub(one, word), *words[at + 1 :]]
    return words
