"""One incident on a screen of its own."""

from functools import partial

from textual.app import ComposeResult
from textual.reactive import var

from store import THE_CASE, About
from store.errors import UnknownIncident
from store.search.happened.linked import split
from tui.commands.command import Need
from tui.desk import Desk
from tui.desk.board import board
from tui.keymap import Keymap
from tui.screens.offering import Home, Offering
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.views import Board, BoardLine
from tui.widgets.board_list import BoardList
from tui.widgets.buffer import Buffer


class IncidentScreen(Offering):
    """What an incident says, its facts and articles, its note, what was done with it."""

    where = "incident"

    board: var[Board] = var(Board())

    def __init__(self, keymap: Keymap, look: Look, desk: Desk, home: Home, number: int) -> None:
        super().__init__(keymap, look, desk, home)
        desk.incidents.look_at(number)
        self.first_read()

    def compose(self) -> ComposeResult:
        """The incident, and the lines under it."""
        own = IncidentScreen
        yield BoardList(id="board").data_bind(own.board, own.cursor, look=own.shown_look)
        yield from self.lines_under()

    @property
    def number(self) -> int:
        """The incident that is shown."""
        return self.desk.incidents.in_view

    def read(self) -> None:
        """Read the incident again; one that is gone leaves."""
        try:
            self.board = board(self.desk.case, self.number)
        except UnknownIncident:
            self.leave()
            return
        self.count = len(self.board.lines)
        self._taken = self.desk.case.incidents.get(self.number)
        self.slots = self.desk.tags.slots_of(self._taken.tags)
        self._stand(self.cursor)

    # -- moving

    @property
    def page_rows(self) -> int:
        """How many lines a page has."""
        return self.query_one(BoardList).page_rows

    def move(self, by: int) -> None:
        """Move the cursor by so many lines, past headings."""
        self._stand(self.cursor + by, -1 if by < 0 else 1)

    def _stand(self, at: int, towards: int = 1) -> None:
        """Put the cursor on a line, on the next that is no heading."""
        last = self.count - 1
        at = max(0, min(at, last))
        while 0 <= at <= last and self.board.lines[at].kind == "heading":
            at += towards
        if 0 <= at <= last:
            self.cursor = at
        self.desk.incidents.look_at(self.number, self._in_hand())

    @property
    def _line(self) -> BoardLine:
        lines = self.board.lines
        return lines[self.cursor] if self.cursor < len(lines) else BoardLine("text")

    def has(self, need: Need) -> bool:
        """Whether the line under the cursor leads somewhere, and whether it is a field."""
        if need == "place":
            return bool(self._line.facts or self._line.incident)
        return bool(self._line.field) if need == "field" else super().has(need)

    def watch_board(self) -> None:
        """Other keys may do something for another line in its place."""
        self.show_keys()

    def _in_hand(self) -> tuple[str, ...]:
        """The facts of the article whose line is under the cursor; of the only one, the fact."""
        one = self._taken
        if not self._line.facts or self._line.kind == "field":
            return ()
        article, _ = split(self._line.facts[0])
        if len(one.articles) == 1:
            return self._line.facts
        return tuple(fact.name for fact in one.facts if fact.article == article)

    # -- doing

    def go(self) -> None:
        """Go to the words of the fact under the cursor, in its article; open its whole or part."""
        if self._line.incident:
            self.home.show_incident(self._line.incident)
            return
        if not self._line.facts:
            self.complain(f"no fact says that; {self.keymap.key('incident.edit')} edits a field")
            return
        article, key = split(self._line.facts[0])
        self.leave_for_desk()
        self.home.show_fact(article, key)

    def edit(self) -> None:
        """Edit the field under the cursor."""
        field, number = self._line.field, self.number
        if not field:
            top = self.keymap.key("incident.first")
            self.complain(f"that is no field; the fields are at the top, {top} goes there")
            return
        now = self.desk.case.incidents.text_of(number, field)
        incidents = self.desk.incidents
        take, completing = (
            partial(incidents.edit, number, field),
            partial(incidents.completing, field),
        )
        self.ask(Prompting(self._line.label, take, Buffer(now), completing=completing))

    def put_link(self) -> None:
        """Put a link to the incident into the note of the article under the desk's cursor."""
        self.home.put_link_to_incident(self.number)

    def write_case_note(self) -> None:
        """Write the note of the case; when it is left, the incident is shown again."""
        self._write(THE_CASE)

    def write_note(self) -> None:
        """Write the note of the incident; when it is left, the incident is shown again."""
        self._write(About("incident", self.number))

    def _write(self, about: About) -> None:
        number = self.number
        self.leave_for_desk()
        self.home.write_about(about, lambda: self.home.show_incident(number))

    def merge_by_words(self) -> None:
        """Merge into an incident found by its words."""
        self.home.choose_incident("merge into", self.desk.incidents.merge_into)

    def part_by_words(self) -> None:
        """Make it a part of an incident found by its words."""
        self.home.choose_incident("part of", self.desk.wholes.put_under_incident)
