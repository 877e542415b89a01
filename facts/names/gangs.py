"""Organisations by the common noun beside their name.

"Kavač clan", "the gang La Línea", "a gang known as 400 Mawozo", "the NGO APRAMP", and such a name
again where it stands alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from facts.later import later
from facts.model import Mention, Organisation
from facts.names.groups import explained
from facts.names.page import Page
from facts.names.phrases import Phrases

_LONGEST = 3
_CALLED = later(
    r"(?: group| organi[sz]ation| network)?(?:,? (?:(?:also|better|locally|commonly|popularly) )?"
    r"(?:known (?:locally )?(?:as|by the name(?: of)?)|referred to as|called|named|dubbed|nicknamed"
    r"|styled|(?:which |that )?(?:call(?:s|ing|ed)|styl(?:es|ing|ed)) (?:itself|themselves)))?"
    r" (?:the )?(?P<quote>[\"'])?(?=[A-Z0-9])"
)
_QUOTED = later(r"[A-Z0-9][^\"\n]{1,39}")
_SHORT = later(r"[A-Z][A-Z-]{2,11}")


def find(page: Page) -> Iterator[Mention]:
    """The organisations of an article that no other rule knows, by the noun beside their name."""
    nouns = page.those(page.heads.nouns)
    found = [*_beside(page, nouns), *_called(page, nouns), *_led(page, nouns), *_explained(page)]
    yield from found
    yield from _again(page, found)


def _beside(page: Page, nouns: Sequence[int]) -> Iterator[Mention]:
    """The noun after a name belongs to it."""
    for index in nouns:
        word = page.words[index]
        kind = page.heads.gangs.get(word.text)
        if word.titled:
            continue
        if kind is None:
            yield from _before_noun(page, index)
            continue
        first = _name_before(page, index)
        if first is not None:
            is_numbered = page.words[first].text.isdigit()  # "the 400 Zyx gang"
            yield _gang(page, first, index - is_numbered, kind)
            continue
        last = _name_after(page, index)
        if last is not None:
            yield _gang(page, index + 1, last, kind)


def _before_noun(page: Page, noun: int) -> Iterator[Mention]:
    """A name before a noun that is no part of it: "the Zyx Lanka flight"."""
    kind = page.heads.bearers.get(page.words[noun].text)
    first = _name_before(page, noun) if kind else None
    if kind and first is not None and page.words[first].text not in page.heads.matters:
        yield _gang(page, first, noun - 1, kind)
    elif (kind := _by_names(page, noun)) and page.is_free(noun - 1, noun - 1):
        yield _gang(page, noun - 1, noun - 1, kind)
    elif kind := page.heads.called.get(page.words[noun].text):
        first = _name_before(page, noun)
        if first is not None and _is_leader(page, first, noun - 1):
            yield _gang(page, first, noun - 1, kind)


def _is_leader(page: Page, first: int, last: int) -> bool:
    """Whether a group is called after a person: "the Abdul Zyx group"."""
    is_name = first < last and page.words[first].key in page.signs.given
    return is_name and page.before(first) == "the"


def _by_names(page: Page, noun: int) -> str | None:
    """What a group is that names with hyphens stand before: "the Zyx-Quux group"."""
    parts = page.before(noun).split("-")
    if len(parts) == 1 or not all(part.istitle() for part in parts):
        return None
    is_place = any(page.gazetteer.has(part, big=False) for part in parts)
    return None if is_place else page.heads.called.get(page.words[noun].text)


def _gang(page: Page, first: int, last: int, kind: str, rule: str = "gang") -> Mention:
    page.take(first, last)
    value = Organisation(" ".join(page.span(first, last).split()), None, kind)
    return page.mention(first, last, value, f"organisation.{rule}")


def _name_before(page: Page, noun: int) -> int | None:
    """The first of the capitalised words right before a noun; a people or a town names no gang."""
    first = noun
    while first > 0 and noun - first < _LONGEST and _may_belong(page, first - 1):
        if not page.words[first].joined or page.words[first - 1].owns:
            break
        first -= 1
    first -= _opens_sentence(page, first, noun)
    while first < noun and _is_people(page, first):
        first += 1
    if first == noun or not page.words[noun].joined:
        return None
    if page.before(first).isdigit() and page.before(first - 1) in ("the", "The"):
        return first - (page.after(noun) not in page.heads.acts)  # no "15 Zyx gang members"
    is_town = page.gazetteer.has(page.span(first, noun - 1), big=False)
    return None if is_town and page.words[noun].text != "cartel" else first


def _opens_sentence(page: Page, first: int, noun: int) -> bool:
    """Whether the word before, the first of its sentence, is of the name too: it is elsewhere."""
    if not first or first == noun or not page.words[first].joined:
        return False
    word = page.words[first - 1]
    is_name = word.opens and not page.taken[first - 1] and word.text not in page.heads.outside
    return is_name and page.derive(_pairs)[word.text, page.words[first].text] > 1


def _pairs(page: Page) -> Counter[tuple[str, str]]:
    """How often each word with a capital stands before each other word."""
    return Counter((page.words[index].text, page.after(index)) for index in page.capitals)


def _name_after(page: Page, noun: int) -> int | None:
    last = start = noun + (page.after(noun).isdigit() and page.after(noun + 1)[:1].isupper())
    while last + 1 < len(page.words) and last - noun < _LONGEST and _may_belong(page, last + 1):
        if not page.words[last + 1].joined or page.words[last].owns:
            break
        last += 1
    if last == start or _is_people(page, noun + 1):
        return None
    title = page.signs.titles.at(page.words, noun + 1, page.shadow)
    return None if title or page.before(noun).lower() in ("of", "and") else last


def _called(page: Page, nouns: Sequence[int]) -> Iterator[Mention]:
    """What a group is said to be called: "the gang known as 400 Mawozo"."""
    for index in nouns:
        word = page.words[index]
        kind = page.heads.called.get(word.text)
        first = _quoted_before(page, index) if kind else None
        if kind and first is not None and page.is_free(first, index - 1):
            yield _gang(page, first, index - 1, kind, "called")
            continue
        match = _CALLED.match(page.shadow, word.end) if kind else None
        if not (kind and match) or word.titled:
            continue
        is_said = match[0].count(" ") > 1 or match["quote"]
        first, _ = page.numbers(match.end(), match.end())
        last = _called_end(page, first, match["quote"]) if is_said else None
        if last is not None and page.is_free(first, last):
            yield _gang(page, first, last, kind, "called")


def _quoted_before(page: Page, noun: int) -> int | None:
    """The first word of a name in quotes right before a noun: "the 'Los Choneros' gang"."""
    end = page.words[noun].start - 2
    quote = page.shadow[end : end + 1]
    if noun == 0 or quote not in ("'", '"') or page.words[noun - 1].end != end:
        return None
    start = page.shadow.rfind(quote, max(0, end - 40), end) + 1
    if start == 0 or not _QUOTED.fullmatch(page.shadow, start, end):
        return None
    first, _ = page.numbers(start, end)
    return first if page.words[first].start == start and noun - first <= 4 else None


def _called_end(page: Page, first: int, quote: str | None) -> int | None:
    """The last word of a name that a quote closes, or of its capitals and digits."""
    if quote:
        close = page.shadow.find(quote, page.words[first].start)
        name = page.shadow[page.words[first].start : max(close, 0)].rstrip(" ,.")
        if not _QUOTED.fullmatch(name) or len(name.split()) > 4:
            return None
        return page.numbers(page.words[first].start, page.words[first].start + len(name))[1]
    last = first
    while last + 1 < len(page.words) and page.words[last + 1].joined and last - first < 4:
        if not (_may_belong(page, last + 1) or page.words[last + 1].text.isdigit()):
            break
        last += 1
    digits_alone = last == first and page.words[first].text.isdigit()
    return None if digits_alone or page.words[first].text in page.heads.outside else last


def _led(page: Page, nouns: Sequence[int]) -> Iterator[Mention]:
    """What a noun right before it says to be a charity, a company, a newspaper."""
    for index in nouns:
        word = page.words[index]
        kind = page.heads.leading_short.get(word.text)
        if kind is None or word.titled or not page.after(index)[:1].isupper():
            continue
        last = index + 1
        if not _SHORT.fullmatch(page.words[last].text):
            end = _name_after(page, index) if word.text in page.heads.leading else None
            last = end if end is not None else index
        if last == index or not page.is_free(index + 1, last) or page.words[last].titled:
            continue
        if page.words[last].text not in page.heads.no_bodies:
            yield _gang(page, index + 1, last, kind, "led")


def _explained(page: Page) -> Iterator[Mention]:
    """What is explained to be one."""
    for group in explained(page):
        if page.is_free(group.first, group.last):
            yield _gang(page, group.first, group.last, group.type, "explained")


def _again(page: Page, found: list[Mention]) -> Iterator[Mention]:
    """Names that were found, where they stand alone."""
    names: Phrases[Mention] = Phrases()
    for mention in found:
        names.add(" ".join(page.shadow[mention.start : mention.end].split()), mention)
    for index in page.starting(names):
        hit = names.at(page.words, index, page.shadow)
        if hit is None or not page.is_free(index, hit[0]) or not _is_written(page, index, hit):
            continue
        page.take(index, hit[0])
        yield page.mention(index, hit[0], hit[1].value, "organisation.gang")


def _is_written(page: Page, first: int, hit: tuple[int, Mention]) -> bool:
    """Whether words are a name as it was found, and no common word."""
    last, mention = hit
    printed = page.shadow[mention.start : mention.end]
    if page.span(first, last) != printed or page.words[first].titled:
        return False
    return last > first or page.words[first].text.lower() not in page.small


def _may_belong(page: Page, index: int) -> bool:
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled or word.opens:
        return False
    heads = page.heads
    return not (word.text in heads.outside or word.text in heads.ranks or word.text in heads.types)


def _is_people(page: Page, index: int) -> bool:
    return any(page.demonyms.get(part) for part in page.words[index].text.split("-"))
