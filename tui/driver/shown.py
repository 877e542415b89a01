"""What the terminal shows, cell by cell, so that only what is new has to be sent."""

from collections.abc import Iterator

from tui.driver.frames import Piece, Run, UnreadableError, is_aside, read
from tui.widths import is_certain

_BRIDGE = 4
"""Unchanged cells that are cheaper to send again than to step over."""
_ERASED = 9
"""Blank cells that are cheaper to erase than to send."""


class _Row:
    """A row of cells: characters and pens; "" where nobody knows what is shown."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.pens: list[str] = []
        self.changed: set[int] = set()

    def put(self, column: int, words: str, pen: str) -> None:
        """Write words and take note of the cells that they change."""
        end = column + len(words)
        if missing := end - len(self.characters):
            self.characters.extend([""] * missing)
            self.pens.extend([""] * missing)
        wanted = list(words)
        before, pens = self.characters[column:end], self.pens[column:end]
        if pens.count(pen) != len(pens):
            self.changed.update(range(column, end))
            self.pens[column:end] = [pen] * len(wanted)
        elif before == wanted:
            return
        else:
            cells = zip(range(column, end), wanted, before, strict=True)
            self.changed.update([cell for cell, new, old in cells if new != old])
        self.characters[column:end] = wanted

    def news(self) -> Iterator[tuple[int, Piece]]:
        """The changed cells, from left to right, with the column of each piece."""
        for start, end in self._spans():
            while start < end:
                stop, pen = start + 1, self.pens[start]
                while stop < end and self.pens[stop] == pen:
                    stop += 1
                yield start, Piece("".join(self.characters[start:stop]), pen)
                start = stop

    def _spans(self) -> list[tuple[int, int]]:
        """Where cells have changed; small gaps of known cells are bridged."""
        spans: list[tuple[int, int]] = []
        start = end = -1
        for column in sorted(self.changed):
            if column != end and not self._is_bridged(end, column):
                spans.append((start, end))
                start = column
            end = column + 1
        self.changed.clear()
        return [*spans[1:], (start, end)]

    def _is_bridged(self, start: int, end: int) -> bool:
        return start >= 0 and end - start <= _BRIDGE and "" not in self.characters[start:end]


class Shown:
    """The cells of the terminal as far as they are known for certain.

    `less` turns output into less output with the same outcome, whatever the terminal makes of
    characters whose width is doubtful: a row with such a character is sent as it came, and
    nothing in it is taken for known until it is sent again without.
    """

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._cursor: tuple[int, int] | None = None
        self._pen = ""
        self._out: list[str] = []

    def forget(self) -> None:
        """Take nothing for known, as after the terminal changed its size or was lent."""
        self._rows = {}
        self._cursor = None

    def less(self, data: str) -> str:
        """Output that leaves the terminal as `data` would; "" where it is so already."""
        if is_aside(data):
            return data
        try:
            runs = read(data)
        except UnreadableError:
            self.forget()
            return data
        self._out = []
        self._draw(runs)
        return "".join(self._out)

    def _draw(self, runs: list[Run]) -> None:
        for run in runs:
            if run.is_certain:
                self._put(run)
            else:
                self._pass_on(run)
        for number in sorted(self._rows):
            self._send(number)
        self._take_pen("")
        self._go(runs[-1].row, runs[-1].column)

    def _put(self, run: Run) -> None:
        row = self._rows.setdefault(run.row, _Row())
        column = run.column
        for words, pen in run.pieces:
            row.put(column, words, pen)
            column += len(words)

    def _pass_on(self, run: Run) -> None:
        """Send a run as it came; from here on nobody knows what its row shows.

        A mark at the left edge may join the last letter of the row above.
        """
        first = run.pieces[0].words[:1]
        for number in (run.row, run.row - 1) if not is_certain(first) else (run.row,):
            self._send(number)
            self._rows.pop(number, None)
        self._take_pen("")
        self._go(run.row, run.column)
        self._out.append(run.data)
        self._cursor = None

    def _send(self, number: int) -> None:
        """Send the changed cells of a row."""
        row = self._rows.get(number)
        if row is not None and row.changed:
            for column, piece in row.news():
                self._go(number, column)
                self._say(piece)

    def _say(self, piece: Piece) -> None:
        """Send a piece where the cursor is; many blanks at its end are erased instead."""
        assert self._cursor is not None
        row, column = self._cursor
        kept = piece.words if piece.pen else piece.words.rstrip(" ")
        blanks = len(piece.words) - len(kept)
        if blanks < _ERASED:
            kept, blanks = piece.words, 0
        self._take_pen(piece.pen)
        self._out.append(f"{kept}\x1b[{blanks}X" if blanks else kept)
        self._cursor = (row, column + len(kept))

    def _take_pen(self, pen: str) -> None:
        if pen != self._pen:
            self._out.append(f"\x1b[0;{pen}m" if pen and self._pen else f"\x1b[{pen}m")
            self._pen = pen

    def _go(self, row: int, column: int) -> None:
        if self._cursor == (row, column):
            return
        if self._cursor and self._cursor[0] == row and self._cursor[1] < column:
            self._out.append(f"\x1b[{column - self._cursor[1]}C")
        else:
            self._out.append(f"\x1b[{row + 1};{column + 1}H")
        self._cursor = (row, column)
