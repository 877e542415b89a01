"""The organisations of the rule book, by name and by acronym."""

from collections.abc import Iterator

from facts.folding import fold
from facts.model import Acronym, Mention, Organisation
from facts.names.page import Page
from facts.rules.kinds import words as listed
from facts.rules.naming import Agency


def find(page: Page, pairs: list[Acronym]) -> Iterator[Mention]:
    """Organisations of the rule book; an acronym of another country's is left unexplained."""
    book = page.lexicon
    firsts = book.names.firsts
    own = {pair.short for pair in pairs}
    for index in page.capitals:
        word = page.words[index]
        may = word.key in firsts or word.text in book.acronyms or "-" in word.text
        if not may or page.taken[index]:
            continue
        if "-" in word.text and (part := _prefixed(page, index)):
            yield part
            continue
        entry = book.by_acronym(word.text, page.about)
        if entry and word.text not in own and not (word.titled and shouted(page, index)):
            last = _past_slash(page, index, entry)
            page.take(index, last)
            value = value_of(page, entry, word.text, page.span(index, last))
            yield page.mention(index, last, value, "organisation.acronym")
            continue
        hit = book.names.at(page.words, index, page.shadow)
        if hit and (_is_of_another(page, index, hit[1]) or _is_part(page, *hit)):
            continue
        if hit and page.is_free(index, hit[0]) and _is_named(page, index, hit[0], hit[1]):
            last = _past_slash(page, hit[0], hit[1])
            page.take(index, last)
            value = value_of(page, hit[1], page.span(index, hit[0]), page.span(index, last))
            yield page.mention(index, last, value, "organisation.name")


def _past_slash(page: Page, last: int, entry: Agency) -> int:
    """The end of a name with another of the same organisation: "Daesh/ISIS" is one."""
    following = last + 1
    if following >= len(page.words) or not page.is_free(following, following):
        return last
    if page.shadow[page.words[last].end : page.words[following].start].strip() != "/":
        return last
    text = page.words[following].text
    same = page.lexicon.by_acronym(text, page.about) or page.lexicon.names.get(text)
    return following if same is entry else last


def _prefixed(page: Page, index: int) -> Mention | None:
    """A known acronym behind a hyphen: "Neo-JMB" is a group of its own, "pro-ISIS" is not."""
    word = page.words[index]
    prefix, _, rest = word.text.partition("-")
    entry = page.lexicon.by_acronym(rest, page.about)
    if entry is None or word.text in page.lexicon.acronyms:
        return None
    page.take(index, index)
    if prefix[0].isupper() and prefix.lower() not in page.heads.sides:
        value = Organisation(word.text, word.text, entry.type)
        return page.mention(index, index, value, "organisation.acronym")
    start = word.start + len(prefix) + 1
    return Mention(start, word.end, value_of(page, entry, rest), "organisation.acronym")


def _is_of_another(page: Page, index: int, entry: Agency) -> bool:
    """Whether the words before a known name make it another country's: "Dutch National"."""
    if not page.before(index) or entry.type not in ("agency", "military", "ministry"):
        return False
    word = page.words[index - 1]
    if word.text in page.heads.levels:
        return True
    if word.owns:
        place = page.gazetteer.named.get(word.text)
        return bool(place and place.country and place.country != entry.country)
    before = page.demonyms.get(word.text)
    return bool(before and before.country and before.country != entry.country)


def _is_part(page: Page, last: int, entry: Agency) -> bool:
    """Whether a known name only opens a longer one: "National Police Unit"."""
    if entry.type not in ("agency", "military"):
        return False
    following = page.after(last)
    return following in page.heads.parts or (
        following in page.heads.types and not page.words[last + 1].caps
    )


def _is_named(page: Page, first: int, last: int, entry: Agency) -> bool:
    """Whether known words are the name as it is written, and not a common noun."""
    printed = page.span(first, last)
    if last == first:
        return any(printed == name for name in listed(entry.names)) or (
            page.words[first].caps and not page.words[first].titled
        )
    capitals = sum(page.words[i].upper for i in range(first, last + 1))
    return capitals >= 2 or printed in listed(entry.names)


def shouted(page: Page, index: int) -> bool:
    """Whether a neighbour is all in capitals too: then capitals make no acronym."""
    around = page.words[max(0, index - 1) : index] + page.words[index + 1 : index + 2]
    return any(word.caps and len(word.text) > 3 for word in around)


def value_of(page: Page, entry: Agency, printed: str, whole: str = "") -> Organisation:
    """What a known organisation is called; `whole` where another of its names goes with it."""
    names, acronyms = listed(entry.names), listed(entry.acronym)
    foreign = entry.country and page.countries and not page.countries[entry.country]
    if foreign and entry.type != "media":
        return Organisation(printed, printed if printed in acronyms else None, entry.type)
    known = printed in acronyms or fold(printed) == fold(names[0])
    aliases = (*(() if known else (printed,)), *((whole,) if whole not in ("", printed) else ()))
    return Organisation(names[0], acronyms[0] if acronyms else None, entry.type, aliases)
