"""The article text, with its facts lit in place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.panes.brackets import bracketed
from tui.panes.pane import Pane
from tui.views import NOTHING_READ, Light, Reading, Selected
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line
from tui.widgets.wrap import wrapped

_CONTEXT = 3
"""Lines kept around a fact that the text is scrolled to."""
_WHEEL = 3
"""Lines that a notch of the wheel scrolls."""

Spans = tuple[tuple[int, int], ...]


class TextPane(Pane):
    """The text of the article under the cursor."""

    number = 2
    name_shown = "Text"

    reading: var[Reading] = var(NOTHING_READ)
    """The article."""
    lights: var[tuple[Light, ...]] = var(())
    """The words of its facts."""
    fact: var[int] = var(0)
    """The fact under the cursor."""
    found: var[Spans] = var(())
    """Where the words stand that are looked for."""
    found_at: var[int | None] = var(None)
    """Which of these is looked at."""
    lit: var[Spans] = var(())
    """Where the words stand that the list is limited by."""

    selected: var[Selected | None] = var(None)
    """The words that are being chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head: list[str] = []
        """Rows under the title that do not scroll: what is known about the article."""
        self._lines: list[tuple[int, int]] = []
        self._wrapped_for: tuple[str, int] = ("", 0)
        self._top = 0
        self._wanted: int | None = None
        self._over: list[tuple[int, int, Style]] = []

    # -- scrolling; each says whether anything moved

    def scroll_lines(self, by: int) -> bool:
        """Scroll by so many lines, at most to an end."""
        self._wrap()
        top = max(0, min(self._top + by, len(self._lines) - self._page))
        moved = top != self._top
        self._top = top
        self.repaint()
        return moved

    def scroll_pages(self, by: int) -> bool:
        """Scroll by so many pages, keeping one line in view."""
        return self.scroll_lines(by * max(self._page - 1, 1))

    def scroll_to_edge(self, end: bool) -> bool:
        """Scroll to the top or to the end."""
        return self.scroll_lines(len(self._lines) if end else -len(self._lines))

    def scroll_to_place(self, offset: int) -> None:
        """Scroll so that a character is in view, now or when the pane is next shown."""
        self._wanted = offset
        self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """The wheel, where the settings leave the mouse to the desk."""
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The wheel the other way."""
        self.scroll_lines(-_WHEEL)

    def _scroll_to_wanted(self) -> None:
        if self._wanted is None:
            return
        at = self._line_of(self._wanted)
        self._wanted = None
        if not self._top <= at < self._top + self._page:
            self._top = max(0, min(at - _CONTEXT, len(self._lines) - self._page))

    # -- painting

    def title(self) -> tuple[str, str]:
        """The article's title, and how far the text is scrolled."""
        unseen = len(self._lines) - self._top - self._page
        if not self._lines or (not self._top and unseen <= 0):
            return safe(self.reading.title), ""
        share = 100 * min(self._top + self._page, len(self._lines)) // len(self._lines)
        return safe(self.reading.title), f"{share}%"

    def prepare(self) -> None:
        """Wrap the text if it or the width is new, and see what lies over the lines in view."""
        self._wrap()
        self._scroll_to_wanted()
        self._over = list(self._spans())

    def body_row(self, y: int) -> Strip:
        """What is known about the article, then its lines."""
        width, plain = self.size.width, self.style("plain")
        if y < len(self._head):
            style = self.style("tag.on" if y else "about")
            return line([(f" {safe(self._head[y])}", style)], width, plain)
        number = self._top + y - len(self._head)
        if number >= len(self._lines):
            return Strip.blank(width, plain)
        start, end = self._lines[number]
        words = [(" ", plain), *self._words(start, end)]
        if self.selected:
            words = bracketed(words, start, self.selected, self._edge_styles(self.selected))
        return line(words, width, plain)

    def _edge_styles(self, one: Selected) -> tuple[Style, Style]:
        """The edge that moves stands out."""
        moving, still = self.style("found.here"), self.style("key")
        return (moving, still) if one.edge == "start" else (still, moving)

    def _words(self, start: int, end: int) -> Iterator[Words]:
        """The words of a line, cut wherever the look changes."""
        spans = [span for span in self._over if span[0] < end and span[1] > start]
        cuts = {cut for a, b, _ in spans for cut in (a, b) if start < cut < end}
        for left, right in pairwise(sorted({start, end} | cuts)):
            style = self.style("plain")
            for span_start, span_end, over in spans:
                if span_start <= left and right <= span_end:
                    style += over
            yield safe(self.reading.text[left:right]), style

    def _spans(self) -> Iterator[tuple[int, int, Style]]:
        """What lies over the lines in view, the strongest last."""
        start, end = self._in_view
        for a, b in self.reading.dimmed:
            if a < end and b > start:
                yield a, b, self.style("boilerplate")
        lights = [light for light in self.lights if light.start < end and light.end > start]
        for light in sorted(lights, key=lambda light: light.fact == self.fact):
            is_here = light.fact == self.fact and not self.selected
            role = "here" if is_here else light.verdict
            yield light.start, light.end, self.style(f"light.{role}")
        for _, a, b in _within(self.lit, start, end):
            yield a, b, self.style("lit")
        for number, a, b in _within(self.found, start, end):
            yield a, b, self.style("found.here" if number == self.found_at else "found")
        if self.selected:
            yield self.selected.start, self.selected.end, self.style("light.here")

    @property
    def _in_view(self) -> tuple[int, int]:
        """Where the lines in view begin and end, as offsets into the text."""
        if not self._lines:
            return 0, 0
        last = min(self._top + self._page, len(self._lines)) - 1
        return self._lines[self._top][0], self._lines[last][1]

    @property
    def shows_fact(self) -> bool:
        """Whether words of the fact under the cursor are in view, or the text has none of it."""
        self._wrap()
        self._scroll_to_wanted()
        start, end = self._in_view
        lights = [light for light in self.lights if light.fact == self.fact]
        return not lights or any(one.start < end and one.end > start for one in lights)

    @property
    def first_in_view(self) -> int:
        """Where the first line in view begins, as an offset into the text."""
        self._wrap()
        return self._lines[self._top][0] if self._lines else 0

    def place_beside(self, offset: int, by: int) -> int:
        """The place as far into a line some lines further on, or back."""
        self._wrap()
        if not self._lines:
            return offset
        line_ = self._line_of(offset)
        start, end = self._lines[max(0, min(line_ + by, len(self._lines) - 1))]
        return min(start + offset - self._lines[line_][0], end)

    @property
    def _page(self) -> int:
        return max(self.body_height - len(self._head), 1)

    def _wrap(self) -> None:
        tags = self.reading.tags
        self._head = [self.reading.about]
        self._head += [tags[a:b] for a, b in wrapped(tags, self.size.width - 2)]
        key = (self.reading.text, self.size.width)
        if key != self._wrapped_for:
            self._wrapped_for = key
            self._lines = wrapped(self.reading.text, self.size.width - 2)
            self._top = min(self._top, max(len(self._lines) - self._page, 0))

    def _line_of(self, offset: int) -> int:
        return max(bisect_right(self._lines, (offset, len(self.reading.text) + 1)) - 1, 0)

    # -- hearing

    def watch_reading(self, before: Reading, reading: Reading) -> None:
        """Another article starts at its top."""
        if before.id != reading.id:
            self._top, self._wanted = 0, None
        self.repaint()

    def watch_lights(self) -> None:
        """Facts were judged, or those of another article came."""
        self.repaint()

    def watch_fact(self) -> None:
        """Other words are those of the fact under the cursor."""
        self.repaint()

    def watch_found_at(self) -> None:
        """Another one of these is looked at."""
        self.repaint()

    def watch_lit(self) -> None:
        """The list is limited by other words."""
        self.repaint()

    def watch_found(self) -> None:
        """Other words are looked for."""
        self.repaint()

    def watch_selected(self) -> None:
        """An edge moved."""
        self.repaint()

    def follow(self) -> None:
        """Scroll to the words of the fact under the cursor."""
        place = next((light.start for light in self.lights if light.fact == self.fact), None)
        if place is None:
            self.repaint()
        else:
            self.scroll_to_place(place)

    def follow_found(self) -> None:
        """Scroll to the words that are looked for."""
        if self.found_at is not None:
            self.scroll_to_place(self.found[self.found_at][0])


def _within(spans: Spans, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Those of many spans, in their order, that begin in a part of the text; each numbered."""
    for number in range(bisect_left(spans, (start, 0)), len(spans)):
        a, b = spans[number]
        if a >= end:
            return
        yield number, a, b
