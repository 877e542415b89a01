"""Links in notes: `[[12]]` is an article, `[[#3: its title]]` an incident, and the third is a fact.

A fact is named by its article and the words of its key, `[[12:seizure cannabis resin 1992 kg]]`: it
can be read as it stands, and leads back as long as the value stays, also after a run of the rules.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

LinkKind: TypeAlias = Literal["article", "fact", "incident"]

OPENED: Final = "[["
_LINK: Final = re.compile(
    r"\[\[(?:#(?P<incident>\d{1,12})|(?P<article>\d{1,12}))(?::(?P<words>[^\[\]\n]*))?\]\]"
)


class Link(NamedTuple):
    """A link as it stands in a note."""

    start: int
    end: int
    kind: LinkKind
    number: int
    """Of the incident, or of the article that the fact is of."""
    words: str = ""
    """Of a fact, the words of its key; of an incident, what it was called."""

    @property
    def target(self) -> str:
        """What it leads to: "12:", "12:count arrests 21", "#3"."""
        return f"#{self.number}" if self.kind == "incident" else f"{self.number}:{self.words}"


def links(text: str) -> Iterator[Link]:
    """The links of a note, in order."""
    for found in _LINK.finditer(text):
        words = " ".join((found["words"] or "").split())
        if found["incident"]:
            yield Link(*found.span(), "incident", int(found["incident"]), words)
        else:
            yield Link(*found.span(), "fact" if words else "article", int(found["article"]), words)


def at(text: str, place: int) -> Link | None:
    """The link that a place in a note is on, or behind."""
    return next((link for link in links(text) if link.start <= place <= link.end), None)


def key_words(key: str) -> str:
    """The key of a fact as words: "seizure:cannabis resin:1992:kg:" without its colons."""
    return " ".join(key.replace(":", " ").split())


def to_fact(article: int, key: str) -> str:
    """A link to a fact."""
    return f"[[{article}:{key_words(key)}]]"


def to_incident(number: int, title: str) -> str:
    """A link to an incident, with its title for who reads it."""
    title = " ".join(re.sub(r"[\[\]]", " ", title).split())
    return f"[[#{number}: {title}]]" if title else f"[[#{number}]]"
