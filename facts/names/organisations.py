"""Named organisations: those the rules know, those the article introduces, those with a head word.

A head word ("Ministry", "Agency", "Gendarmerie") makes an organisation of the capitalised words
around it: before it ("National Crime Agency"), and after it where "of" or "for" joins them ("Office
of the High Commissioner for Refugees"). A bare "Police" or "the authorities" is none.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from msgspec import structs

from facts.folding import fold
from facts.later import later
from facts.model import Acronym, Mention, Organisation
from facts.names import gangs, known
from facts.names.chains import chained
from facts.names.page import LIST_GAPS, Page
from facts.names.phrases import Phrases
from facts.rules.kinds import words as listed


def find(page: Page, introduced: Iterable[Mention]) -> list[Mention]:
    """The organisations of an article; `introduced` are its acronyms beside their long forms."""
    pairs = [m.value for m in introduced if isinstance(m.value, Acronym)]
    found: list[Mention] = []
    found.extend(_introduced(page, list(introduced)))
    found.extend(known.find(page, pairs))
    found.extend(_headed(page))
    found.extend(gangs.find(page))
    found.extend(_unexplained(page, {mention.end for mention in found}))
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


def _headed(page: Page) -> Iterator[Mention]:
    """Organisations by the head word among their capitalised words."""
    words = page.heads
    for first, last, kind in chained(page, words):
        page.take(first, last)
        name = " ".join(page.span(first, last).split())
        entry = page.lexicon.names.get(name) if "," in name else None
        value = known.value_of(page, entry, name) if entry else Organisation(name, None, kind)
        yield page.mention(first, last, value, "organisation.head")


_ACRONYM = later(r"[A-Z]{3,6}")


def _unexplained(page: Page, ends: set[int]) -> Iterator[Mention]:
    """Acronyms nobody explains that say or have something, or go on a list of organisations.

    `ends` are where the organisations found so far end.
    """
    for index in page.capitals:
        word = page.words[index]
        if page.taken[index] or word.titled or not _ACRONYM.fullmatch(word.text):
            continue
        if word.text in page.heads.no_bodies or known.shouted(page, index):
            continue
        if page.after(index) in page.heads.tools:
            continue
        if (
            page.before(index) in ("the", "The")
            or page.after(index) in page.heads.acts
            or word.owns
            or _goes_on_list(page, index, ends)
            or _is_in_brackets(page, index)
        ):
            page.take(index, index)
            ends.add(word.end)
            value = Organisation(word.text, word.text, None)
            yield page.mention(index, index, value, "organisation.unexplained-acronym")


def _is_in_brackets(page: Page, index: int) -> bool:
    """Whether a word stands in brackets behind who acts for a country: "the police (ZQX)"."""
    word = page.words[index]
    behind = index > 0 and page.words[index - 1].text in page.heads.bodies
    brackets = page.shadow[word.start - 2 : word.start], page.shadow[word.end : word.end + 1]
    return behind and brackets == (" (", ")")


def _goes_on_list(page: Page, index: int, ends: Set[int]) -> bool:
    """Whether "and" or a comma joins a word to the organisation before it."""
    for before in (index - 1, index - 2):
        if before >= 0 and page.words[before].end in ends:
            return page.shadow[page.words[before].end : page.words[index].start] in LIST_GAPS
    return False


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
