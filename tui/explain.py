"""Why the rules found what they found: an article with its facts marked, and a fact in detail."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facts.layout import paragraphs
from facts.model import Boilerplate, Extraction, Incident, Mention
from facts.spans import Span
from facts.text import shadow_of
from tui import wording
from tui.days import day
from tui.incident_words import incident_words
from tui.plain import one_line, plain
from tui.reasons import details


class Piece(NamedTuple):
    """Words of a line and how they look: the name of a role in `tui.themes`."""

    words: str
    role: str = "plain"


Line = tuple[Piece, ...]

Numbered = tuple[int, Mention]
"""A mention with its number in the article, from 1 in the order of the text."""


_LABEL = 9
_INDENT = 14


def explained(name: str, text: str, found: Extraction) -> Iterator[Line]:
    """An article, paragraph by paragraph, each with what was found in it, then the incidents.

    The words of a fact stand in brackets with its number behind: ``arrested [21 people](3)``.
    """
    yield (Piece(" · ".join([one_line(name), *_about(found)]), "group"),)
    waiting = deque(enumerate(found.mentions, start=1))
    for block, why in _blocks(text, found.boilerplate):
        here: list[Numbered] = []
        while waiting and waiting[0][1].start < block.end:
            here.append(waiting.popleft())
        yield ()
        yield from _lines(_marked(text, block, here, "boilerplate" if why else "plain"))
        if why:
            yield (Piece(f"{'':8}left out: {why}", "more"),)
        for number, mention in here:
            yield from _listed(number, mention)
    if found.incidents:
        yield ()
        yield (Piece("Incidents", "group"),)
        for incident in found.incidents:
            yield from _incident(incident, found.mentions)


def _about(found: Extraction) -> Iterator[str]:
    if found.published:
        yield f"published {day(found.published.date)} ({found.published.basis})"
    yield f"language {found.language}"
    yield f"rules {found.rules}"


def _blocks(text: str, hidden: Sequence[Boilerplate]) -> list[tuple[Span, str]]:
    """Paragraphs, and what is left out of them with the reason, in the order of the text."""
    read = [(part, "") for part in paragraphs(shadow_of(text), hidden)]
    return sorted(read + [(Span(part.start, part.end), _why(part)) for part in hidden])


def _why(part: Boilerplate) -> str:
    """What a hidden part is, and what speaks for it: "comment form: is a known line"."""
    signs = one_line(", ".join(part.signs))
    return part.reason.replace("_", " ") + (f": {signs}" if signs else "")


def _marked(text: str, block: Span, numbered: Iterable[Numbered], unlit: str) -> Iterator[Piece]:
    """The words of a block with each fact in brackets, the innermost closed first."""
    marks: list[tuple[int, bool, int, int, str]] = []
    for number, mention in numbered:
        role = "light.doubtful" if mention.flags else "light.open"
        end = min(mention.end, block.end)
        marks.append((mention.start, True, -end, number, role))
        marks.append((end, False, -mention.start, -number, role))
    lit: list[str] = []
    at = block.start
    for place, opens, _, number, role in sorted(marks):
        yield Piece(text[at:place], lit[-1] if lit else unlit)
        yield Piece("[" if opens else f"]({-number})", "key")
        at = place
        if opens:
            lit.append(role)
        else:
            lit.remove(role)
    yield Piece(text[at : block.end], unlit)


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """The pieces cut where the text begins a new line; what a terminal obeys is shown instead."""
    line: list[Piece] = []
    for piece in pieces:
        first, *following = piece.words.replace("\r\n", "\n").split("\n")
        line.append(Piece(plain(first), piece.role))
        for words in following:
            yield tuple(part for part in line if part.words)
            line = [Piece(plain(words), piece.role)]
    yield tuple(part for part in line if part.words)


def _listed(number: int, mention: Mention) -> Iterator[Line]:
    """A fact under its paragraph: number, kind, value in words and rule; then its details."""
    words = one_line(wording.words(mention.value))
    doubt = "status.problem" if mention.flags else "plain"
    incidents = f" in {', '.join(mention.incidents)}" if mention.incidents else ""
    yield (
        Piece(f"  {number:>4}", "key"),
        Piece(f"  {wording.KINDS[mention.kind]:<6}", "kind"),
        Piece(f"  {words}", doubt),
        Piece(f"  {mention.rule}{incidents}", "more"),
    )
    for detail in details(mention):
        yield (
            Piece(f"{'':{_INDENT}}  {detail.label:<{_LABEL}}", "kind"),
            Piece(f"  {detail.words}", "more"),
        )


def _incident(incident: Incident, mentions: Sequence[Mention]) -> Iterator[Line]:
    """An incident in words, and the numbers of the facts that support it."""
    numbers = [
        str(number)
        for number, mention in enumerate(mentions, start=1)
        if incident.id in mention.incidents
    ]
    yield (
        Piece(f"  {incident.id:>4}", "key"),
        Piece(f"  {one_line(incident_words(incident))}"),
    )
    yield (Piece(f"{'':8}facts {' '.join(numbers)}", "more"),)
