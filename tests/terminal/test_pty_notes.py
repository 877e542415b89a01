"""Two desks on real terminals write the same note; what was typed when one died is offered."""

from pathlib import Path

from store import open_case
from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PtyTerminal

RESTLESS = """
from tui.desk import note_keeper

note_keeper._QUIET_S = 3600.0
"""
"""Makes a draft stay one, however long it takes until its desk is killed."""


def two_desks(desk: Desk, sample: Path, **changes: str) -> tuple[PtyTerminal, PtyTerminal]:
    ana = ready(desk("demo", CASEDESK_USER="ana", **changes))
    bea = ready(desk("open", str(sample), CASEDESK_USER="bea"))
    return ana, bea


def note_of(sample: Path) -> str:
    with open_case(sample, read_only=True) as case:
        return case.note(1)


def test_two_who_write_one_note_both_end_up_in_it_on_both_screens(desk: Desk, sample: Path) -> None:
    ana, bea = two_desks(desk, sample)
    ana.send("c", "Ask Rabat.")
    bea.send("c", "Ask Madrid.")
    ana.wait_for(r"Ask Madrid\.(.*\n)*.*Ask Rabat\.|Ask Rabat\.(.*\n)*.*Ask Madrid\.")
    bea.wait_for(r"Ask Madrid\.(.*\n)*.*Ask Rabat\.|Ask Rabat\.(.*\n)*.*Ask Madrid\.")
    ana.send("!")
    bea.send("esc")
    ana.send("esc")
    ana.wait_for(lambda _: "!" in note_of(sample))  # "saved" may still be of the words before it
    lines = note_of(sample).split("\n")
    assert sorted(line.rstrip("!") for line in lines) == ["Ask Madrid.", "Ask Rabat."]
    bea.wait_for("!")
    ana.send("q")
    bea.send("q")
    assert (ana.wait_end(), bea.wait_end()) == (0, 0)


def test_a_colleagues_line_is_kept_beside_a_burst_of_mine(desk: Desk, sample: Path) -> None:
    ana, bea = two_desks(desk, sample)
    ana.send("c", "first", "esc")
    ana.wait_for("noted")
    bea.wait_for("first")
    bea.send("c")
    words = " ".join(f"{number:03}" for number in range(200))
    bea.send("enter", words)
    ana.send("c", "enter", "hers")
    ana.send("esc", "q")
    bea.send("esc", "q")
    assert (ana.wait_end(), bea.wait_end()) == (0, 0)
    note = note_of(sample)
    assert words in note.split("\n")
    assert "hers" in note.split("\n")
    assert note.startswith("first\n")


def test_what_a_killed_desk_left_on_a_note_that_moved_is_offered_and_taken(
    desk: Desk, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(RESTLESS)
    ana, bea = two_desks(desk, sample, PYTHONPATH=str(tmp_path))
    ana.send("c", "half a")
    ana.wait_for("saved as a draft")
    ana.kill()
    bea.send("c", "hers", "esc")
    bea.wait_for("noted")
    again = ready(desk("demo", CASEDESK_USER="ana"))
    assert "ana's unsaved note of article 1: D shows it" in again.text
    again.send("D")
    again.wait_for(r"\+ +half a")
    again.send("t")
    again.wait_for("took ana's unsaved note of article 1")
    assert note_of(sample) == "hers\nhalf a"
