"""Gangs and armed groups by the words that explain them: "the Pink Zyx, a band of robbers"."""

from collections.abc import Iterator

from msgspec import Struct

from facts.cue import Cue
from facts.names.page import Page
from facts.names.places.patterns import run_start

_EXPLAINED = Cue(
    r", (?:an?|the|one of the) (?:[a-z][\w'-]* ){0,4}?"
    r"(?:(?P<gang>gang|cartel|militia|clan|mafia|syndicate)"
    r"|(?:armed|terrorist|terror|jihadist|rebel|crime|criminal|militant|insurgent|extremist"
    r"|guerrilla|paramilitary|vigilante|trafficking|smuggling) "
    r"(?P<group>group|organi[sz]ation|network|ring))"
    r"(?=[,.;)]| (?:that|which|from|based|active|known|operating|in|of|behind|responsible|linked"
    r"|with|whose|allied|affiliated|led|run|made|formed|fighting)\b)",
    "gang cartel militia clan mafia syndicate group organisation organization network ring",
)


class Group(Struct, frozen=True):
    """The words of a group's name, from one number to another, and its type."""

    first: int
    last: int
    type: str


def explained(page: Page) -> Iterator[Group]:
    """The names before ", a gang of" and the like."""
    for match in page.told(_EXPLAINED):
        last = page.numbers(match.start(), match.start())[0] - 1
        first = run_start(page, last) if last >= 0 else None
        if first is not None and _may_be_group(page, first, last):
            yield Group(first, last, page.heads.called[match["gang"] or match["group"]])


def _may_be_group(page: Page, first: int, last: int) -> bool:
    """Whether unknown capitalised words are neither a place, a people nor a person."""
    name = page.span(first, last)
    if page.gazetteer.has(name, big=False) or page.demonyms.get(name):
        return False
    if page.words[first].key in page.signs.given:
        return False
    return all(page.words[i].text not in page.heads.ranks for i in range(first, last + 1))
