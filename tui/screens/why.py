"""Why: a page about one fact, from its rule and its words to who judged it."""

from collections.abc import Iterator, Sequence

from store import Finding, Findings
from tui import reasons
from tui.keymap import Keymap
from tui.reasons import Detail
from tui.screens.page import PageScreen
from tui.themes import Look
from tui.widgets.page import PageLine
from tui.widgets.safe import safe


class WhyScreen(PageScreen):
    """What is known about the fact under the cursor."""

    where = "why"

    def __init__(
        self,
        keymap: Keymap,
        look: Look,
        finding: Finding,
        findings: Findings,
        text: str,
        noted: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`noted` are the notes that link to the fact: what each is about, and its words."""
        lines = list(why_lines(finding, findings, text, noted))
        super().__init__(keymap, look, "Why this fact is here", lines)


def why_lines(
    finding: Finding, findings: Findings, text: str, noted: Sequence[tuple[str, str]] = ()
) -> Iterator[PageLine]:
    """The fact as it stands and where it is noted, then each place in the text that says so."""
    yield from map(_line, reasons.judged(finding))
    yield from noted_lines(noted)
    count = len(finding.mentions)
    for number, mention in enumerate(finding.mentions, start=1):
        yield PageLine()
        yield PageLine(heading=f"Place {number} of {count} in the text" if count > 1 else "Found")
        yield from map(_line, reasons.found(mention, text, findings.incidents))


def noted_lines(noted: Sequence[tuple[str, str]]) -> Iterator[PageLine]:
    """The notes that link to something, under a heading."""
    if noted:
        yield PageLine()
        yield PageLine(heading="In notes")
    yield from (PageLine(about, safe(words)) for about, words in noted)


def _line(detail: Detail) -> PageLine:
    return PageLine(detail.label, safe(detail.words))
