"""Whatever Textual writes, the terminal shows the same with less of it."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from wcwidth import wcwidth

from tests.laws import tried
from tui.driver.shown import Shown
from tui.widths import is_certain

COLUMNS, ROWS = 24, 4
PENS = ("", "1", "2", "30;46", "1;33", "7", "39;49", "1;39;49", "90;49", "39;44")
CERTAIN = ("a", "ab", "police", " ", "            ", "▸ ", "–", "✓d", "·", "\xe9")
DOUBTFUL = ("漢字", "e\u0301", "\u0301", "👮", "🇲🇦", "👩‍👩", "⚑️", "مراكش", "فّ", "\u200b", "­", "‼️")
ODD = (
    "\x1b[2J",
    "\x1b[1;1Hx",
    "words",
    "\x1b[?1049h",
    "\x1b]8;;a\x1b\\b\x1b]8;;\x1b\\",
    "\r",
    "\x1b[1K",
)
"""Output that no frame of Textual's is made of."""

Parts = tuple[int, int, list[tuple[str, str]]]
"""Row, column, and words with their pens."""

words = st.lists(st.sampled_from(CERTAIN + DOUBTFUL), min_size=1, max_size=4).map("".join)
certain = st.lists(st.sampled_from(CERTAIN), min_size=1, max_size=4).map("".join)
pieces = st.lists(st.tuples(certain | words, st.sampled_from(PENS)), min_size=1, max_size=3)
runs = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), pieces)


def drawn(run: Parts) -> str:
    """A run as Textual writes it, within the screen."""
    row, column, parts = run
    room, out = COLUMNS - column, [f"\x1b[{row + 1};{column + 1}H"]
    for text, pen in parts:
        text, room = text[:room], max(room - len(text), 0)
        if text:
            out.append(f"\x1b[{pen}m{text}\x1b[0m" if pen else text)
    return "".join(out)


def frame_of(parts: Sequence[Parts]) -> str:
    """A frame: its runs row by row, a new line between rows, the cursor put back at the end."""
    rows = groupby(sorted(parts, key=itemgetter(0)), key=itemgetter(0))
    return "\n".join("".join(map(drawn, row)) for _, row in rows) + "\x1b[1;1H"


frames = st.lists(runs, max_size=5).map(frame_of)
outputs = st.lists(frames | frames | frames | st.sampled_from(ODD), max_size=12)


class Terminal:
    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        for string in ("\x1b]8;;a\x1b\\", "\x1b]8;;\x1b\\"):  # pyte would print them
            data = data.replace(string, "")
        self._stream.feed(data)

    def shows(self) -> object:
        rows = [[self.screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]
        return rows, (self.screen.cursor.x, self.screen.cursor.y)


@tried(40)
@given(outputs)
@example([frame_of([(1, 0, [("abc", "")])]), "\x1b[2J", frame_of([(1, 0, [("abc", "")])])])
def test_a_terminal_shows_the_same_after_every_output(data: list[str]) -> None:
    told, wanted, shown = Terminal(), Terminal(), Shown()
    for output in data:
        wanted.feed(output)
        told.feed(shown.less(output))
        assert told.shows() == wanted.shows()


plain_pieces = st.lists(st.tuples(certain, st.sampled_from(PENS)), min_size=1, max_size=3)
plain_runs = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), plain_pieces)


@given(st.lists(plain_runs, max_size=ROWS, unique_by=lambda run: run[0]).map(frame_of))
def test_what_is_shown_already_is_not_sent_again(frame: str) -> None:
    shown = Shown()
    shown.less(frame)
    assert shown.less(frame) == ""


def test_a_moved_cursor_costs_two_rows_and_no_more() -> None:
    shown = Shown()
    rows = [(y, 0, [(f"  row {y} of the list   ", "")]) for y in range(ROWS)]
    shown.less(frame_of(rows))
    rows[1] = (1, 0, [("▸ row 1 of the list   ", "")])
    assert shown.less(frame_of(rows)) == "\x1b[2;1H▸\x1b[1;1H"


def test_a_blank_tail_is_erased() -> None:
    shown = Shown()
    shown.less(frame_of([(0, 0, [("twenty-two characters!", "1")])]))
    assert shown.less(frame_of([(0, 0, [("two" + " " * 19, "")])])) == "two\x1b[19X\x1b[1;1H"


def test_after_forgetting_everything_is_sent() -> None:
    shown, frame = Shown(), frame_of([(0, 0, [("police", "1")])])
    shown.less(frame)
    shown.forget()
    assert "police" in shown.less(frame)


@pytest.mark.parametrize(
    "mode", ["\x1b[?25l", "\x1b[?2004h", "\x1b]52;c;YQ==\x07", "\x07", "\x1b[<u"]
)
def test_what_moves_no_cell_goes_through_and_nothing_is_forgotten(mode: str) -> None:
    shown, frame = Shown(), frame_of([(0, 0, [("police", "")])])
    shown.less(frame)
    assert shown.less(mode) == mode
    assert shown.less(frame) == ""


def test_characters_that_are_taken_for_certain_are_one_cell_wide_to_everyone() -> None:
    for code in range(0x20, 0x3000):
        character = chr(code)
        if is_certain(character):
            assert wcwidth(character) == get_character_cell_size(character) == 1, hex(code)
            assert not unicodedata.combining(character), hex(code)
