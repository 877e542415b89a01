"""Named organisations: those the rules know, those the article introduces, those with a head word.

A head word ("Ministry", "Agency", "Gendarmerie") makes an organisation of the capitalised words
around it: before it ("National Crime Agency"), and after it where "of" or "for" joins them ("Office
of the High Commissioner for Refugees"). A bare "Police" or "the authorities" is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import structs

from facts.folding import fold
from facts.model import Acronym, Mention, Organisation
from facts.names import gangs
from facts.names.chains import chained
from facts.names.page import Page
from facts.names.phrases import Phrases
from facts.rules.kinds import words as listed
from facts.rules.naming import Agency


def find(page: Page, introduced: Iterable[Mention]) -> list[Mention]:
    """The organisations of an article; `introduced` are its acronyms beside their long forms."""
    pairs = [m.value for m in introduced if isinstance(m.value, Acronym)]
    found: list[Mention] = []
    found.extend(_introduced(page, list(introduced)))
    found.extend(_known(page, pairs))
    found.extend(_headed(page))
    found.extend(gangs.find(page))
    found.extend(_unexplained(page))
    found.sort(key=lambda mention: mention.start)
    if not page.countries:
        page.countries.update(_homes(page, found))
    return _with_full_names(page, found)


def _homes(page: Page, found: Iterable[Mention]) -> Iterator[str]:
    """The countries of the known organisations, for an article that names no country."""
    for mention in found:
        entry = page.lexicon.names.get(_name(mention))
        if entry and entry.country:
            yield entry.country


def _introduced(page: Page, pairs: list[Mention]) -> Iterator[Mention]:
    """Long forms beside their short forms, and both wherever they are used alone."""
    names: Phrases[tuple[str, Organisation]] = Phrases()
    for mention in pairs:
        pair = mention.value
        if isinstance(pair, Acronym) and _is_organisation(page, pair):
            value = _introduced_value(page, pair)
            names.add(pair.long, (pair.long, value))
            names.add(pair.short, (pair.short, value))
    for index in page.openings(names):
        hit = names.at(page.words, index, page.shadow)
        if hit and page.is_free(index, hit[0]):
            name, value = hit[1]
            if " ".join(page.span(index, hit[0]).split()) == name:
                page.take(index, hit[0])
                rule = "short" if name == value.acronym else "long"
                yield page.mention(index, hit[0], value, f"organisation.introduced-{rule}")


def _is_organisation(page: Page, pair: Acronym) -> bool:
    book = page.lexicon
    if pair.short in book.acronyms or book.names.get(pair.long):
        return True
    types = page.heads.types
    words = pair.long.replace(",", "").split()
    if len(words) == 1:
        return True
    if not words[0][0].isupper() or _is_office(page, words):
        return False
    return any(word in types for word in words) or _is_body(page, words)


def _is_office(page: Page, words: Sequence[str]) -> bool:
    """Whether a long form is what a person is: "Assistant Superintendent of Police"."""
    ranks, types = page.heads.ranks, page.heads.types
    office = list(takewhile(lambda word: word[0].isupper(), words))
    if office[-1] == "General":
        office.pop()
    headed = any(word in types and word not in ranks for word in office)
    return bool(office) and office[-1] in ranks and not headed


def _is_body(page: Page, words: Sequence[str]) -> bool:
    """Whether a long form without a head names a body: no thing, no place, all in capitals."""
    heads = page.heads
    name = list(takewhile(lambda word: word[0].isupper(), words))
    if name[-1] in heads.things or name[-1] in heads.objects or words[-1] in heads.objects:
        return False
    if page.gazetteer.named.get(" ".join(words)) or any(word.isupper() for word in words):
        return False
    return all(word[0].isupper() or word in heads.joiners or word == "and" for word in words)


def _introduced_value(page: Page, pair: Acronym) -> Organisation:
    book = page.lexicon
    entry = book.names.get(pair.long)
    types = page.heads.types
    kind = next((types[word] for word in pair.long.split() if word in types), None)
    if entry is None:
        same = book.by_acronym(pair.short, page.about)
        return Organisation(pair.long, pair.short, kind or (same.type if same else None))
    full = listed(entry.names)[0]
    aliases = () if fold(full) == fold(pair.long) else (pair.long,)
    return Organisation(full, pair.short, entry.type, aliases)


def _known(page: Page, pairs: list[Acronym]) -> Iterator[Mention]:
    """Organisations of the rule book; an acronym of another country's is left unexplained."""
    book = page.lexicon
    own = {pair.short for pair in pairs}
    for index in page.capitals:
        word = page.words[index]
        if page.taken[index]:
            continue
        if "-" in word.text and (part := _prefixed(page, index)):
            yield part
            continue
        entry = book.by_acronym(word.text, page.about)
        if entry and word.text not in own and not (word.titled and _shouted(page, index)):
            last = _past_slash(page, index, entry)
            page.take(index, last)
            value = _value(page, entry, word.text, page.span(index, last))
            yield page.mention(index, last, value, "organisation.acronym")
            continue
        hit = book.names.at(page.words, index, page.shadow)
        if hit and _is_of_another(page, index, hit[1]):
            continue
        if hit and page.is_free(index, hit[0]) and _is_named(page, index, hit[0], hit[1]):
            last = _past_slash(page, hit[0], hit[1])
            page.take(index, last)
            value = _value(page, hit[1], page.span(index, hit[0]), page.span(index, last))
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
    if prefix[0].isupper() and prefix.lower() not in _SIDES:
        value = Organisation(word.text, word.text, entry.type)
        return page.mention(index, index, value, "organisation.acronym")
    start = word.start + len(prefix) + 1
    return Mention(start, word.end, _value(page, entry, rest), "organisation.acronym")


_SIDES = frozenset("anti pro ex non post pre".split())
"""Prefixes that take a side and make no new name."""


def _is_of_another(page: Page, index: int, entry: Agency) -> bool:
    """Whether the words before a known name make it another country's: "Dutch National"."""
    if not page.before(index) or entry.type not in ("agency", "military", "ministry"):
        return False
    word = page.words[index - 1]
    if word.owns:
        place = page.gazetteer.named.get(word.text)
        return bool(place and place.country and place.country != entry.country)
    before = page.demonyms.get(word.text)
    return bool(before and before.country and before.country != entry.country)


def _is_named(page: Page, first: int, last: int, entry: Agency) -> bool:
    """Whether known words are the name as it is written, and not a common noun."""
    printed = page.span(first, last)
    if last == first:
        return any(printed == name for name in listed(entry.names)) or (
            page.words[first].caps and not page.words[first].titled
        )
    capitals = sum(page.words[i].upper for i in range(first, last + 1))
    return capitals >= 2 or printed in listed(entry.names)


def _shouted(page: Page, index: int) -> bool:
    """Whether a neighbour is all in capitals too: then capitals make no acronym."""
    around = page.words[max(0, index - 1) : index] + page.words[index + 1 : index + 2]
    return any(word.caps and len(word.text) > 3 for word in around)


def _value(page: Page, entry: Agency, printed: str, whole: str = "") -> Organisation:
    """What a known organisation is called; `whole` where another of its names goes with it."""
    names, acronyms = listed(entry.names), listed(entry.acronym)
    foreign = entry.country and page.countries and not page.countries[entry.country]
    if foreign and entry.type != "media":
        return Organisation(printed, printed if printed in acronyms else None, entry.type)
    known = printed in acronyms or fold(printed) == fold(names[0])
    aliases = (*(() if known else (printed,)), *((whole,) if whole not in ("", printed) else ()))
    return Organisation(names[0], acronyms[0] if acronyms else None, entry.type, aliases)


def _headed(page: Page) -> Iterator[Mention]:
    """Organisations by the head word among their capitalised words."""
    words = page.heads
    for first, last, kind in chained(page, words):
        page.take(first, last)
        name = " ".join(page.span(first, last).split())
        entry = page.lexicon.names.get(name) if "," in name else None
        value = _value(page, entry, name) if entry else Organisation(name, None, kind)
        yield page.mention(first, last, value, "organisation.head")


_ACRONYM = re.compile(r"[A-Z]{3,6}")


def _unexplained(page: Page) -> Iterator[Mention]:
    """Acronyms nobody explains that are said to say or to have something."""
    for index in page.capitals:
        word = page.words[index]
        if page.taken[index] or word.titled or not _ACRONYM.fullmatch(word.text):
            continue
        if word.text in page.heads.no_bodies or _shouted(page, index):
            continue
        if (
            page.before(index) in ("the", "The")
            or page.after(index) in page.heads.acts
            or word.owns
        ):
            page.take(index, index)
            value = Organisation(word.text, word.text, None)
            yield page.mention(index, index, value, "organisation.unexplained-acronym")


def _with_full_names(page: Page, found: list[Mention]) -> list[Mention]:
    """Each mention under the fullest name: "National Guard" is the "Tunisian National Guard"."""
    people = page.demonyms
    full: dict[str, str] = {}
    names = {_name(mention) for mention in found}
    for name in sorted(names):
        first, _, rest = name.partition(" ")
        demonym = people.get(first)
        if " " in rest and rest in names and demonym and demonym.country:
            full.setdefault(rest, name)
    done = []
    for mention in found:
        name = _name(mention)
        rest = name.partition(" ")[2]
        if name in full and mention.rule == "organisation.head":
            value = Organisation(full[name], None, _type(mention), (name,))
            done.append(structs.replace(mention, value=value))
        elif rest in full and full[rest] == name and not _value_of(mention).aliases:
            value = structs.replace(_value_of(mention), aliases=(rest,))
            done.append(structs.replace(mention, value=value))
        else:
            done.append(mention)
    return done


def _value_of(mention: Mention) -> Organisation:
    assert isinstance(mention.value, Organisation)
    return mention.value


def _name(mention: Mention) -> str:
    return _value_of(mention).name


def _type(mention: Mention) -> str | None:
    return _value_of(mention).type
