"""The facts pane: what the rules found, under the incident it belongs to."""

from itertools import pairwise

from msgspec import Struct
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Pane
from tui.panes.quote import quoted
from tui.views import NO_FACTS, NOTHING_READ, Facts, Reading
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line
from tui.widgets.wrap import wrapped

_KIND = 7
_WORDS = 11
_MORE = 4
_INDENTS = {"rest": _WORDS, "more": _MORE}
_QUOTE = 2
"""Rows of the text around a fact's words, under a rule."""


class _Line(Struct, frozen=True):
    """A row of the pane: a heading, a fact, or something more about a fact."""

    kind: str
    text: str
    fact: int = -1


class FactsPane(Pane):
    """The facts of the article, with the cursor on one of them."""

    number = 3
    name_shown = "Facts"

    facts: var[Facts] = var(NO_FACTS)
    """What there is to show."""
    fact: var[int] = var(0)
    """The fact under the cursor."""
    reading: var[Reading] = var(NOTHING_READ)
    """The article that the facts are of."""
    is_alone: var[bool] = var(False)
    """Whether the text is out of sight, so that the words of a fact must be shown here."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[_Line] = []
        self._laid_out_for: tuple[Facts, int] = (NO_FACTS, 0)
        self._top = 0

    def title(self) -> tuple[str, str]:
        """How many facts are undecided, and how many of these are doubtful."""
        lines = [one for one in self.facts.lines if not one.is_again]
        if not lines:
            return "", ""
        doubtful = sum(one.verdict == "doubtful" for one in lines)
        undecided = sum(one.verdict == "open" for one in lines) + doubtful
        doubts = f"{doubtful}! · " if doubtful else ""
        return (
            "",
            f"{doubts}{undecided} of {len(lines)} open"
            if undecided
            else f"all {len(lines)} decided",
        )

    def page_of_facts(self, by: int) -> int:
        """How many facts a page holds, as a step of the cursor."""
        return by * max(self._list_height // 2, 1)

    @property
    def _list_height(self) -> int:
        """The rows that are left for facts."""
        quote = _QUOTE + 1 if self.is_alone and self.facts.lines else 0
        return max(self.body_height - quote, 1)

    def body_row(self, y: int) -> Strip:
        """A row of the window."""
        if y >= self._list_height:
            return self._quote_row(y - self._list_height)
        number = self._top + y
        width, plain = self.size.width, self.style("plain")
        if not self._lines:
            empty = f" {self.facts.empty}" if y == 0 else ""
            return line([(empty, self.style("about"))], width, plain)
        if number >= len(self._lines):
            return Strip.blank(width, plain)
        return self._drawn(self._lines[number])

    def _drawn(self, row: _Line) -> Strip:
        width, plain = self.size.width, self.style("plain")
        if row.kind == "group":
            return line([(f" {safe(row.text)}", self.style("group"))], width, plain)
        here = row.fact == self.fact
        lit = here and self.is_here
        if row.kind == "fact":
            return self._drawn_fact(row, here, lit)
        style = self.style("more" if row.kind == "more" else "row.kept" if here else "plain")
        style = self.style("row.here") if lit else style
        indent = " " * _INDENTS[row.kind]
        return line([(indent + safe(row.text), style)], width, style if lit else plain)

    def _drawn_fact(self, row: _Line, here: bool, lit: bool) -> Strip:
        one = self.facts.lines[row.fact]
        whole = self.style("row.here" if lit else "plain")
        verdict = whole if lit else self.style(f"verdict.{one.verdict}")
        words: list[Words] = [
            ("▸" if here else " ", whole),
            (f"{one.mark} ", verdict),
            (f"{one.kind:<{_KIND}}", whole if lit else self.style("kind")),
            (safe(row.text), whole if lit or not here else self.style("row.kept")),
        ]
        return line(words, self.size.width, whole)

    def _quote_row(self, y: int) -> Strip:
        """The rule, then the text around the words of the fact, with these lit."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return line([("─ in the text ".ljust(width, "─"), self.style("title"))], width, plain)
        start, end = next(
            ((light.start, light.end) for light in self.facts.lights if light.fact == self.fact),
            (0, 0),
        )
        text = self.reading.text
        lines = quoted(text, start, end, width - 2, _QUOTE)
        if y > len(lines):
            return Strip.blank(width, plain)
        first, last = lines[y - 1]
        cuts = [first, *(min(max(cut, first), last) for cut in (start, end)), last]
        before, lit, after = (safe(text[a:b]) for a, b in pairwise(cuts))
        here = self.style("light.here")
        return line([(" ", plain), (before, plain), (lit, here), (after, plain)], width, plain)

    def _lay_out(self) -> None:
        width = self.size.width
        if self._laid_out_for == (self.facts, width):
            return
        self._laid_out_for = (self.facts, width)
        rows: list[_Line] = []
        for group in self.facts.groups:
            rows.extend(_Line("group", part) for part in _parts(group.title, width - 1))
            for number in group.facts:
                one = self.facts.lines[number]
                first, *others = _parts(one.words, width - _WORDS)
                rows.append(_Line("fact", first, number))
                rows.extend(_Line("rest", part, number) for part in others)
                for more in one.more:
                    rows.extend(_Line("more", part, number) for part in _parts(more, width - _MORE))
        self._lines = rows

    def _bring_into_view(self) -> None:
        """Show the fact under the cursor whole, with its heading if it is the first of it."""
        places = [place for place, row in enumerate(self._lines) if row.fact == self.fact]
        if not places:
            self._top = 0
            return
        first, last = places[0], places[-1]
        while first and self._lines[first - 1].kind == "group":
            first -= 1
        height = self._list_height
        self._top = min(self._top, max(len(self._lines) - height, 0))
        self._top = min(max(self._top, last - height + 1), first)

    def prepare(self) -> None:
        """Lay the facts out if they or the width are new, and bring the cursor into view."""
        self._lay_out()
        self._bring_into_view()

    def watch_is_alone(self) -> None:
        """The text came into sight or went."""
        self.repaint()

    def watch_facts(self) -> None:
        """Facts were judged, or those of another article came."""
        self.repaint()

    def watch_fact(self) -> None:
        """The cursor moved."""
        self.repaint()


def _parts(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells."""
    return [text[start:end] for start, end in wrapped(text, width)]
