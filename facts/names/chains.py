"""Chains of capitalised words in which a head word makes the name of an organisation."""

from collections.abc import Iterator
from typing import NamedTuple

from facts.folding import fold
from facts.later import later
from facts.names.gazetteer import towns
from facts.names.heads import Heads
from facts.names.page import Page

_ORDINAL = later(r"\d+(?:st|nd|rd|th)")
_LONGEST = 16
"""Words of a name at most."""


class Chain(NamedTuple):
    """The words of an organisation's name, from one number to another, and its type."""

    first: int
    last: int
    type: str


def chained(page: Page, known: Heads) -> Iterator[Chain]:
    """The organisations that a head word makes, in order."""
    past = -1
    for index in page.capitals:
        last = _run_end(page, known, index) if index > past else None
        if last is None:
            continue
        chain = _in_run(page, known, index, last)
        if chain and not page.gazetteer.named.get(page.span(chain.first, chain.last)):
            start = _from_number(page, _before_and(page, known, chain.first), chain)
            chain = chain._replace(first=start, last=_to_number(page, chain.last))
            yield chain
        past = max(last, chain.last if chain else last)


def _before_and(page: Page, known: Heads, first: int) -> int:
    """The start of "the Immigration and Naturalization Service", found by its last words."""
    if page.before(first) != "and" or not page.words[first - 1].joined:
        return first
    start = first - 2
    for index in (first - 2, first - 3):
        if not _may_belong(page, known, index) or page.words[index].caps or page.words[index].owns:
            return first
        text, is_twin = page.words[index].text, page.before(index).lower() == "the"
        is_twin = is_twin and text in known.twins  # "the Customs and Excise Division"
        if text in known.types and not is_twin:
            return first
        if page.gazetteer.has(page.span(index, first - 2), big=False):
            return first
        if page.demonyms.get(page.words[index].text):
            return first
        start = index
        is_owned = page.before(index) and page.words[index - 1].owns
        if page.before(index).lower() == "the" or page.words[index].opens or is_owned:
            return start
    return first


def _from_number(page: Page, first: int, chain: Chain) -> int:
    """The start of "19th Infantry Division": the number of a unit belongs to its name."""
    if page.words[chain.last].text not in page.heads.numbered:
        return first
    return first - 1 if _ORDINAL.fullmatch(page.before(first)) else first


def _to_number(page: Page, last: int) -> int:
    """The end of "Infantry Battalion No. 14"."""
    is_unit = page.words[last].text in page.heads.numbered and page.after(last) == "No"
    has_number = is_unit and last + 2 < len(page.words) and page.words[last + 2].text.isdigit()
    return last + 2 if has_number else last


def _may_belong(page: Page, known: Heads, index: int) -> bool:
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled:
        return False
    return word.text not in known.outside or _is_syllable(page, index)


def _is_syllable(page: Page, index: int) -> bool:
    """Whether an article stands within a name and is none: "Nghe An Police"."""
    inside = page.before(index)[:1].isupper() and page.after(index)[:1].isupper()
    return inside and page.words[index].text == "An"


def _run_end(page: Page, known: Heads, first: int) -> int | None:
    """The last of the capitalised words that follow each other from one on."""
    if not _may_belong(page, known, first):
        return None
    last = first
    while last + 1 < len(page.words) and last - first < _LONGEST:
        if page.words[last].owns and known.breaks_at(page.words[last].text):
            break
        if not page.words[last + 1].joined or not _may_belong(page, known, last + 1):
            break
        last += 1
    return last


def _in_run(page: Page, known: Heads, first: int, last: int) -> Chain | None:
    """The organisation that a run of capitalised words holds or opens."""
    if known.types.keys().isdisjoint([word.text for word in page.words[first : last + 1]]):
        return None
    first = _past_ranks(page, known, first, last)
    head = _head(page, known, first, last)
    if head is None:
        return None
    opener = head
    if page.words[head].text == "General" and head > first:
        head -= 1
    kind = known.types.get(page.words[head].text, "agency")
    end = opener
    if page.words[head].text in known.openers and opener == last:
        end = _extended(page, known, opener)
    elif page.words[head].text in known.twins and head == last:
        end = _of_two_matters(page, known, head)
    if end == opener and (first == opener or page.after(end) in ("Station", "Stations")):
        numbered = first == opener and _from_number(page, first, Chain(first, end, kind)) < first
        return Chain(first, end, kind) if numbered else None
    if _is_area(page, first, end) or fold(page.span(first, end)) in known.vague:
        return None
    return Chain(first, end, _type(page, known, first, end, kind))


def _is_area(page: Page, first: int, last: int) -> bool:
    """Whether a run names a part of the land: "Makindye Division", "Wa Autonomous Prefecture"."""
    texts = [word.text for word in page.words[first : last + 1]]
    if "Autonomous" in texts:
        return True
    place = " ".join(texts[:-1])
    return texts[-1] in page.heads.areas and bool(towns(place) or page.gazetteer.named.get(place))


def _of_two_matters(page: Page, known: Heads, head: int) -> int:
    """The end of "General Intelligence and Security Service", from "Intelligence" on."""
    if page.after(head) != "and" or not page.after(head + 1):
        return head
    last = _run_end(page, known, head + 2)
    if last is None or last == head + 2 or page.words[last].text not in page.heads.services:
        return head
    return last


def _type(page: Page, known: Heads, first: int, last: int, kind: str) -> str:
    """The type of the first head that is more than an office: a "Police Department" is no army."""
    for index in range(first, last + 1):
        if known.types.get(page.words[index].text) == "ministry":
            return "ministry"
    is_press = page.words[last].text == "Agency" and page.words[last - 1].text in known.press
    return "media" if is_press else kind


def _past_ranks(page: Page, known: Heads, first: int, last: int) -> int:
    """Past the ranks that open a run: "President", "Deputy Secretary General"."""
    index = first
    if any(page.words[i].owns for i in range(first, last)):
        return first
    while index < last and page.words[index].text in known.ranks:
        if page.words[index + 1].text in known.types:
            break
        index += 1
        if page.words[index].text == "General" and index < last:
            index += 1
    return index


def _head(page: Page, known: Heads, first: int, last: int) -> int | None:
    """The last head word of a run, before the ranks that may follow the name."""
    found = None
    for index in range(first, last + 1):
        word = page.words[index]
        opens_head = index < last and page.words[index + 1].text in known.types
        owned = any(page.words[i].owns for i in range(index + 1, last))
        if index > first and _ends_at(page, known, index) and not (opens_head or owned):
            break
        if (word.text in known.types and (not word.owns or first < index == last)) or (
            word.text == "General"
            and found == index - 1
            and not (index < last and page.words[index + 1].text in known.ranks)
        ):
            found = index
    return found


def _ends_at(page: Page, known: Heads, index: int) -> bool:
    """Whether a rank ends the name before it; the "High Commissioner" is part of one."""
    word = page.words[index]
    return word.text in known.ranks and not word.owns and page.words[index - 1].text != "High"


def _extended(page: Page, known: Heads, head: int) -> int:
    """The end of a name that goes on after its head: "of the Interior", "and Local Government"."""
    end = head
    while end - head < _LONGEST:
        following = _next_segment(page, known, head, end)
        if following is None:
            return end
        end = following
        if page.after(head) in ("of", "for"):
            end = _past_matters(page, known, end)
    return end


def _past_matters(page: Page, known: Heads, end: int) -> int:
    """The end of "Ministry of Housing, Utilities and Urban Communities" from "Housing" on.

    What the list goes on with are matters: no places, bodies or persons; an "and" closes it.
    """
    last = end
    while last + 1 < len(page.words) and last - end < _LONGEST:
        gap = page.shadow[page.words[last].end : page.words[last + 1].start]
        closes = last > end and gap in (" ", ", ") and page.words[last + 1].text == "and"
        first = last + 1 + closes
        if not closes and gap != ", ":
            break
        run = _run_end(page, known, first) if first < len(page.words) else None
        if run is None or not _are_matters(page, known, first, run):
            break
        if closes:
            return run
        last = run
    return end


def _are_matters(page: Page, known: Heads, first: int, last: int) -> bool:
    """Whether capitalised words in a list are what a ministry is for."""
    if last - first > 2 or page.words[last].owns:
        return False
    for index in range(first, last + 1):
        text = page.words[index].text
        if text in known.types or text in known.ranks or page.words[index].caps:
            return False
        if fold(text) in page.signs.given or fold(text) in page.signs.last:
            return False
    name = page.span(first, last)
    return not (page.gazetteer.has(name, big=False) or page.lexicon.names.get(name))


def _next_segment(page: Page, known: Heads, head: int, end: int) -> int | None:
    """The end of the next capitalised words of a name that a joining word leads to."""
    index, joins = end + 1, list[str]()
    while index < len(page.words) and page.words[index].joined and len(joins) < 3:
        text = page.words[index].text
        if page.words[index].upper:
            break
        if text not in known.joiners and text not in ("and", "in"):
            return None
        joins.append(text)
        index += 1
    stops = joins and joins[0] == ("against" if end > head else "and")
    if stops and page.words[end].text not in known.struggles:
        return None
    if not joins or index >= len(page.words) or not page.words[index].joined:
        return None
    if not _may_belong(page, known, index) or page.words[end].owns:
        return None
    if joins == ["of", "the"] and _is_office(page, known, head, index):
        return None
    return _segment_end(page, known, index, joins[0], page.words[end].text)


def _is_office(page: Page, known: Heads, head: int, start: int) -> bool:
    """Whether a body of its own belongs to an office: "Zyx Corps of the Prosecutor's Office"."""
    if not page.before(head)[:1].isupper():
        return False
    run = page.words[start : start + 3]
    return any(word.owns and not known.breaks_at(word.text) for word in run)


def _segment_end(page: Page, known: Heads, start: int, join: str, head: str) -> int | None:
    last = _run_end(page, known, start)
    if last is None:
        return None
    ranks = (i for i in range(start + 1, last + 1) if _ends_at(page, known, i))
    last = next(ranks, last + 1) - 1
    texts = [page.words[index].text for index in range(start, last + 1)]
    is_country = fold(" ".join(texts)) in page.country_names
    if join == "in" and (is_country or towns(" ".join(texts)) or head not in known.abroad):
        return None
    if join == "and" and (is_country or texts[-1] in known.types):
        return None
    if join == "and" and texts[0] in (known.types.keys() | known.ranks):
        return None
    return last
