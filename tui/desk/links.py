"""Links in notes: to the fact under the cursor, offered while one is typed, and followed back."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store import About, Case, CaseError, Finding, Query
from store.links import OPENED, Link, key_words, links, to_fact, to_incident
from store.search.folding import fold
from store.taken import IncidentRow, Taken
from store.work.notes import named
from tui import wording
from tui.desk.part import Part
from tui.incident_words import called
from tui.keymaps.named import key
from tui.views import Facts, Linkable, Reading
from tui.written_links import written_links

if TYPE_CHECKING:
    from tui.desk.desk import Desk

_MOVING = frozenset({"import", "facts", "judge", "incident", "merge", "table", "undo", "redo"})
"""What brings articles, facts and incidents, or takes them away."""
_INCIDENT = "#"
"""What a link to an incident begins with."""
_NO_LINKS: frozenset[str] = frozenset()
_MOST_OFFERED = 12
_MOST_FOLLOWED = 40
"""How many links of a note are looked up to see where they lead."""


class Linker:
    """What the notes of the case and its facts and incidents have to do with each other."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._looked_up = _NO_LINKS, _NO_LINKS
        """The links of a note as they are written, and those of them that lead nowhere."""

    # -- making

    def to_chosen(self) -> str:
        """A link to the fact under the cursor, "" where there is none."""
        finding = self._desk.facts.chosen()
        return to_fact(self._desk.cursor, finding.key) if finding else ""

    def to_incident(self, number: int) -> str:
        """A link to an incident of the case, with its title."""
        return _to_incident(self._desk.case.incidents.get(number))

    def offered(self, words: str) -> tuple[Linkable, ...]:
        """The facts and incidents of the article, then the case's incidents, with these words."""
        found: dict[str, Linkable] = {}
        for one in self._linkable(words):
            found.setdefault(one.link, one)
            if len(found) == _MOST_OFFERED:
                break
        return tuple(found.values())

    def _linkable(self, words: str) -> Iterator[Linkable]:
        desk = self._desk
        typed = fold(words).split()
        if not words.startswith(_INCIDENT):
            yield from self._linkable_facts(typed)
        for taken in desk.case.incidents.of(desk.cursor):
            if _matches(typed, f"incident {taken.id} {called(taken)}"):
                yield Linkable(_to_incident(taken), f"#{taken.id} {called(taken)}")
        for row in self._incidents(words.strip().removeprefix(_INCIDENT)):
            yield Linkable(_to_incident(row), f"#{row.id} {called(row)}")

    def _incidents(self, asked: str) -> Iterator[IncidentRow]:
        """The one with this number, also where its title is typed behind; those with the words."""
        incidents = self._desk.case.incidents
        for link in links(f"{OPENED}{_INCIDENT}{asked}]]"):
            yield from incidents.rows([link.number])
        with suppress(CaseError):  # what is typed here asks for no field, whatever colons it has
            yield from incidents.by_words(asked)

    def _linkable_facts(self, typed: Sequence[str]) -> Iterator[Linkable]:
        """The facts of the article, those from the one under the cursor on first."""
        desk = self._desk
        facts = desk.facts.findings.facts if desk.cursor else ()
        here = desk.facts.current
        first = next((n for n, one in enumerate(facts) if here and one.key == here.key), 0)
        for finding in (*facts[first:], *facts[:first]):
            said = f"{wording.KINDS[finding.kind]} {wording.words(finding.value)}"
            if _matches(typed, f"{said} {key_words(finding.key)}"):
                yield Linkable(to_fact(desk.cursor, finding.key), said)

    # -- following

    def problem_of(self, link: Link) -> str:
        """Why a link leads nowhere, "" where it leads somewhere."""
        desk = self._desk
        try:
            if link.kind == "incident":
                desk.case.incidents.get(link.number)
            elif link.kind == "article":
                desk.case.marks(link.number)
                desk.case.article(link.number)
            elif self.fact(link) is None:
                return f"article {link.number} has no such fact any more: {link.words}"
        except CaseError as error:
            return str(error)
        return ""

    def fact(self, link: Link) -> Finding | None:
        """The fact that a link leads to."""
        facts = self._desk.case.findings(link.number).facts
        return next((fact for fact in facts if key_words(fact.key) == link.words), None)

    def broken(self, text: str) -> frozenset[str]:
        """The links of a note that lead nowhere, as they are written there."""
        if OPENED not in text:
            return _NO_LINKS
        there = list(dict.fromkeys(text[start:end] for start, end in written_links(text)))
        if self._looked_up[0] != frozenset(there):
            broken = frozenset(filter(self._leads_nowhere, there[:_MOST_FOLLOWED]))
            self._looked_up = frozenset(there), broken
        return self._looked_up[1]

    def _leads_nowhere(self, one: str) -> bool:
        link = next(links(one), None)
        return link is None or bool(self.problem_of(link))

    def hear(self, actions: Set[str]) -> None:
        """Look links up again where changes may have moved what they lead to."""
        if actions & _MOVING and self._looked_up[0]:
            self._looked_up = _NO_LINKS, _NO_LINKS
            self._desk.tell(Part.SAVING)

    # -- the other way round

    def marked(self, shown: Facts, findings: Sequence[Finding], article: int) -> Facts:
        """The facts with a word at those that notes link to."""
        noted = self._desk.case.notes.linking_into(article)
        if not noted:
            return shown
        counts = [len(noted.get(key_words(finding.key), ())) for finding in findings]
        lines = (
            replace(line, words=f"{line.words}, {_in_notes(n)}") if n else line
            for line, n in zip(shown.lines, counts, strict=True)
        )
        return replace(shown, lines=tuple(lines))

    def told(self, reading: Reading) -> Reading:
        """An article with a word at its head where notes link to it as a whole."""
        n = len(self._desk.case.notes.linking_into(reading.id).get("", ()))
        if not n:
            return reading
        status, _, rest = reading.about.partition(" · ")
        return replace(reading, about=f"{status} · {_in_notes(n)} · {rest}")

    def also_noted(self, query: Query) -> str:
        """What is said where the note of the case has the words of a limit too."""
        has_it = self._desk.case.notes.case_note_has(query)
        return f"; the note of the case has that too: {key('note.case')}" if has_it else ""

    def mentions(self, finding: Finding) -> list[tuple[str, str]]:
        """The notes that link to a fact or to its article: what each is about, and its line."""
        noted = self._desk.case.notes.linking_into(self._desk.cursor)
        words = key_words(finding.key)
        article = f"{self._desk.cursor}:"
        return [
            *_quoted(self._desk.case, noted.get(words, ()), {article + words}),
            *_quoted(self._desk.case, noted.get("", ()), {article}),
        ]


def mentions_of(case: Case, one: Taken) -> list[tuple[str, str]]:
    """The notes that link to an incident: what each is about, and its line."""
    targets = {f"#{number}" for number in (one.id, *one.merged)}
    return _quoted(case, case.notes.linking_to_incident(one.id), targets)


def _quoted(case: Case, notes: Iterable[About], targets: set[str]) -> list[tuple[str, str]]:
    return [(named(about), _line_with(case.notes.text(about), targets)) for about in notes]


def _in_notes(n: int) -> str:
    return "in a note" if n == 1 else f"in {n} notes"


def _matches(typed: Iterable[str], words: str) -> bool:
    """Whether each word that was typed begins one of these."""
    there = fold(words).split()
    return all(any(word.startswith(one) for word in there) for one in typed)


def _to_incident(one: Taken | IncidentRow) -> str:
    return to_incident(one.id, called(one))


def _line_with(text: str, targets: set[str]) -> str:
    """The first line of a note with a link to one of these."""
    lines = text.split("\n")
    return next((line for line in lines if any(k.target in targets for k in links(line))), "")
