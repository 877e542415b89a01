"""Lines by which a site speaks to its reader: do this, look there, you and we."""

from collections.abc import Iterator, Sequence

from facts.furniture.line import Line
from facts.furniture.tables import Tables
from facts.later import later

_LONGEST = 600
_TO_READER = "speaks to its reader"
_OF_ITSELF = "speaks of itself"
_ENOUGH = 4
"""The weight from which a line is a call; a call that stands among the story needs all of it."""

_BEFORE = later(r"(?:[-*>•·#\[(]+ ?)?(?:please[, ]+|simply |just |and |don't forget to |to )?")
_LEADS = ("please", "simply", "just ", "and ", "don't", "to ")
_READER = frozenset("you your you're you've you'll yours yourself".split())
_HOUSE = frozenset("we us our we're we've we'll ours".split())
_TOLD = later(
    r"\b(?:said|says|told|according to|announced|reported|reportedly|arrest\w*|seiz\w*|killed"
    r"|charged|sentenced|jailed|suspects?|court|police|witness(?:es)?|anonymous(?:ly)?|hotline|crimestoppers"
    r"|crimes?|drugs?|cocaine|heroin|cannabis|weapons?|(?:any|have|with) (?:more )?information"
    r"|information (?:about|on|leading|regarding|relating)|(?:call|dial|ring) [0-9]|0[0-9]{3,})\b"
)
"""What stories tell, and what the police ask of their readers."""


_NO_NOUNS = frozenset("register enter become login".split()) | {"log in", "sign up"}
"""Calls that open no sentence of a story: "Support for the gang ..." does."""
_PAST = later(r"\b(?:was|were|had)\b")


def hide_calls(tables: Tables, lines: Sequence[Line]) -> None:
    """Hide the lines that ask their reader for something, from the ends of a page inwards.

    One that has no story on one side of it needs to say less of itself.
    """
    story = False
    for line in reversed(lines):
        _hide_call(tables, line, apart=not story)
        story = story or line.tells
    for line in lines:
        if line.tells:
            break
        _hide_call(tables, line, apart=True)


def _hide_call(tables: Tables, line: Line, apart: bool) -> None:
    if len(line.text) > _LONGEST or line.reason or '"' in line.text:
        return
    at = _begin(line.lower)
    opening = tables.calls.find(line.lower, at, whole=True)
    if not opening and not _is_between_us(line.lower):
        return
    weights = dict(_signs(tables, line, opening, apart))
    weight = sum(weights.values())
    if weight < _ENOUGH or _TOLD.search(line.lower):
        return
    between_us = weights.keys() & {_TO_READER, _OF_ITSELF}
    noun = opening not in _NO_NOUNS and weight == _ENOUGH
    doubtful = line.text.endswith(".") and (noun or _PAST.search(line.lower))
    if between_us or not doubtful:
        line.hide(tables.calls.reasons.get(opening, "share_widget"), *weights)


def _begin(lower: str) -> int:
    """Where it begins behind a bullet or a word of politeness."""
    if lower[0].isalpha() and not lower.startswith(_LEADS):
        return 0
    begin = _BEFORE.match(lower)
    return begin.end() if begin else 0


def _is_between_us(lower: str) -> bool:
    """Whether it may speak both of its reader and of itself: a cheap first look."""
    return "you" in lower and ("we" in lower or "our" in lower or "us" in lower)


def _signs(tables: Tables, line: Line, opening: str, apart: bool) -> Iterator[tuple[str, int]]:
    words = set(line.words)
    if opening:
        yield f'asks its reader: "{opening}"', 2
    said = words.difference(opening.split())
    if things := sorted(said & tables.things) + sorted(filter(_is_site, said)):
        yield f"names what a site has: {', '.join(things[:3])}", min(len(things), 2)
    if words & _READER:
        yield _TO_READER, 1
    if words & _HOUSE:
        yield _OF_ITSELF, 1
    if apart:
        yield "stands apart from the story", 1


def _is_site(word: str) -> bool:
    """ "zyx.com": an address on the web."""
    if word.startswith(("http", "www.")):
        return True
    return "." in word and word.rpartition(".")[2] in ("com", "org", "net", "news", "tv", "co")
