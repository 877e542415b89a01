"""Why: a page about one fact, from its rule and its words to who judged it."""

from collections.abc import Iterator

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

    def __init__(
        self, keymap: Keymap, look: Look, finding: Finding, findings: Findings, text: str
    ) -> None:
        lines = list(why_lines(finding, findings, text))
        super().__init__(keymap, look, "why", "Why this fact is here", lines)


def why_lines(finding: Finding, findings: Findings, text: str) -> Iterator[PageLine]:
    """The fact as it stands, then each place in the text that says so."""
    yield from map(_line, reasons.judged(finding))
    count = len(finding.mentions)
    for number, mention in enumerate(finding.mentions, start=1):
        yield PageLine()
        yield PageLine(heading=f"Place {number} of {count} in the text" if count > 1 else "Found")
        yield from map(_line, reasons.found(mention, text, findings.incidents))


def _line(detail: Detail) -> PageLine:
    return PageLine(detail.label, safe(detail.words))
