"""The currencies of a rule book, looked up by what stands beside a number."""

from collections.abc import Mapping

from msgspec import Struct

from facts.later import later
from facts.rules import RuleBook
from facts.rules.amounts import Currency
from facts.rules.kinds import words
from facts.spans import Span

_LOOK = 12
_WORD = r"[^\W\d_]+"
_NAME_RUN = later(
    rf"[ -]?((?:[A-Za-z]\.){{2}}(?: {_WORD})?|{_WORD}(?: {_WORD}){{0,3}}|[^\w\s,.;:()%-]+)"
)
GREY_SIGNS = frozenset(
    "N P R K E Q L M Y Fr Le DA DT LD Sh TL LE SR QR BD RO FC MK Ks Mt Ar Rf Bs Gs Kz COP TRY RON"
    " ALL TOP PEN MOP CUP SOS BAM GEL BOB AMD".split()
)
"""Letters that are a currency only beside an amount that looks like one: "N15 million"."""


class Lexicon(Struct, frozen=True):
    """The currencies of a rule book, ready to be looked up at a number's either end."""

    signs: frozenset[str]
    by_name: Mapping[str, tuple[Currency, ...]]
    """By what stands beside a sum, in lower case."""
    spellings: frozenset[str]
    sign_ends: frozenset[str]
    """The last characters of signs."""
    first_words: frozenset[str]
    """The first words of names, in lower case."""


def lexicon(book: RuleBook) -> Lexicon:
    """The lexicon of a book; ask for it with ``book.derive(lexicon)``."""
    by_name: dict[str, list[Currency]] = {}
    signs, spellings = set[str](), set[str]()
    for currency in book.table(Currency).values():
        before = {*words(currency.signs), currency.id}
        signs |= before
        spellings |= {*(before - GREY_SIGNS), currency.id, *words(currency.names)}
        for name in {spelling.casefold() for spelling in (*before, *words(currency.names))}:
            by_name.setdefault(name, []).append(currency)
    return Lexicon(
        frozenset(signs),
        {name: tuple(currencies) for name, currencies in by_name.items()},
        frozenset(spellings),
        frozenset(sign[-1] for sign in signs),
        frozenset(name.partition(" ")[0] for name in by_name),
    )


def sign_before(known: Lexicon, shadow: str, at: int) -> Span | None:
    """The sign or code that ends where a number begins, a space between them at most."""
    end = at - 1 if shadow[at - 1 : at] == " " else at
    if shadow[end - 1 : end] not in known.sign_ends:
        return None
    begin = max(0, end - _LOOK)
    start = _word_start(shadow, begin, end)
    longer = _word_start(shadow, begin, start - 1) if shadow[start - 1 : start] == " " else start
    for first in (longer, start):
        if shadow[first:end] in known.signs:
            return Span(first, end)
    if shadow[end - 1 : end] in known.signs and not shadow[end - 1].isalnum():
        return Span(end - 1, end)
    return None


def _word_start(shadow: str, begin: int, end: int) -> int:
    """Where what ends at a place begins, marks that open it left out."""
    blank = max(shadow.rfind(" ", begin, end), shadow.rfind("\n", begin, end))
    start = max(begin, blank + 1)  # a copy of all that is before would not be linear
    while start < end and shadow[start] in "(\"'-[":
        start += 1
    return start


def name_after(known: Lexicon, shadow: str, at: int) -> Span | None:
    """The currency's name that follows, longest first.

    A short one only in its own case: "500 DA", not "500 da".
    """
    run = _NAME_RUN.match(shadow, at)
    name = run[1] if run else ""
    if name.partition(" ")[0].casefold() not in known.first_words:
        return None
    while run and name:
        if name.casefold() in known.by_name and (len(name) > 3 or name in known.spellings):
            return Span(run.start(1), run.start(1) + len(name))
        name = name.rpartition(" ")[0]
    return None


def currency_of(known: Lexicon, name: str, shadow: str) -> Currency:
    """The currency a name stands for: a shared one by the countries the article speaks of."""
    candidates = known.by_name[name.casefold()]
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda currency: speaks_of(currency, shadow))


def speaks_of(currency: Currency, shadow: str) -> int:
    """How often an article names the country of a currency."""
    return sum(map(shadow.count, words(currency.near)))
