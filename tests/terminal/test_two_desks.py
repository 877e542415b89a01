"""Two analysts at two terminals in one case."""

import re
from pathlib import Path

import pytest

from store import open_case
from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PtyTerminal

TEXTS = ("Police seized a boat", "Two people were arrested", "A cell was dismantled in Fez")


@pytest.fixture
def shared(tmp_path: Path, desk: Desk) -> str:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(f"{text}\n\n{text} in Rabat on Tuesday.\n" * 3)
    path = str(tmp_path / "shared.case")
    assert desk("import", str(folder), "--case", path).wait_end() == 0
    return path


def listed(terminal: PtyTerminal) -> list[str]:
    """The rows of the list, cursor and all."""
    return [row.split("│")[0].rstrip() for row in terminal.rows[1:4]]


def test_a_colleagues_tag_appears_and_the_cursor_stays(desk: Desk, shared: str) -> None:
    ana = ready(desk("open", shared, CASEDESK_USER="ana"))
    ben = ready(desk("open", shared, CASEDESK_USER="ben"))
    ana.send("j")
    ana.wait_for("ben is here, on article 1")
    ben.wait_for("ana is here, on article 2")
    ana.wait_for(lambda _: listed(ana)[1].startswith("▸") and listed(ana)[0].endswith("◆b"))

    ben.send("j")
    ben.wait_for(lambda _: listed(ben)[1].startswith("▸"))
    ben.send("t", "d", "c")
    ana.wait_for("ben: tagged drugs/cannabis")
    ana.wait_for("#cannabis")
    ana.wait_for("◆b")
    assert listed(ana)[1].startswith("▸")
    ben.send("d")
    ana.wait_for(lambda _: listed(ana)[1].startswith("▸✓d"))
    assert [row[:1] for row in listed(ana)] == [" ", "▸", " "]

    ana.send("H")
    ana.wait_for(r"ben +done · 2")
    ana.send("u")
    ana.wait_for("undid: done")
    ben.wait_for("ana: undid: done")
    ben.wait_for(lambda _: listed(ben)[1].startswith(" · "))
    ana.send("esc", "q")
    assert ana.wait_end() == 0
    ben.wait_for(lambda text: "is here" not in text)
    ben.send("q")
    assert ben.wait_end() == 0
    assert sorted(path.name for path in Path(shared).parent.glob("shared.case*")) == ["shared.case"]


def test_an_idle_desk_beside_another_sends_nothing(desk: Desk, shared: str) -> None:
    ana = ready(desk("open", shared, CASEDESK_USER="ana"))
    ben = ready(desk("open", shared, CASEDESK_USER="ben"))
    ana.wait_for("ben is here")
    ben.wait_for("ana is here")
    for terminal in (ana, ben):
        terminal.fall_silent()
    files = stamps(shared)
    ana.fall_silent()
    assert stamps(shared) == files


def stamps(path: str) -> dict[str, int]:
    folder = Path(path).parent
    return {file.name: file.stat().st_mtime_ns for file in folder.glob("shared.case*")}


def test_a_killed_desk_is_here_no_more(desk: Desk, shared: str) -> None:
    ana = ready(desk("open", shared, CASEDESK_USER="ana"))
    ben = ready(desk("open", shared, CASEDESK_USER="ben"))
    ana.wait_for("ben is here")
    ben.kill()
    ana.wait_for(lambda text: not re.search("ben is here", text))


def test_whoever_waits_is_told_for_whom_and_every_key_is_kept(desk: Desk, shared: str) -> None:
    """Keys work on while the right to write is held for longer than patience."""
    ana = ready(desk("open", shared, CASEDESK_USER="ana"))
    with (
        open_case(shared, user="ben") as ben,
        ben.engine.change("import", "import of 4,000 articles"),
    ):
        ana.send("t", "d", "c")
        ana.send("j")
        ana.wait_for(lambda _: listed(ana)[1].startswith("▸"))
        ana.wait_for(r"waiting for ben, who is writing since \d+ s \(import of 4,000 articles\)")
    ana.wait_for("tagged drugs/cannabis")
    with open_case(shared, read_only=True) as case:
        assert list(case.marks(1).tags) == ["drugs/cannabis"]
