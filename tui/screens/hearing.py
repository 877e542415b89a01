"""What the desk says, taken over by its screen: only that is painted again."""

from time import monotonic
from typing import TYPE_CHECKING

from textual.reactive import var

from tui.desk import Part
from tui.panes.text import Spans, TextPane
from tui.screens.selecting import Selecting
from tui.views import NO_FACTS, NOTHING_READ, Facts, Light, Reading, Selected, Slot, Status

if TYPE_CHECKING:
    from textual.timer import Timer

_REST_S = 0.06
"""How long the cursor rests on a row, while a key is held down, before its article is read."""
_HELD_S = 0.1
"""Two moves within this time mean that a key is held down."""


class Hearing(Selecting):
    """Hears the desk, and reads on with the cursor."""

    cursor: var[int] = var(0)
    is_held: var[bool] = var(False)
    count: var[int] = var(0)
    hidden: var[int] = var(0)
    left: var[int | None] = var(None)
    version: var[int] = var(0)
    reading: var[Reading] = var(NOTHING_READ)
    facts: var[Facts] = var(NO_FACTS)
    lights: var[tuple[Light, ...]] = var(())
    fact: var[int] = var(0)
    found: var[Spans] = var(())
    found_at: var[int | None] = var(None)
    lit: var[Spans] = var(())
    selected: var[Selected | None] = var(None)
    order: var[str] = var("")
    marked: var[str] = var("")
    slots: var[tuple[Slot, ...]] = var(())
    status: var[Status] = var(Status())
    aside: var[str] = var("")
    saving: var[str] = var("")
    noting: var[str] = var("")
    broken: var[frozenset[str]] = var(frozenset())
    _last_move: float = 0.0
    _rest: "Timer | None" = None

    def hear(self, parts: Part) -> None:
        """Take over what changed on the desk; only that is painted again."""
        desk = self.desk
        if Part.LIST in parts:
            self.count, self.hidden = len(desk.rows.ids), desk.rows.hidden
            self.order, self.marked = desk.lists.words(), desk.marked.words()
        if Part.LEFT in parts:
            self.left = desk.left.count
        if Part.ROWS in parts or Part.LIST in parts:
            self.version += 1
        if Part.CURSOR in parts:
            self._see_whether_held()
            self.cursor = desk.index
            self._read_soon()
        if Part.READING in parts:
            self.reading = desk.reading
        if Part.FACTS in parts:
            self.facts, self.lights = desk.facts.shown, desk.facts.shown.lights
        if Part.FACT in parts:
            self.fact = desk.facts.place
        if Part.TAGS in parts:
            self.slots = desk.tags.slots()
        if Part.FOUND in parts:
            self.found, self.found_at = desk.find.spans, desk.find.at
            self.lit = desk.find.lit
        if Part.STATUS in parts:
            self.status = desk.status
        if Part.SAVING in parts or Part.NOTE in parts:
            self.saving, self.noting = desk.note.state, desk.note.of
            if not desk.note.is_dirty:
                with desk.careful():
                    self.broken = desk.links.broken(desk.note.text)
                if self.broken:
                    self.saving = f"{len(self.broken)} broken · {self.saving}"
        if parts & (Part.LIST | Part.STATUS | Part.SAVING | Part.NOTE | Part.COMPANY):
            self.aside = desk.aside()
        if self.is_mounted:
            self._follow(parts)

    def _follow(self, parts: Part) -> None:
        if parts & (Part.READING | Part.FACTS | Part.FACT):
            self.show_keys()
        if Part.NOTE in parts:
            self.show_note()
        if Part.SELECTION in parts:
            self.follow_words()
        text = self.query_one(TextPane)
        if Part.FACT in parts and Part.READING not in parts:
            text.follow()
        if Part.FOUND in parts and self.found_at is not None:
            text.follow_found()
            if not text.display:
                self.pane = "text"

    def _see_whether_held(self) -> None:
        now = monotonic()
        self.is_held, self._last_move = now - self._last_move < _HELD_S, now

    def _read_soon(self) -> None:
        """Read the article at once, or when the cursor rests if a key is held down.

        A note that is being written stays under the hands, also where its article is gone.
        """
        if not self.is_mounted or self.pane == "note":
            return
        if self._rest:
            self._rest.stop()
        if self.is_held:
            self._rest = self.set_timer(_REST_S, self.desk.load)
        else:
            self.desk.load()
