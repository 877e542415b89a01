"""Short forms introduced beside their long form: "National Crime Agency (NCA)".

Where the long form starts is for `facts.names.long_forms` to tell.
"""

import re
from collections.abc import Iterator

from facts.cue import Cue
from facts.folding import fold
from facts.later import later
from facts.model import Acronym, Mention
from facts.names.heads import Heads
from facts.names.long_forms import capitals_before, known_start, long_start, spelled_from, spells
from facts.names.page import Page

_TONGUE = r"(?:French|Spanish|Arabic|English|Portuguese|Italian|German|Turkish|local)"
_ABBREVIATED = r"(?:acronym|initials|abbreviation|abbr\.?)s?"
_BRACKET = Cue(
    rf" \((?:(?:(?:known )?(?:by|under) )?(?:its |the |their )?(?:{_TONGUE} )?{_ABBREVIATED}:? )?"
    r"\"?([^\W\d_][\w&./-]{1,14}|[A-Z]{2,8} [A-Z][A-Za-z]{1,8})\"?"
    rf"(?:[,;] [^()\n]{{2,60}}| in {_TONGUE}| (?:by|for|from) [^()\n]{{0,20}}{_ABBREVIATED}"
    rf"(?: in {_TONGUE})?)?\)",
    "(",
)
_REVERSED = Cue(r"\b([A-Z][A-Za-z&-]{1,9}) \(([A-Z][^()\n]{5,90})\)", "(")
_ALSO_KNOWN = Cue(
    r",? (?:also |better |otherwise )?(?:known (?:by|under|as)|called|abbreviated(?: as| to)?|or)"
    r" (?:(?:its|their|the) (?:\w+ ){0,2}(?:acronym|initials|abbreviation|name)s?,? )?(?:as )?"
    r"\"?([A-Z][A-Za-z]*[A-Z][A-Za-z]*|Daesh|Da'esh)\b\"?",
    "known called abbreviated or",
)
_COMMA = later(r", ([A-Z]{3,8})(?=[,.])")
_BY_ACRONYM = later(r"(?:acronym|initials|abbreviation)")
_POSSESSIVE = later(r"['\u2019]s$")


def find(page: Page) -> list[Mention]:
    """Every short form of an article beside its long form."""
    known = page.heads
    found: list[Mention] = []
    for bracket in page.told(_BRACKET):
        start = known_start(page, bracket.start(), bracket[1])
        start = long_start(page, bracket.start(), bracket[1]) if start is None else start
        if start is not None:
            found.append(_mention(page, start, bracket, "acronym.bracket"))
    for bracket in page.told(_REVERSED):
        if bracket[1].isupper() and spells(fold(bracket[2]).split(), bracket[1]):
            value = Acronym(short=bracket[1], long=bracket[2])
            found.append(Mention(bracket.start(), bracket.end(), value, "acronym.reversed"))
    found.extend(_between_commas(page))
    found.extend(_named_otherwise(page, known))
    return found


def _mention(page: Page, start: int, match: re.Match[str], rule: str) -> Mention:
    long = page.article.text[start : match.start()].rstrip(" ,\"'\u201d\u2019")
    long = _POSSESSIVE.sub("", long)
    end = match.end()
    return Mention(start, end, Acronym(short=match[1], long=" ".join(long.split())), rule)


def _between_commas(page: Page) -> Iterator[Mention]:
    """ "the National Drug Law Enforcement Agency, NDLEA, said"."""
    for comma in _COMMA.finditer(page.shadow):
        last = page.numbers(comma.start(), comma.start())[0] - 1
        first = spelled_from(page, last, comma[1]) if last > 0 else None
        if first is not None and last > first:
            yield _mention(page, page.words[first].start, comma, "acronym.comma")


def _named_otherwise(page: Page, known: Heads) -> Iterator[Mention]:
    """ "the Islamic State, also known by its Arabic acronym Daesh"."""
    for match in page.told(_ALSO_KNOWN):
        if not _BY_ACRONYM.search(match[0]) and not match[1].isupper():
            continue
        start = long_start(page, match.start(), match[1])
        if start is None and _BY_ACRONYM.search(match[0]):
            last = page.numbers(match.start(), match.start())[0] - 1
            first = capitals_before(page, last, known)
            start = None if first is None else page.words[first].start
        if start is not None:
            yield _mention(page, start, match, "acronym.also-known")
