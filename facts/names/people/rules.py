"""By which rule a run of capitalised words is a person's name, if by any."""

from typing import NamedTuple

from facts.folding import fold
from facts.later import later
from facts.names.page import Page
from facts.names.people.titles import after_title, role_around, role_of, title_before
from facts.names.signs import Signs


class Found(NamedTuple):
    """A person's name: the words from one number to another, why, and the title beside it."""

    first: int
    last: int
    rule: str
    role: str | None


_LONGEST = 5
_EASTERN = frozenset(("CN", "TW", "HK", "KR", "KP", "VN", "SG", "MO"))
"""Countries where the surname stands first."""
_AGE = later(
    r",? (?:aged |\()?\d{1,2}(?:,|\)|\.|;| years| and\b| from\b)"
    r"|,? (?:born (?:in|on)|residing (?:in|at)) "
)
_ALIAS = later(
    r",? also known as (?:[A-Z][\w'-]*,? ){1,4}\(?\d\d[,)]|"
    r",? [(\[]?(?:(?:a/k/a|a\.k\.a\.?|aka|alias|nicknamed|who goes by)[,:]? (?:the )?"
    r"[\"']?(?=[A-Z])|(?:(?:(?:also|better|otherwise) )?known as|dubbed) (?:the )?[\"'](?=[A-Z]))"
)
"""What leads from a person's name to a nickname."""
_NUMERAL = later(r"[IVX]+\b")
_TOLD = frozenset(("told",))
"""The verb that one does not speak after: "he told Zed Weekly"."""
_IS = frozenset(("is", "are", "was", "were", "been"))
_AT = frozenset("in at near outside towards toward".split())


def person(page: Page, first: int, last: int, known: Signs) -> Found | None:
    """The person that a run of capitalised words names."""
    name, role = after_title(page, first, last, known)
    name, last = _past_matters(page, name, last), _without_letters(page, name, last)
    if name > last or last - name > _LONGEST:
        return None
    role = role or title_before(page, name, known)
    if role is not None:
        return _titled(page, name, last, role, known)
    if last == name or is_no_person(page, name, last):
        return None
    rule, role = _by_name(page, name, last, known), role_around(page, name, last, known)
    rule = rule or _by_words_beside(page, name, last, role, known)
    return Found(name, last, rule, role_of(role, known)) if rule else None


def _past_matters(page: Page, first: int, last: int) -> int:
    """Past the matter of an office before a given name: "head of Organised Crime Zed Quux"."""
    name = first
    while name < last and page.words[name].text in page.heads.matters:
        name += 1
    return name if name < last and fold(page.words[name].text) in page.signs.given else first


def _without_letters(page: Page, first: int, last: int) -> int:
    """The end of a name without the letters after it: "Sarah Jones QC"."""
    word = page.words[last]
    if last - first > 1 and word.caps and len(word.text) <= 3 and not _NUMERAL.match(word.text):
        return last - (not page.words[last - 1].caps)
    return last


def _titled(page: Page, first: int, last: int, role: str, known: Signs) -> Found | None:
    words = page.heads
    if role in known.surnamed:
        return Found(first, last, "person.surnamed", None)
    if role not in known.honorifics:
        if last == first and not _stands_alone(page, first):
            return None
        if page.gazetteer.has(page.span(first, last), big=last > first):
            return None
    if any(page.words[i].text in words.things for i in range(first + 1, last + 1)):
        return None
    if known.titles.get(page.span(first, last)):
        return None
    named = last > first and fold(page.words[first].text) in known.given
    if page.words[first].text in words.matters and not named:
        return None  # Christian is a name as well
    if page.words[last].text in words.ranks:
        return None
    return Found(first, last, "person.title", role_of(role, known))


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a single word after a title can be a name."""
    word = page.words[index]
    if word.caps or len(word.text) < 3 or page.demonyms.get(word.text):
        return False
    if page.shadow.startswith(". ", word.end) and _is_titled(page, index + 1):
        return False  # a shortened title: "Com. Gen."
    if _NUMERAL.fullmatch(word.text) or page.gazetteer.has(word.text, big=False):
        return False
    words = page.heads
    if word.text in words.things or word.text in words.types or word.text in words.ranks:
        return False
    return page.after(index) not in ("province", "state", "district", "city", "region")


def _is_titled(page: Page, index: int) -> bool:
    return index < len(page.words) and bool(page.signs.titles.at(page.words, index, page.shadow))


def is_no_person(page: Page, first: int, last: int) -> bool:
    """Whether the words of a run, or the word before them, say that it is no person."""
    words = page.heads
    if last - first >= _LONGEST:
        return True
    title = page.signs.titles.at(page.words, first, page.shadow)
    if page.before(first) == "the" and page.after(last) in page.heads.called:
        return True  # "the Abdul Zyx group"
    if (title and title[0] >= last) or page.demonyms.get(page.span(first, last)):
        return True
    named = fold(page.words[first].text) in page.signs.given  # Christian is a name as well
    if any(
        page.words[i].text in words.types or page.words[i].text in words.matters
        for i in range(first + named, last + 1)
    ):
        return True
    if any(page.words[i].text in words.things for i in range(first + 1, last + 1)):
        return True
    if (page.before(first) in _AT and not page.words[last].owns) or page.is_home(first):
        return True
    return page.gazetteer.has(page.span(first, last), big=False)


def _by_name(page: Page, first: int, last: int, known: Signs) -> str | None:
    """The rule by which the words themselves are a person's name."""
    opening, closing = fold(page.words[first].text), fold(page.words[last].text)
    if opening in known.given or opening.split(" ")[0] in known.given:
        return "person.given-name"
    if opening in known.first and last == first + 1 and page.countries.keys() & _EASTERN:
        return "person.surname-first"
    inside = {page.words[i].text.lower() for i in range(first + 1, last)}
    if inside & known.fathers:
        return "person.patronymic"
    if closing in known.last and not page.words[last].caps:
        return "person.surname-last"
    return None


def _by_words_beside(
    page: Page, first: int, last: int, role: str | None, known: Signs
) -> str | None:
    """The rule by which the words around a name make it a person's."""
    if any(page.words[i].caps for i in range(first, last + 1)):
        return None
    if page.before(first) in ("the", "The") or _is_of_a_place(page, first):
        return None
    if page.before(first).endswith("-year-old"):
        return "person.age"
    if _AGE.match(page.shadow, page.words[last].end):
        return "person.age"
    if role is not None:
        return "person.apposition"
    if _is_one_of_a_people(page, first, last):
        return "person.nationality"
    if page.after(last) in known.said or page.before(first) in known.said - _TOLD:
        return "person.said"
    if _speaks_for(page, last):
        return "person.said"
    if page.before(first) == "of" and page.before(first - 1).lower() in known.deeds:
        return "person.held"
    if page.after(last) in _IS and page.after(last + 1) in known.tried:
        return "person.held"
    if page.before(first) in known.held or _ALIAS.match(page.shadow, page.words[last].end):
        return "person.held"
    return None


def _is_one_of_a_people(page: Page, first: int, last: int) -> bool:
    """Whether a name stands in an apposition to a people: "a Tanzanian, Hamisi Juma,"."""
    if first == 0 or page.shadow[page.words[first - 1].end : page.words[first].start] != ", ":
        return False
    who = first - 1 - (page.words[first - 1].text in page.signs.citizens)
    people = page.demonyms.get(page.words[who].text)
    end = page.words[last].end
    closes = page.shadow[end : end + 1] in (",", ".", ")", ";")
    return people is not None and (closes or (who < first - 1 and page.after(last) == "and"))


def _is_of_a_place(page: Page, first: int) -> bool:
    """Whether the name of a land opens the words: "Punjab Frontier"."""
    named = page.gazetteer.named.get(page.words[first].text)
    return named is not None and named.type in ("country", "region")


def _speaks_for(page: Page, last: int) -> bool:
    """Whether an organisation and a verb of saying follow: "Zed Quux of the Coastguard said"."""
    if page.after(last) not in ("of", "from"):
        return False
    body = last + 2
    while body < min(last + 5, len(page.words)) and not page.taken[body]:
        body += 1
    end = page.taken.find(0, body)
    return last + 2 < end and body < last + 5 and page.after(end - 1) in page.signs.said


def beside_person(page: Page, first: int, last: int) -> Found | None:
    """A run of capitalised words in a list of persons."""
    words = page.heads
    if not first < last < first + 4 or is_no_person(page, first, last):
        return None
    texts = [page.words[index].text for index in range(first, last + 1)]
    if any(text in words.ranks or text.isupper() or page.demonyms.get(text) for text in texts):
        return None
    if any(page.signs.titles.at(page.words, index, page.shadow) for index in (first, last)):
        return None
    return Found(first, last, "person.list", None)
