"""What is sent is less than Textual would send; what the terminal shows is the same."""

import shutil
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Desk
from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal

TEXTUALS_OWN = """
from textual.drivers.linux_driver import LinuxDriver
from tui.driver.terminal import DeskDriver

DeskDriver.write = LinuxDriver.write
"""
"""Makes the desk send all that Textual writes, from within its own process."""

ARTICLES = {
    "arabic": "أوقفت الشرطة في مراكش ثلاثة أشخاص\n\nضبطت الشُّرطة ٣٥ كيلوغراماً من الحشيش في طنجة.\n",
    "emoji": "Police 👮 and 👩‍👩‍👧 in Rabat\n\nThree people 🚓 were arrested 🚨 in Rabat.\n",
    "marks": "Cafe\u0301 in Nador searched\n\nThe cafe\u0301\u0323s of Nador, e\u0301, n\u0303.\n",
    "plain": "Police in Rabat arrested three people\n\nThey seized 35 kg of cannabis resin.\n",
    "wide": "警察在拉巴特逮捕了三人\n\n他们缴获了35公斤大麻。ﾊｰﾌ 漢字 mixed with words.\n",
}


@pytest.fixture
def case(desk: Desk, tmp_path: Path) -> str:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(f"{text}\n{text * 9}")
    path = str(tmp_path / "a.case")
    assert desk("import", str(folder), "--case", path).wait_end() == 0
    return path


def quiet(terminal: PtyTerminal) -> PtyTerminal:
    terminal.wait_for("q quit")
    terminal.settle(0.4)
    return terminal


def assert_alike(one: PtyTerminal, other: PtyTerminal, when: str = "") -> None:
    """Both come to show the same above the status line, which tells of the way there."""
    deadline = time.monotonic() + PATIENCE_S
    while above(one.settle(0.1)) != above(other.settle(0.1)):
        assert time.monotonic() < deadline, f"{when}\n{one.text}\n\n{other.text}"


def above(text: str) -> list[str]:
    return text.splitlines()[:-3]


@pytest.mark.parametrize("size", [(120, 30), (80, 24)])
def test_the_screen_is_what_textuals_own_driver_shows(
    desk: Desk, case: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(TEXTUALS_OWN)
    ours = quiet(desk("open", case, size=size))
    copy = shutil.copy(case, tmp_path / "copy.case")
    textuals = quiet(desk("open", str(copy), size=size, PYTHONPATH=str(tmp_path)))
    for keys in ("", "j", "j", " ", "k", "jj", "tdc", "?", "\x1b", "cx👮é", "\x1b", "x", "u"):
        for terminal in (ours, textuals):
            terminal.send(keys)
        ours.settle(0.2)
        assert_alike(ours, textuals, f"after {keys!r}")
    assert len(ours.output) < len(textuals.output)


def test_a_storm_of_sizes_ends_in_the_screen_of_the_last(desk: Desk, case: str) -> None:
    stormy = quiet(desk("open", case, size=(100, 30)))
    for columns in (*range(60, 130, 7), 80, 130, 60, 100):
        stormy.resize(columns, 16 + columns // 6)
        stormy.send("jk")
        stormy.watch(0.01)
    stormy.resize(100, 30)
    stormy.send("j")
    calm = quiet(desk("open", case, size=(100, 30)))
    calm.send("j")
    assert_alike(stormy, calm)


def test_after_a_window_was_small_for_a_moment_everything_is_there(desk: Desk, case: str) -> None:
    terminal = quiet(desk("open", case))
    before = terminal.text
    for _ in range(5):
        terminal.resize(61, 17)
        terminal.resize(120, 40)
    terminal.settle(0.3)
    terminal.wait_for(lambda text: text == before)


def test_what_something_else_wrote_is_painted_over(desk: Desk, case: str) -> None:
    terminal = quiet(desk("open", case))
    terminal.send("\x1b")  # the card of the first keys goes with any of them
    before = quiet(terminal).text
    terminal.screen.reset()
    terminal.send("\x0c")
    terminal.wait_for(lambda text: text == before)
