"""Where the long form of a short form starts: "National Crime Agency" of NCA.

The letters of a translated name need not agree (DGST abbreviates the French name), so a long form
is taken whole where its words have capitals and one of them is the head of an organisation; where
none is, its initials must spell the short form (after Schwartz and Hearst 2003).
"""

from facts.folding import fold
from facts.names.heads import Heads
from facts.names.page import Page

_COMPOUND = 12
"""Letters of a word that is a compound at least."""
_PLACES = ("region", "city", "country")
"""Types of the places that open the name of a body."""
_TRANSLATED = 10
"""From so many letters on a name in brackets with one capital is a translation."""
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


def known_start(page: Page, end: int, short: str) -> int | None:
    """Where the longest name starts that the rules know the organisation of a short form by."""
    entries = page.lexicon.acronyms.get(short, ())
    last = page.numbers(end, end)[0] - 1
    if not entries or last < 0 or page.words[last].end + 4 < end:
        return None
    for first in range(max(0, last - _LONGEST), last):
        if page.words[first].upper and page.lexicon.names.get(page.span(first, last)) in entries:
            return page.words[_with_its_place(page, first, ("region",))].start
    return None


def long_start(page: Page, end: int, short: str) -> int | None:
    """Where the long form before a bracket starts; None where there is none."""
    if not _may_be_short(short):
        return None
    last = page.numbers(end, end)[0] - 1
    if last < 0 or page.words[last].end + 4 < end:
        return None
    spelled = spelled_from(page, last, short)
    if spelled is not None:
        return page.words[_with_its_place(page, spelled)].start
    if _is_compound(page.words[last].text, short):
        return page.words[last].start
    known = page.heads
    if not page.words[last].upper:
        return _small_tail_start(page, last, short, known)
    first = _listed_from(page, last, known) or capitals_before(page, last, known)
    if first is None or page.words[last].titled:
        return None
    first = _past_headless(page, _past_and(page, first, last, short, known), last, known)
    if not any(page.words[i].text in known.types for i in range(first, last + 1)):
        return None
    people = page.demonyms.get(page.words[first].text)
    if last > first and people and people.country:
        first += fold(page.words[first].text)[0] not in fold(short)
    return page.words[first].start


def _with_its_place(page: Page, first: int, types: tuple[str, ...] = _PLACES) -> int:
    """The start of "Punjab Counter Terrorism Department (CTD)": its place has no letter in it."""
    for start in (first - 2, first - 1):
        if start < 0 or page.words[start].titled or page.words[first - 1].owns:
            continue
        place = page.span(start, first - 1) if page.words[first].joined else ""
        named = None if place.isupper() else page.gazetteer.named.get(place)
        before = page.before(start)
        is_inside = before[:1].isupper() and before not in page.heads.outside
        if named and named.type in types and not is_inside:
            return start
    return first


def _listed_from(page: Page, last: int, known: Heads) -> int | None:
    """The start of "Ministry of Agriculture, Livestock and Fisheries": a head, then matters."""
    first = capitals_before(page, last, known)
    parts = 0
    while first and any(page.words[i].text == "and" for i in range(first, last)):
        if page.shadow[page.words[first - 1].end : page.words[first].start] != ", ":
            break
        first, parts = capitals_before(page, first - 1, known), parts + 1
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
            first = capitals_before(page, index, known)
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
    return capitals >= 2 or (4 < len(short) < _TRANSLATED and short[0].isupper())


def spelled_from(page: Page, last: int, short: str) -> int | None:
    """The nearest word from which the initials spell the short form."""
    parts: list[str] = []
    loose = None
    for index in range(last, max(-1, last - _LONGEST), -1):
        word = page.words[index]
        parts[:0] = fold(word.text).split()
        how = spells(parts, short)
        if how == "exactly":
            return index
        loose = index if how and loose is None else loose
        gap = page.shadow[page.words[index - 1].end : word.start] if index else "."
        if gap not in _INSIDE or word.opens:
            break
    return loose


def spells(parts: list[str], short: str) -> str:
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


def capitals_before(page: Page, last: int, known: Heads) -> int | None:
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
