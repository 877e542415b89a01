"""Disks and owners that a command meets: exit code 2, one sentence, and the case as it was."""

import os
import sys
from pathlib import Path

import pytest

from store.engine import place
from tests.cli.conftest import SEEDS, Run
from tests.store.small_disk import mount_in_a_namespace
from tests.tui.sitting import Sitting
from tui.cli.cases import open_for_desk


@pytest.mark.parametrize("words", [["list"], ["undo"], ["import", str(SEEDS[0])]], ids=" ".join)
def test_a_network_file_system_is_refused_unless_forced(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    listed = case.with_name("mountinfo")
    listed.write_text(f"40 21 0:50 / {case.parent} rw - nfs4 server:/cases rw\n")
    monkeypatch.setattr(place, "MOUNTS", str(listed))
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"casedesk: {case} lies on a network file system (nfs4)")
    assert "--force-network" in refused.err
    assert refused.err.count("\n") == 1
    for forced in (["--force-network", *words], [*words, "--force-network"]):
        assert "network" not in run(*forced).err


FILLED = """
import os, sys
from pathlib import Path
from tests.store.filling import fill
from tui.command_line import run
seed, folder = sys.argv[1], Path(sys.argv[2])
os.environ["HOME"] = str(folder / "home")
sys.stderr = sys.stdout

def casedesk(*words):
    sys.argv = ["casedesk", *map(str, words)]
    code = run()
    print(*words[:1], int(code))

casedesk("import", seed, "--case", folder / "a.case")
fill(folder)
casedesk("undo", "--case", folder / "a.case")
casedesk("list", "--case", folder / "a.case")
casedesk("import", seed, "--case", folder / "b.case")
(folder / "fill").unlink()
casedesk("undo", "--case", folder / "a.case")
print(*sorted(path.name for path in folder.glob("*.case*")))
"""


def test_a_full_disk(tmp_path: Path) -> None:
    said = mount_in_a_namespace(
        f'mount -t tmpfs -o size=9m none "{tmp_path}"',
        [sys.executable, "-c", FILLED, str(SEEDS[0]), str(tmp_path)],
    )
    assert said == [
        "1 article added, 0 known already; facts found in 1 article.",
        "import 0",
        f"casedesk: The disk is full: make room on {tmp_path} to work in {tmp_path}/a.case; what "
        "was saved is safe.",
        "undo 2",
        said[4],
        "list 0",
        f"casedesk: {tmp_path}/b.case cannot be made: the disk is full.",
        "import 2",
        "casedesk: You have changed nothing that could be undone.",
        "undo 1",
        "a.case",
    ]
    assert said[4].startswith("1\t2020-09-23\t")


def test_a_desk_that_can_only_read_says_why(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with open_for_desk(case) as opened:
        desk = Sitting(opened).desk
        assert desk.status.tone == "problem"
        assert desk.status.words.startswith(f"open for reading: {case} may not be changed by you")
        assert "READ ONLY" in desk.aside()
        assert opened.count() == 5
