"""The first screen comes before the app, looks like it, and gives the terminal back if need be."""

import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PtyTerminal
from tests.terminal.test_endings import assert_clean
from tests.terminal.test_screen import case
from tui.panes.places import FOOT, arrange

__all__ = ["case"]

SLOW = "import time; time.sleep(600)"
BROKEN = "raise RuntimeError('half of it is missing')"


def textual_that(does: str, folder: Path) -> dict[str, str]:
    """An environment whose textual does something else than load."""
    (folder / "textual").mkdir(exist_ok=True)
    (folder / "textual" / "__init__.py").write_text(does)
    return {"PYTHONPATH": str(folder)}


@pytest.fixture
def early(desk: Desk, sample: Path, tmp_path: Path) -> PtyTerminal:
    """The first screen of the sample case, with no app ever coming."""
    terminal = desk("demo", **textual_that(SLOW, tmp_path))
    terminal.wait_for("Rabat")
    terminal.settle(0.1)
    return terminal


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16), (200, 50)])
@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}], ids=["colour", "mono"])
def test_it_has_the_list_and_the_text_where_the_desk_has_them(
    desk: Desk, case: str, tmp_path: Path, size: tuple[int, int], colour: dict[str, str]
) -> None:
    early = desk("open", case, size=size, **colour, **textual_that(SLOW, tmp_path))
    early.wait_for("1 Articles")
    early.settle(0.1)
    real = ready(desk("open", case, size=size, **colour))
    places = arrange(*size, "list")
    width = places["text"].x + places["text"].width
    rows = slice(0, size[1] - FOOT)
    assert [row[:width] for row in early.screen.display[rows]] == [
        row[:width] for row in real.screen.display[rows]
    ]
    looks = [[early.screen.buffer[y][x] for x in range(width)] for y in (0, 1, 2)]
    assert looks == [[real.screen.buffer[y][x] for x in range(width)] for y in (0, 1, 2)]


@pytest.mark.usefixtures("sample")
def test_the_app_takes_it_over_without_clearing_it(desk: Desk) -> None:
    terminal = ready(desk("demo"))
    assert terminal.output.count(b"\x1b[?1049h") == 1
    assert b"\x1b[2J" not in terminal.output
    assert terminal.output.count(b"Rabat\x1b") <= 2
    terminal.send("q")
    assert terminal.wait_end() == 0
    assert_clean(terminal)


def test_keys_meanwhile_are_not_shown(early: PtyTerminal) -> None:
    before = early.text
    early.send("xyz", "enter", "\x1a", "\x1c")
    early.watch(0.2)
    assert early.text == before
    assert not early.ended


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_ended_meanwhile_gives_the_terminal_back(
    early: PtyTerminal, number: signal.Signals
) -> None:
    early.signal(number)
    assert early.wait_end() == -number
    assert_clean(early)


def test_ctrl_c_meanwhile_leaves(early: PtyTerminal) -> None:
    early.send("\x03")
    assert early.wait_end() == 130
    assert_clean(early)


@pytest.mark.usefixtures("sample")
def test_what_goes_wrong_meanwhile_is_told_where_it_stays(desk: Desk, tmp_path: Path) -> None:
    terminal = desk("demo", **textual_that(BROKEN, tmp_path))
    assert terminal.wait_end() == 70
    assert_clean(terminal)
    last_words = terminal.output[terminal.output.rindex(b"\x1b[?1049l") :]
    assert b"half of it is missing" in last_words


@pytest.mark.usefixtures("sample")
def test_a_size_that_changes_meanwhile_is_filled(desk: Desk) -> None:
    terminal = desk("demo", size=(120, 40))
    terminal.wait_for("1 Articles")
    terminal.resize(80, 24)
    calm = ready(desk("demo", size=(80, 24)))
    terminal.wait_for(lambda text: text.splitlines()[:-FOOT] == calm.text.splitlines()[:-FOOT])
