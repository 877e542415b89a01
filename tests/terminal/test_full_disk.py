"""A disk that fills while a note is typed: the note is kept, the rest refused, until there is room.

The disk is a tmpfs in a namespace of its own, held by a process that does nothing else.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from store import open_case
from tests.terminal.conftest import Desk, ready

SIZE = "16m"
TYPED = "Ask Rabat about the boat. It left from Nador."


class SmallDisk:
    """A small disk that is mounted for its holder, and for who enters there."""

    def __init__(self, folder: Path, holder: "subprocess.Popen[str]") -> None:
        self.folder = folder
        self.seen = Path(f"/proc/{holder.pid}/root{folder}")
        """Where it is from outside."""
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        self.enter = ["nsenter", "--target", str(holder.pid), "--mount", *user]

    def fill(self) -> None:
        """Leave room for nothing."""
        with suppress(OSError), (self.seen / "fill").open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass

    def case(self, article: int) -> tuple[str, set[str]]:
        """The note and the tags of an article as they lie on the disk.

        In a copy: SQLite would look for what is beside the file where only its holder sees it.
        """
        copy = self.folder.with_name("copy.case")
        (case,) = self.seen.rglob("sample.case")
        for file in case.parent.glob("sample.case*"):
            if file.name in ("sample.case", "sample.case-wal"):
                shutil.copy(file, copy.with_name(file.name.replace("sample", "copy")))
        with open_case(copy) as opened:
            return opened.note(article), set(opened.marks(article).tags)

    def clear(self) -> None:
        """Make room again."""
        (self.seen / "fill").unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    if sys.platform != "linux" or not (shutil.which("unshare") and shutil.which("nsenter")):
        pytest.skip("there is no unshare and nsenter to mount a small disk with")
    folder = tmp_path / "small"
    folder.mkdir()
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mount = f'mount -t tmpfs -o size={SIZE} none "{folder}" && echo ready && exec cat'
    with subprocess.Popen(
        [*unshare, "sh", "-c", mount], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        if holder.stdout.readline() != "ready\n":
            pytest.skip("this machine does not let one mount a small disk")
        yield SmallDisk(folder, holder)
        holder.kill()


def test_the_note_in_hand_is_kept_the_rest_refused_until_there_is_room(
    desk: Desk, disk: SmallDisk
) -> None:
    terminal = ready(desk("demo", under=disk.enter, HOME=str(disk.folder)))
    terminal.send("c", TYPED[:25])
    terminal.wait_for("Ask Rabat")
    terminal.wait_for("saved")
    disk.fill()
    terminal.send(TYPED[25:])
    terminal.wait_for("from Nador")
    terminal.wait_for("DISK FULL")
    terminal.send("esc")
    terminal.settle()
    terminal.send("t", "d", "c")
    terminal.wait_for("The disk is full")
    assert disk.case(1) == (TYPED, set())
    disk.clear()
    terminal.send("t", "d", "c")
    terminal.wait_for("tagged drugs/cannabis")
    terminal.send("q")
    assert terminal.wait_end() == 0
    assert disk.case(1) == (TYPED, {"drugs/cannabis"})
