"""Passages: the sentences of an article with the facts an incident can be made of."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set

from msgspec import Struct

from facts.cue import Cue
from facts.folding import fold
from facts.incidents.acts import Acts
from facts.incidents.clauses import second_clause
from facts.incidents.cues import (
    ANOTHER,
    FOLLOW_UP,
    ONE_OF_MANY,
    PER_TIME,
    PERIOD,
)
from facts.incidents.deeds import is_deed
from facts.incidents.parts import is_local, parts
from facts.incidents.when import event_dates, is_stamp
from facts.later import later
from facts.model import Count, Date, Mention, Money, Operation, Organisation, Person, Place, Seizure
from facts.spans import Span
from facts.text import Article

_ADDED_ROLES = frozenset({"countries", "cities", "ports", "officers", "operations", "searches",
                          "database_searches", "investigations_opened"})  # fmt: skip
"""Counts that add to an incident and never open one."""
_BACKGROUND_ROLES = _ADDED_ROLES | {"records", "other", "cases", "migrants_smuggled"}
_ANAPHOR = later(r"(?:it|the (?:agency|directorate|bureau|force|unit|service)) (?!was|is)\w")
_CORE_MONEY = frozenset({"cash_seized", "assets_confiscated"})


class Told(Struct, frozen=True):
    """What the words of a passage say about the type of an incident."""

    words: frozenset[tuple[str, str]]
    pattern: str | None


class Passage(Struct):
    """A sentence, or a part of one, and what it says of an incident."""

    span: Span
    index: int
    """The number of its sentence in the article."""
    opens_paragraph: bool
    printed: str
    """Its words as they stand in the article."""
    text: str
    """Its words in lower case, of the same length."""
    words: frozenset[str]
    """The same as a set, for the cues."""
    mentions: tuple[Mention, ...]
    saying: frozenset[str]
    """The verbs by which the article tells who said something."""
    acts: Acts
    """What the verbs of the rules say of people held and things found."""
    core: tuple[Mention, ...] = ()
    """Counts, seizures and sums that are an incident's own."""
    dates: tuple[Mention, ...] = ()
    """The days and periods of what happened, not of what was said."""
    is_timed: bool = False
    """True where it gives a day that cannot be told."""
    subject: Mention | None = None
    """The organisation that "it" is, where it opens with "it"."""
    told: frozenset[tuple[str, str]] = frozenset()
    """The incident types its words speak for, each with the word."""
    pattern: str | None = None
    """The incident type whose pattern its words match."""
    deed: bool = False
    """Whether it tells, without a number, of a cell broken up or of somebody held."""

    apart: bool = False
    """Whether it is the second clause of a sentence, with an event of its own."""
    places: tuple[Mention, ...] = ()
    """Places below the level of a country, where something happened."""
    towns: frozenset[str] = frozenset()
    """Names of its places below provinces, folded: those two incidents can be told apart by."""
    persons: frozenset[str] = frozenset()
    """Family names of those it names, folded, officials left out."""
    operations: tuple[str, ...] = ()
    """The operations it names."""

    @property
    def adds(self) -> bool:
        """Whether it adds to an incident, though it has no core fact."""
        return bool(self.operations) or any(
            isinstance(m.value, Count) and m.value.role in _ADDED_ROLES for m in self.mentions
        )

    @property
    def is_elsewhere(self) -> bool:
        """Whether its words say that it is another incident than the one before it."""
        another = self.has(ANOTHER) or self.has(ONE_OF_MANY)
        return another and not self.has(FOLLOW_UP)

    def has(self, cue: Cue) -> bool:
        """Whether a cue stands in it."""
        return cue.search(self.text, self.words) is not None


def passages(
    article: Article,
    mentions: Sequence[Mention],
    tell: Callable[[str, Set[str]], Told],
    acts: Acts,
) -> Iterator[Passage]:
    """The passages of an article in order; `tell` says what types their words speak for."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    starts = [m.start for m in ordered]
    reader = _Reader(article, tell, acts)
    for index, span in enumerate(article.sentences):
        inside = ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if is_stamp(article, span, inside):
            continue
        for part, found, apart in _told_apart(article, span, inside):
            yield reader.read(index, part, found, apart=apart)


class _Reader:
    """Reads the parts of an article's sentences one after the other."""

    def __init__(self, article: Article, tell: Callable[[str, Set[str]], Told], acts: Acts) -> None:
        self._article = article
        self._tell = tell
        self._acts = acts
        self._opening = {span.start for span in article.paragraphs}
        self._last: Mention | None = None
        """The last organisation, which "it" may be."""

    def read(self, index: int, part: Span, found: Sequence[Mention], *, apart: bool) -> Passage:
        """What a part of a sentence says."""
        article, acts = self._article, self._acts
        text = lowered(article.shadow[part.start : part.end])
        words = frozenset(article.pieces.between(part.start, part.end))
        told = self._tell(text, words)
        named = _named(found)
        when = tuple(event_dates(article, part, found))
        known = tuple(m for m in when if _is_known(m))
        core = tuple(m for m in found if _is_core(m, text, m.start - part.start, acts))
        return Passage(
            span=part,
            index=index,
            opens_paragraph=part.start in self._opening,
            printed=article.text[part.start : part.end],
            text=text,
            words=words,
            mentions=tuple(found),
            saying=article.saying.words,
            acts=acts,
            core=core,
            dates=known,
            is_timed=len(known) < len(when),
            subject=self._subject(text, named.organisation),
            told=told.words,
            pattern=told.pattern,
            deed=not core and is_deed(acts, part, text, words, found),
            apart=apart,
            places=tuple(named.places),
            towns=frozenset(named.towns),
            persons=frozenset(named.persons),
            operations=tuple(named.operations),
        )

    def _subject(self, text: str, own: Mention | None) -> Mention | None:
        subject = self._last if not own and _ANAPHOR.match(text) else None
        self._last = own or self._last
        return subject


def _told_apart(
    article: Article, span: Span, mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Sequence[Mention], bool]]:
    """The parts of a sentence, and of which one tells that it is another event's."""
    second = second_clause(article, mentions)
    if second is None:
        for part, found in parts(article, span, mentions):
            yield part, found, False
        return
    yield Span(span.start, second), [m for m in mentions if m.start < second], False
    yield Span(second, span.end), [m for m in mentions if m.start >= second], True


class _Named(Struct):
    """The names of a passage by their kind, gathered in one pass."""

    organisation: Mention | None = None
    """The last one."""
    places: list[Mention] = []
    towns: list[str] = []
    persons: list[str] = []
    operations: list[str] = []


def _named(mentions: Sequence[Mention]) -> _Named:
    named = _Named()
    for mention in mentions:
        value = mention.value
        if isinstance(value, Place):
            if is_local(value):
                named.places.append(mention)
                if value.type not in _AREAS:
                    named.towns.append(_town(value.name))
        elif isinstance(value, Organisation):
            named.organisation = mention
        elif isinstance(value, Operation):
            named.operations.append(value.name)
        elif isinstance(value, Person) and value.role is None:
            named.persons.append(fold(value.name).rpartition(" ")[2])
    return named


_AREAS = frozenset({"region", "sea", "water"})
_SITES = frozenset("port seaport harbour harbor airport international city town of the".split())


def _town(name: str) -> str:
    """A town's name, folded: the port of Algeciras is in Algeciras."""
    folded = fold(name)
    return " ".join(word for word in folded.split() if word not in _SITES) or folded


def _is_known(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Date) and not (value.start is None and value.end is None)


def lowered(text: str) -> str:
    """Text in lower case and of the same length, whatever the alphabet."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _is_core(mention: Mention, text: str, at: int, acts: Acts) -> bool:
    """Whether it is an incident's own; `at` is where it stands in the text."""
    value = mention.value
    if isinstance(value, Count):
        if PER_TIME.match(text[at + mention.end - mention.start :]):
            return False
        yearly = value.role == "cases" and PERIOD.pattern.search(text) is not None
        return yearly or value.role not in _BACKGROUND_ROLES
    if isinstance(value, Money):
        after = text[at + mention.end - mention.start :]
        carried = value.role is None and (
            acts.cash.carried.search(text, 0, at) is not None
            or acts.cash.found_after.match(after) is not None
        )
        if value.role == "goods_value":
            return acts.cash.worth.search(text, 0, at) is not None
        return carried or (value.role in _CORE_MONEY and acts.cash.found.search(text) is not None)
    return isinstance(value, Seizure)
