"""Autonomous places, named after their peoples: "Menglian Dai, Lahu and Wa Autonomous County"."""

from collections.abc import Iterator

from facts.cue import Cue
from facts.names.page import Page
from facts.names.places.patterns import Pattern

_NAME = Cue(
    r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}(?:(?:, (?:and )?| and )[A-Z][a-z]+){1,3}"
    r" Autonomous (?:County|Prefecture|Region|Banner|District)\b",
    "autonomous",
)


def autonomous(page: Page) -> Iterator[Pattern]:
    """The names of those of several peoples, whole; of one people they are regions like others."""
    for name in page.told(_NAME):
        first, last = page.numbers(*name.span())
        if page.is_free(first, last):
            yield Pattern(first, last, "region", "place.feature")
