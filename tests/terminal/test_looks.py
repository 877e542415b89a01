"""The look of the desk in a real pseudo-terminal: themes, few colours, none, ASCII, own keys."""

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PtyTerminal

PENS = re.compile(rb"\x1b\[([0-9;]+)m")


def pens(terminal: PtyTerminal) -> list[str]:
    return [pen.decode() for pen in PENS.findall(bytes(terminal.output))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the analyst's own files are."""
    path = tmp_path / ".config" / "casedesk"
    path.mkdir(parents=True)
    return path


@pytest.mark.parametrize("kind", ["linux", "xterm", "screen"])
def test_a_terminal_of_few_colours_is_sent_no_more(desk: Desk, kind: str) -> None:
    for _ in range(2):  # the second time the first screen comes before the app
        terminal = ready(desk("demo", TERM=kind))
        terminal.send("j")
        terminal.settle()
        assert any("30;46" in pen for pen in pens(terminal))
        assert not [pen for pen in pens(terminal) if "8;5" in pen or "8;2" in pen]
        terminal.send("q")
        terminal.wait_end()


@pytest.mark.parametrize("theme", ["light", "colour-blind", "high-contrast", "mono"])
@pytest.mark.usefixtures("sample")
def test_the_app_takes_over_a_first_screen_of_the_same_look(desk: Desk, theme: str) -> None:
    terminal = ready(desk("demo", CASEDESK_THEME=theme))
    assert terminal.output.count(b"\x1b[?1049h") == 1
    assert terminal.output.count(b"Rabat\x1b") <= 2, "it was sent again"
    assert terminal.output.count("─ 2 Text".encode()) == 1, "the pen of titles differs"
    assert any("8;5" in pen for pen in pens(terminal)) == (theme != "mono")


@pytest.mark.usefixtures("sample")
def test_without_any_glyph_but_ascii(desk: Desk) -> None:
    terminal = ready(desk("demo", TERM="linux"))
    terminal.send("d", "x", "f")
    terminal.wait_for(r"^ \+d.*\n -x.*\n !f")
    assert "|- 2 Text" in terminal.rows[0]
    strange = {character for character in terminal.text if not character.isascii()}
    assert not strange


@pytest.mark.usefixtures("sample")
def test_a_wrong_setting_is_told_before_the_terminal_is_taken(desk: Desk, folder: Path) -> None:
    (folder / "config.toml").write_text('mouse_speed = 3\ntheme = "lihgt"\n')
    terminal = desk("demo", size=(200, 40))
    assert terminal.wait_end() == 2
    assert b"\x1b[?1049h" not in terminal.output
    assert "config.toml:1: there is no setting mouse_speed" in terminal.text
    assert "casedesk --defaults" in terminal.text
    ready(desk("demo", "--defaults"))


@pytest.mark.usefixtures("sample")
def test_wrong_keys_are_told_and_the_terminal_is_given_back(desk: Desk, folder: Path) -> None:
    (folder / "keys.toml").write_text('\narticle.done = "x"\n')
    terminal = desk("demo", size=(200, 40))
    assert terminal.wait_end() == 2
    last_words = terminal.output[terminal.output.rfind(b"\x1b[?1049l") :].decode()
    assert "keys.toml:2: the key x is given to both article.done and article.dismiss" in last_words
    assert terminal.modes == terminal.modes_before


@pytest.mark.usefixtures("sample")
def test_a_key_of_ones_own_and_a_size_of_60x20(desk: Desk, folder: Path) -> None:
    (folder / "keys.toml").write_text('article.done = "f5"\n')
    (folder / "config.toml").write_text('[keys]\npreset = "vim"\n')
    terminal = ready(desk("demo", size=(60, 20)))
    terminal.wait_for("f5 done")
    terminal.send("\x1b[15~")
    terminal.wait_for(r"^ ✓d")
    terminal.send("gg", "\x04", "Z")
    terminal.wait_for("Z leave: *Z quit")
    terminal.send("Z")
    assert terminal.wait_end() == 0


@pytest.mark.usefixtures("sample")
def test_the_mouse_is_left_to_the_terminal_unless_the_wheel_is_wanted(desk: Desk) -> None:
    assert b"\x1b[?1000h" not in ready(desk("demo", size=(120, 20))).output
    terminal = ready(desk("demo", size=(120, 20), CASEDESK_MOUSE="on"))
    assert b"\x1b[?1000h" in terminal.output
    before = terminal.rows[10][36:82]
    terminal.send("\x1b[<65;60;10M")
    terminal.wait_for(lambda _: terminal.rows[7][36:82] == before)
