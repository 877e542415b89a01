"""Commands that are no desk, as a person at a terminal sees them."""

from pathlib import Path

import pytest

from store import open_case
from tests.terminal.conftest import Desk

SEEDS = str(Path(__file__).parents[2] / "seeds")

HELD = """
import os, time
from tui import extraction

extract = extraction.extract_one

def held(item, rules):
    while int(item.name) > 32 and not os.path.exists(os.environ["GO_ON"]):
        time.sleep(0.01)
    return extract(item, rules)

extraction.extract_one = held
"""
"""Makes a worker wait after the first two of its chunks, until there is a file."""


@pytest.fixture
def case(desk: Desk, tmp_path: Path) -> str:
    path = str(tmp_path / "a.case")
    assert desk("import", SEEDS, "--case", path).wait_end() == 0
    return path


@pytest.mark.parametrize("width", [60, 100, 160])
def test_the_list_has_a_line_for_each_article_and_fits(desk: Desk, case: str, width: int) -> None:
    terminal = desk("list", "--case", case, size=(width, 20))
    assert terminal.wait_end() == 0
    lines = terminal.text.strip("\n").splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3", "4", "5"]
    assert all("…" in line for line in lines) == (width == 60)


def test_an_article_is_wrapped_at_words(desk: Desk, case: str) -> None:
    terminal = desk("show", "1", "--case", case, size=(50, 120))
    assert terminal.wait_end() == 0
    assert "\nRabat – Morocco’s police aborted a drug\n" in terminal.text
    assert b"\x1b[1m" in terminal.output


def test_the_log_tells_local_time_in_words(desk: Desk, case: str) -> None:
    terminal = desk("log", "--case", case, TZ="UTC")
    assert terminal.wait_end() == 0
    with open_case(case, read_only=True) as opened:
        (first, *_) = opened.history()
    assert first.at[:19].replace("T", " ") in terminal.text
    assert first.label in terminal.text


def test_many_files_show_how_far_the_import_is(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Police in Rabat arrested {number} people.")
    terminal = desk("import", str(folder), "--case", str(tmp_path / "b.case"))
    assert terminal.wait_end() == 0
    assert "100%" in terminal.text
    assert "60 articles added" in terminal.text


@pytest.mark.parametrize("words", [["show", "1"], ["list"], ["open"]], ids=" ".join)
def test_what_a_terminal_would_obey_is_shown_instead(
    desk: Desk, tmp_path: Path, words: list[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Police in \x1b]0;gotcha\x1b\\ Rabat \x9b31m arrested 3 people.\n\x1b[35mRed\n")
    path = str(tmp_path / "c.case")
    assert desk("import", str(bad), "--case", path).wait_end() == 0
    terminal = desk(*words, "--case", path)
    terminal.wait_for("Police in")
    terminal.settle()
    assert "gotcha" in terminal.text
    assert b"\x1b]0;" not in terminal.output
    assert b"\x1b[35m" not in terminal.output
    assert "\x9b".encode() not in terminal.output


def test_ctrl_c_keeps_what_is_done_and_the_same_import_goes_on(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    article = next(Path(SEEDS).glob("*.txt")).read_text()
    for number in range(80):
        (folder / f"{number}.txt").write_text(f"{article}\n\nDocket {number}.\n")
    words = ("import", str(folder), "--case", str(tmp_path / "d.case"))
    (tmp_path / "sitecustomize.py").write_text(HELD)
    go_on = tmp_path / "go on"
    terminal = desk(*words, PYTHONPATH=str(tmp_path), GO_ON=str(go_on))
    terminal.wait_for(r"Finding facts +\[#")
    terminal.send("\x03")
    terminal.wait_for(r"\^C")  # by then the program has been told
    go_on.touch()
    assert terminal.wait_end() == 130
    assert "Interrupted" in terminal.text
    assert b"Traceback" not in terminal.output

    with open_case(tmp_path / "d.case", read_only=True) as case:
        assert case.count() == 80
        unread = len(case.unread())
    assert 0 < unread < 80
    again = desk(*words)
    assert again.wait_end() == 0
    assert f"facts found in {unread} articles" in again.text


def test_the_keys_are_grouped_and_the_tags_folded(desk: Desk) -> None:
    terminal = desk("keys", size=(80, 400))
    assert terminal.wait_end() == 0
    assert "\nAnywhere on the desk\n" in f"\n{terminal.text}"
    assert "c cannabis · k cocaine" in terminal.text
    assert max(map(len, terminal.rows)) <= 80
