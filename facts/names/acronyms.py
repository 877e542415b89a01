"""Short forms introduced beside their long form: "National Crime Agency (NCA)".

The letters of a translated name need not agree (DGST abbreviates the French name), so a long form
is taken whole where its words have capitals and one of them is the head of an organisation; where
none is, its initials must spell the short form (after Schwartz and Hearst 2003).
"""

import re
from collections.abc import Iterator

from facts.cue import Cue
from facts.folding import fold
from facts.later import later
from facts.model import Acronym, Mention
from facts.names.heads import Heads
from facts.names.page import Page

_TONGUE = r"(?:French|Spanish|Arabic|English|Portuguese|Italian|German|Turkish|local)"
_ABBREVIATED = r"(?:acronym|initials|abbreviation)s?"
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
_COMPOUND = 12
"""Letters of a word that is a compound at least."""
_LONGEST = 14
"""Words of a long form at most."""
_INSIDE = frozenset((" ", "\n", "'s ", ", ", "' ", "-", " & ", "/", ". "))
"""What may lie between two words of a long form."""
_NO_TAIL = frozenset(
    "that which who said says was were is are has have had been by with from after before where"
    " while when under".split()
)
"""Words that are in no long form."""
_SMALL = frozenset("of the and for on in to against de la du des s a by with from".split())


def find(page: Page) -> list[Mention]:
    """Every short form of an article beside its long form."""
    known = page.heads
    found: list[Mention] = []
    for bracket in _BRACKET.all(page.shadow, page.printed):
        start = _known_start(page, bracket.start(), bracket[1])
        start = _long_start(page, bracket.start(), bracket[1]) if start is None else start
        if start is not None:
            found.append(_mention(page, start, bracket, "acronym.bracket"))
    for bracket in _REVERSED.all(page.shadow, page.printed):
        if bracket[1].isupper() and _spells(fold(bracket[2]).split(), bracket[1]):
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
        first = _spelled_from(page, last, comma[1]) if last > 0 else None
        if first is not None and last > first:
            yield _mention(page, page.words[first].start, comma, "acronym.comma")


def _named_otherwise(page: Page, known: Heads) -> Iterator[Mention]:
    """ "the Islamic State, also known by its Arabic acronym Daesh"."""
    for match in _ALSO_KNOWN.all(page.shadow, page.printed):
        if not _BY_ACRONYM.search(match[0]) and not match[1].isupper():
            continue
        start = _long_start(page, match.start(), match[1])
        if start is None and _BY_ACRONYM.search(match[0]):
            last = page.numbers(match.start(), match.start())[0] - 1
            first = _capitals_before(page, last, known)
            start = None if first is None else page.words[first].start
        if start is not None:
            yield _mention(page, start, match, "acronym.also-known")


def _known_start(page: Page, end: int, short: str) -> int | None:
    """Where the longest name starts that the rules know the organisation of a short form by."""
    entries = page.lexicon.acronyms.get(short, ())
    last = page.numbers(end, end)[0] - 1
    if not entries or last < 0 or page.words[last].end + 4 < end:
        return None
    for first in range(max(0, last - _LONGEST), last):
        if page.words[first].upper and page.lexicon.names.get(page.span(first, last)) in entries:
            return page.words[first].start
    return None


def _long_start(page: Page, end: int, short: str) -> int | None:
    """Where the long form before a bracket starts; None where there is none."""
    if not _may_be_short(short):
        return None
    last = page.numbers(end, end)[0] - 1
    if last < 0 or page.words[last].end + 4 < end:
        return None
    spelled = _spelled_from(page, last, short)
    if spelled is not None:
        return page.words[spelled].start
    if _is_compound(page.words[last].text, short):
        return page.words[last].start
    known = page.heads
    if not page.words[last].upper:
        return _small_tail_start(page, last, short, known)
    first = _listed_from(page, last, known) or _capitals_before(page, last, known)
    if first is None or page.words[last].titled:
        return None
    first = _past_headless(page, _past_and(page, first, last, short, known), last, known)
    if not any(page.words[i].text in known.types for i in range(first, last + 1)):
        return None
    people = page.demonyms.get(page.words[first].text)
    if last > first and people and people.country:
        first += fold(page.words[first].text)[0] not in fold(short)
    return page.words[first].start


def _listed_from(page: Page, last: int, known: Heads) -> int | None:
    """The start of "Ministry of Agriculture, Livestock and Fisheries": a head, then matters."""
    first = _capitals_before(page, last, known)
    parts = 0
    while first and any(page.words[i].text == "and" for i in range(first, last)):
        if page.shadow[page.words[first - 1].end : page.words[first].start] != ", ":
            break
        first, parts = _capitals_before(page, first - 1, known), parts + 1
    if not first or not parts:
        return None
    for index in range(first, last):
        if page.words[index].text in known.openers and page.after(index) in ("of", "for"):
            return first
    return None


def _is_compound(word: str, short: str) -> bool:
    """Whether a short form takes its letters from one long word: Zollkriminalamt (ZKA)."""
    if len(word) < _COMPOUND or not short.isupper() or fold(word[0]) != fold(short[0]):
        return False
    letters = iter(fold(word))
    return all(letter in letters for letter in fold(short))


def _small_tail_start(page: Page, last: int, short: str, known: Heads) -> int | None:
    """Where "Bureau of judicial investigations (BCIJ)" starts: at a head with "of" after it."""
    if not short.isupper():
        return None
    for index in range(last - 1, max(-1, last - _LONGEST), -1):
        word, following = page.words[index], page.words[index + 1]
        if not following.joined or word.owns or word.text in _NO_TAIL:
            return None
        if word.text in known.openers and following.text in ("of", "for", "against", "to"):
            first = _capitals_before(page, index, known)
            return None if first is None else page.words[first].start
    return None


def _past_and(page: Page, first: int, last: int, short: str, known: Heads) -> int:
    """Past "and" where a name of its own follows: "Europol and the Judicial Police (PJ)"."""
    letters = sorted(c for c in fold(short) if c.isalpha())
    for index in range(last - 1, first, -1):
        if page.words[index].text != "and":
            continue
        begin = index + 1 + (page.words[index + 1].text == "the")
        parts = [fold(word.text) for word in page.words[begin : last + 1]]
        initials = [part[0] for part in parts if part not in _SMALL]
        if letters in (sorted(initials), sorted(initials[1:])):
            return begin
        if page.words[begin].text in known.openers and page.after(begin) in ("of", "for"):
            return begin
        apart = begin > index + 1 or page.words[index - 1].caps
        headed = _has_head(page, first, index, known)
        if apart and (not headed or _weight(page, begin, last) == len(letters)):
            return begin
    return _past_of(page, first, last, len(letters), known)


def _past_of(page: Page, first: int, last: int, letters: int, known: Heads) -> int:
    """Past the part of a body, where the short form has a letter for each word of the body.

    "Narcotics Department of the General Directorate of Security (EGM)".
    """
    if _weight(page, first, last) <= letters:
        return first
    for index in range(first + 1, last):
        if page.words[index].text == "of" and page.words[index + 1].text == "the":
            body = index + 2
            if _weight(page, body, last) == letters and _has_head(page, body, last + 1, known):
                return body
    return first


def _weight(page: Page, first: int, last: int) -> int:
    """How many letters the words from one to another would have in a short form."""
    return sum(page.words[index].text not in _SMALL for index in range(first, last + 1))


def _has_head(page: Page, first: int, stop: int, known: Heads) -> bool:
    return any(page.words[index].text in known.types for index in range(first, stop))


def _past_headless(page: Page, first: int, last: int, known: Heads) -> int:
    """Past a beginning without a head: "Units of the" in "Units of the People's National Army"."""
    index = first
    while index < last and page.words[index].upper:
        if page.words[index].text in known.types:
            return first
        index += 1
    if page.words[index].text not in ("of", "for", "in", "from"):
        return first
    while index < last and not page.words[index].upper:
        index += 1
    return index if index < last else first


def _may_be_short(short: str) -> bool:
    capitals = sum(c.isupper() for c in short)
    return capitals >= 2 or (len(short) > 4 and short[0].isupper())


def _spelled_from(page: Page, last: int, short: str) -> int | None:
    """The nearest word from which the initials spell the short form."""
    parts: list[str] = []
    loose = None
    for index in range(last, max(-1, last - _LONGEST), -1):
        word = page.words[index]
        parts[:0] = fold(word.text).split()
        how = _spells(parts, short)
        if how == "exactly":
            return index
        loose = index if how and loose is None else loose
        gap = page.shadow[page.words[index - 1].end : word.start] if index else "."
        if gap not in _INSIDE or word.opens:
            break
    return loose


def _spells(parts: list[str], short: str) -> str:
    """Whether words spell a short form by their initials: exactly, loosely or not ("")."""
    letters = [c for c in fold(short) if c.isalpha()]
    strong = [part[0] for part in parts if part not in _SMALL]
    if len(letters) < 2 or parts[0] in _SMALL or parts[0][0] != letters[0]:
        return ""
    if strong == letters or [part[0] for part in parts] == letters:
        return "exactly"
    if len(letters) < 3 or strong[-1] != letters[-1] or len(strong) > len(letters) + 1:
        return ""
    remaining = iter(part[0] for part in parts)
    return "loosely" if all(letter in remaining for letter in letters) else ""


def _capitals_before(page: Page, last: int, known: Heads) -> int | None:
    """The first word of the capitalised name that ends with a word, "of the" within included."""
    first, index = None, last
    while index >= 0 and last - index < _LONGEST:
        word = page.words[index]
        if word.upper and word.text not in known.outside:
            first = index
        elif word.text not in known.joiners and word.text not in ("and", "in", "to"):
            break
        if not word.joined or word.opens:
            break
        previous = page.words[index - 1]
        if previous.owns and known.breaks_at(previous.text):
            break
        index -= 1
    return first
