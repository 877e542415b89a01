"""The fields of an incident, from the passages that tell of it."""

from collections.abc import Iterable, Iterator

from facts.incidents import actors, involved, totals
from facts.incidents.actors import Home, unique
from facts.incidents.cues import BELONGS, TOOK_PART, WORKED_ON
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.model import Incident, Period, Place

_SUMMARY = 200
_AT_LARGE = ("fled", "on the run", "at large", "escaped", "still wanted", "absconded")


def incident(draft: Draft, number: int, types: tuple[str, ...], home: Home) -> Incident:
    """The incident of a draft."""
    passages = draft.passages
    around = [*passages, *draft.context]
    beside = (*draft.context, *draft.trail)
    date = draft.date
    countries = _countries(draft, home)
    return Incident(
        id=f"i{number}",
        types=types,
        scope="aggregate" if draft.aggregate else "event",
        date=Period(date.start, date.end) if date else None,
        places=unique(actors.places(around, draft.scene)),
        countries=countries,
        agencies=unique(
            actors.agencies([*around, *draft.helpers]) or _home_agency(draft, countries, home)
        ),
        groups=unique(actors.groups([*passages, *(p for p in beside if p.has(BELONGS))])),
        operation=None if draft.sums_up else next(actors.operations(around), None),
        counts=totals.counts(draft),
        seizures=tuple(totals.seizures(draft)),
        money=tuple(totals.money(around)),
        status=_status(around),
        summary=_summary(passages[0]),
        facts=tuple(_supporting(draft)),
    )


def _countries(draft: Draft, home: Home) -> tuple[str, ...]:
    """The countries its own words name, and the article's where they name no place."""
    passages = [*draft.passages, *draft.routes]
    near = [*draft.context, *draft.helpers]
    passages += [p for p in near if p.has(TOOK_PART) or p.has(WORKED_ON)]
    own = involved.countries(passages) + involved.on_the_way([*draft.context, *draft.trail])
    abroad = any(_is_abroad(passage, home.country) for passage in passages)
    if home.country and not abroad:
        own.append(home.country)
    return unique(own)


def _is_abroad(passage: Passage, home: str | None) -> bool:
    """Whether it happened in a place, or "In Spain", that is not in the article's country."""
    if any(place.country not in (None, home) for place in actors.scenes(passage)):
        return True
    first = next((m.value for m in passage.mentions if isinstance(m.value, Place)), None)
    fronted = first is not None and first.type == "country" and first.country != home
    return fronted and passage.text.startswith("in ")


_SERVICES = frozenset(
    "police customs gendarmes court soldiers troops rangers army navy gunmen".split()
)
"""Who acts where no agency is named: not the one that the rest of the article is about."""


def _home_agency(draft: Draft, countries: tuple[str, ...], home: Home) -> list[str]:
    """The article's one agency, for what happened in its country in the year of the news."""
    if home.agency is None or draft.aggregate:
        return []
    if (_SERVICES & draft.passages[0].words) - home.services:
        return []
    abroad = bool(countries) and home.country not in countries
    past = bool(draft.date and draft.date.start and draft.date.start[:4] != home.year)
    return [] if abroad or past else [home.agency]


def _status(passages: Iterable[Passage]) -> str | None:
    told = any(cue in passage.text for passage in passages for cue in _AT_LARGE)
    return "suspects_at_large" if told else None


def _summary(passage: Passage) -> str:
    """Its first sentence, shortened at a word."""
    text = " ".join(passage.printed[: 2 * _SUMMARY].split())
    if len(text) > _SUMMARY:
        text = text[:_SUMMARY].rsplit(" ", 1)[0] + " …"
    return text


def _supporting(draft: Draft) -> Iterator[str]:
    for passage in sorted([*draft.passages, *draft.context], key=lambda p: p.span.start):
        for mention in passage.mentions:
            if mention.id and mention.kind not in ("publication_date", "acronym"):
                yield mention.id
