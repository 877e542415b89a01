"""Headlines of other stories below a story, told from lists of names and things of its own."""

from collections.abc import Sequence, Set

from facts.furniture.line import HEADLINE_WORDS, Line
from facts.later import later

_LINKS = 3
_LONG_TITLE = 120
_SHORT_WORD = 4
_SHARED = 0.25
"""The part of the words of other stories' headlines that a story has as well, at the most."""
_LISTED = later(r"[0-9].*[0-9]|^[^a-zA-Z]*[0-9]|,.*,")
_LISTS = later(
    r".*(?:[:-]|\b(?:following|include[sd]?|including|namely|as follows|below|identified|named"
    r"|these|suspects are|items|recovered|are)\b.{0,40})\Z"
)
"""The end of a sentence that a list of names or things follows."""


def are_links(run: Sequence[Line], story: Sequence[Line], closed: bool) -> bool:
    """Whether lines are headlines of other stories rather than a list of names or things.

    Such a list has numbers or commas in it, or words that the story has as well. Where nothing
    known stands below the lines, they must be more, and the story above them printed with care.
    """
    if (
        len(run) < _LINKS
        or not (closed or _is_open_end(run, story))
        or _LISTS.match(story[-1].text[-80:])
    ):
        return False
    listed = sum(_LISTED.search(line.text) is not None for line in run)
    titles = sum(len(line.words) > HEADLINE_WORDS for line in run)
    return listed * 2 <= len(run) < titles * 2 and is_foreign(run, words_of(story))


def words_of(story: Sequence[Line]) -> set[str]:
    """The words of a story."""
    return {word for line in story for word in line.words}


def is_foreign(run: Sequence[Line], told: Set[str]) -> bool:
    """Whether lines have few of a story's words: the story is another one."""
    words = [word for line in run for word in line.words if len(word) > _SHORT_WORD]
    return sum(word in told for word in words) <= len(words) * _SHARED


def _is_open_end(run: Sequence[Line], story: Sequence[Line]) -> bool:
    told = [line for line in story if line.tells]
    begun = told[0].start if told else 0
    careful = all(line.is_sentence or line.reason for line in story if line.start > begun)
    kinds = sum(":" in line.text or "(" in line.text for line in run)
    short = all(len(line.text) <= _LONG_TITLE for line in run)
    return len(run) > _LINKS <= len(told) and careful and short and kinds * 3 <= len(run)
