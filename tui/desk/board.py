"""An incident as its screen shows it: what it says, its facts beside each other, what was noted."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store import Change
from store.taken import FIELDS, LinkedFact, Taken
from store.work.incidents.typed import text_of
from tui import marks, wording
from tui.days import day, period
from tui.desk.grouping import title_of
from tui.desk.links import mentions_of
from tui.desk.strip import short_names
from tui.incident_words import called
from tui.views import Board, BoardLine

if TYPE_CHECKING:
    from store import Case

_LABELS = {
    "types": "type", "scope": "kind", "date": "date", "places": "places",
    "countries": "countries", "agencies": "agencies", "groups": "groups",
    "operation": "operation", "counts": "counts", "seizures": "seized", "money": "money",
    "status": "status", "title": "title",
}  # fmt: skip
_ORDER = (
    "date", "count", "seizure", "money", "operation", "place", "organisation", "person",
    "nationality",
)  # fmt: skip
"""What tells most of an incident first."""
_NOTE_LINES = 8
_CHANGES = 8


def board(case: "Case", number: int) -> Board:
    """The screen of an incident."""
    one = case.incidents.get(number)
    titles = {row.id: row.title for row in case.rows(one.articles)}
    lines = [
        *_fields(one),
        *_relatives(case, one),
        *_facts(one, titles),
        *_articles(one, titles),
        *_notes(case, one),
        *_history(case.incidents.history(one.id, _CHANGES)),
    ]
    return Board(title_of(one), _about(one), tuple(lines))


def _about(one: Taken) -> str:
    names = short_names()
    tags = " ".join(f"#{names.get(tag, tag)}" for tag in sorted(one.tags))
    made = f"by {one.made.by}, {day(one.made.at[:10])}"
    counted = f"{_counted(len(one.articles), 'article')} · {_counted(len(one.facts), 'fact')}"
    return " · ".join(filter(None, (counted, made, tags)))


def _fields(one: Taken) -> Iterator[BoardLine]:
    for field in FIELDS:
        text = _date(one) if field == "date" else text_of(one, field)
        edited = one.edited.get(field)
        sources = one.sources.get(field, ())
        aside = f"edited by {edited.by}" if edited else _counted(len(sources), "fact", "")
        yield BoardLine(
            "field", _LABELS[field], text.replace("_", " ") or "—", aside if text else "",
            field=field, facts=sources,
        )  # fmt: skip


def _date(one: Taken) -> str:
    when = one.value.date
    return period(when.start, when.end) if when else ""


def _relatives(case: "Case", one: Taken) -> Iterator[BoardLine]:
    """What was merged into it, what it is a part of, and its parts."""
    for number, at in one.merged.items():
        yield BoardLine("text", "merged", f"#{number}", f"by {at.by}, {day(at.at[:10])}")
    others = [("part of", one.part_of)] if one.part_of else []
    for label, number in [*others, *(("part", part) for part in one.parts)]:
        rows = case.incidents.rows([number])
        words = called(rows[0]) if rows else "merged"
        yield BoardLine("text", label, f"#{number} {words}", incident=number if rows else 0)


def _facts(one: Taken, titles: dict[int, str]) -> Iterator[BoardLine]:
    """The facts by what they say, so that those of several articles stand beside each other."""
    heading = ""
    for fact in sorted(one.facts, key=lambda fact: (_place(fact), fact.key, fact.article)):
        if (subject := _subject(fact)) != heading:
            heading = subject
            yield BoardLine("heading", words=subject)
        says = f"{fact.issuer} in " if fact.issuer else ""
        yield BoardLine(
            "fact", words=_words(fact), verdict=_verdict(fact), mark=_mark(fact),
            aside=f"{says}{fact.article} {titles.get(fact.article, 'which has left the case')}",
            facts=(fact.name,),
        )  # fmt: skip


def _articles(one: Taken, titles: dict[int, str]) -> Iterator[BoardLine]:
    yield BoardLine("heading", words="articles")
    for article in one.articles:
        first = min((f for f in one.facts if f.article == article), key=lambda f: f.start)
        linked = f"linked by {first.link.by}, {day(first.link.at[:10])}"
        yield BoardLine(
            "text", str(article), titles.get(article, "has left the case"), linked,
            facts=(first.name,),
        )  # fmt: skip


def _notes(case: "Case", one: Taken) -> Iterator[BoardLine]:
    """Its note, those on what was merged into it, and the lines of others that link to it."""
    for about, text in case.notes.on_incident(one.id):
        yield from _note("note" if about.id == one.id else f"note on #{about.id}, merged", text)
    mentions = mentions_of(case, one)
    if mentions:
        yield BoardLine("heading", words="in notes")
    yield from (BoardLine("text", words=words, aside=about) for about, words in mentions)


def _note(heading: str, text: str) -> Iterator[BoardLine]:
    lines = [line for line in text.splitlines() if line.strip()]
    if lines:
        yield BoardLine("heading", words=heading)
    yield from (BoardLine("text", words=line) for line in lines[:_NOTE_LINES])
    if len(lines) > _NOTE_LINES:
        yield BoardLine("text", words=f"… and {_counted(len(lines) - _NOTE_LINES, 'line')} more")


def _history(changes: Sequence[Change]) -> Iterator[BoardLine]:
    yield BoardLine("heading", words="history")
    for change in changes:
        at = f"{day(change.at[:10])} {change.at[11:16]} UTC"
        yield BoardLine("text", str(change.seq), change.label, f"{change.user}, {at}")


def _subject(fact: LinkedFact) -> str:
    kind, *parts = fact.key.split(":")
    if kind == "count":
        return parts[0].replace("_", " ")
    return f"seized · {parts[0]}" if kind == "seizure" else kind.replace("_", " ")


def _place(fact: LinkedFact) -> tuple[int, str]:
    kind = fact.key.partition(":")[0]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), _subject(fact)


def _words(fact: LinkedFact) -> str:
    if fact.value is None:
        return f"{fact.key.replace(':', ' ').strip()}, which the rules find no more"
    return wording.as_it_stands(fact.value, fact.corrected)


def _verdict(fact: LinkedFact) -> str:
    return "rejected" if fact.is_gone else fact.verdict or "open"


def _mark(fact: LinkedFact) -> str:
    if fact.is_gone:
        return marks.GONE
    return marks.CORRECTED if fact.corrected else marks.VERDICT[fact.verdict or "open"]


def _counted(n: int, noun: str, none: str | None = None) -> str:
    if not n and none is not None:
        return none
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
