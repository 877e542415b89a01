"""Named operations: "Operation Neptune II", the codename ORATIX, and the name used alone later."""

import re
from collections.abc import Iterator

from facts.cue import Cue
from facts.model import Mention, Operation
from facts.names.operations.called import CALLED, called
from facts.names.operations.name import is_known, name_end
from facts.names.page import Page
from facts.names.phrases import Phrases
from facts.spans import Cover

__all__ = ["find"]

_PREFIXED = Cue(
    r"O(?<!\w.)(?:(?:peration|PERATION)s?|ps?\.?|peraci[oó]n|p[eé]ration|pera[cç][aã]o|perazione"
    r"|perasi) (?=[A-Z0-9])",
    "operation operations op ops operaci operacion ration opera operac operacao operazione operasi",
)
_SMALL = Cue(
    rf"o(?<!\w.)perations? (?:{CALLED})?(?=[A-Z][\w-]{{2}})",
    "operation operations",
)
_CUES = ("pera", "OPERATION", "code", "Op ", "Ops ", "Op. ", "Project ", "dubbed")
"""Without one of these an article names no operation."""


def find(page: Page) -> list[Mention]:
    """The named operations of an article, also where the name stands without "Operation"."""
    if not any(cue in page.shadow for cue in _CUES):
        return []
    found = [*called(page), *_prefixed(page), *_small(page)]
    names = _names(found)
    found = [_whole(page, mention, names) for mention in found]
    found.extend(_again(page, names))
    return sorted(_apart(page, found), key=lambda mention: mention.start)


def _prefixed(page: Page) -> Iterator[Mention]:
    for match in page.told(_PREFIXED):
        first, _ = page.numbers(match.end(), match.end())
        last = name_end(page, first)
        if last is None or _is_of_a_body(page, match, first):
            continue
        value = Operation(page.span(first, last))
        yield Mention(match.start(), page.words[last].end, value, "operation.prefixed")
        if match[0].lower().endswith("ations "):
            yield from _listed(page, last)


def _is_of_a_body(page: Page, match: re.Match[str], first: int) -> bool:
    """Whether "Operations" belongs to the name of a body: "General Operations Force"."""
    plural = match[0].lower().endswith("ations ") and page.words[first].text in page.heads.types
    return plural and first > 1 and page.before(first - 1)[:1].isupper()


def _listed(page: Page, last: int) -> Iterator[Mention]:
    """The names that go on a list: "Operations Alpha, Bravo and Charlie"."""
    found: list[Mention] = []
    closed, at = False, last
    while not closed and at + 2 < len(page.words):
        gap = page.shadow[page.words[at].end : page.words[at + 1].start]
        closed = page.words[at + 1].text == "and"
        first = at + 1 + closed
        end = name_end(page, first) if closed or gap == ", " else None
        if end is None or not page.words[first].upper:
            break
        found.append(
            page.mention(first, end, Operation(page.span(first, end)), "operation.prefixed")
        )
        at = end
    yield from found if closed else ()


def _small(page: Page) -> Iterator[Mention]:
    """ "operation GOLETA NEGRA", "operation Venetic": the word in small letters."""
    for match in page.told(_SMALL):
        first, _ = page.numbers(match.end(), match.end())
        last = _capitals_end(page, first) if page.words[first].caps else name_end(page, first)
        if last is None or page.after(last) in page.signs.said:
            continue
        if last > first or not is_known(page, first):
            bare = match.end() - match.start() == len("operation ")
            start = match.start() if bare else match.end()
            value = Operation(page.span(first, last))
            yield Mention(start, page.words[last].end, value, "operation.small")


def _capitals_end(page: Page, first: int) -> int:
    last = first
    while last + 1 < len(page.words) and page.words[last + 1].joined:
        if not (page.words[last + 1].caps or page.words[last + 1].text.isdigit()):
            break
        last += 1
    return last


def _names(found: list[Mention]) -> Phrases[Operation]:
    """The names that were found, the longest first."""
    values = [mention.value for mention in found if isinstance(mention.value, Operation)]
    values.sort(key=lambda value: -len(value.name))
    return Phrases((value.name, value) for value in values)


def _whole(page: Page, mention: Mention, names: Phrases[Operation]) -> Mention:
    """A name that a headline cuts short, whole where the article has it whole elsewhere."""
    first, last = page.numbers(mention.start, mention.end)
    if mention.rule != "operation.prefixed" or not page.words[last].titled:
        return mention
    hit = names.at(page.words, first + 1, page.shadow)
    if hit is None or hit[0] <= last:
        return mention
    return Mention(mention.start, page.words[hit[0]].end, hit[1], mention.rule)


def _again(page: Page, names: Phrases[Operation]) -> Iterator[Mention]:
    """Names of operations used alone."""
    for index in page.openings(names):
        hit = names.at(page.words, index, page.shadow)
        if hit and page.span(index, hit[0]) == hit[1].name and _is_alone(page, index, hit[0]):
            yield page.mention(index, hit[0], hit[1], "operation.again")


def _is_alone(page: Page, first: int, last: int) -> bool:
    """Whether a name stands for the operation: one word may be a town, a person or a noun too."""
    word = page.words[first]
    if last > first or (word.caps and len(word.text) > 3):
        return True
    if len(word.text) < 4 or word.titled or word.text.lower() in page.small:
        return False
    if page.after(first)[:1].isupper() or page.before(first)[:1].isupper():
        return False
    return not page.gazetteer.has(word.text, big=True) and not page.lexicon.names.get(word.text)


def _apart(page: Page, found: list[Mention]) -> list[Mention]:
    """The mentions without those that overlap an earlier one of the list."""
    cover = Cover(len(page.shadow))
    kept: list[Mention] = []
    for mention in found:
        if not cover.touches(mention.start, mention.end):
            cover.take(mention.start, mention.end)
            kept.append(mention)
    return kept
