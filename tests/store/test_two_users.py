"""Two users of one group, each with a umask that gives nothing away, in a folder of the group."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import NewArticle, open_case

ROOT = Path(__file__).resolve().parents[2]
ANA, BEN, GROUP = 54_001, 54_002, 54_321

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root can be two other users in turn"
)

USER = """
import os, sys
import difflib, tempfile, tomllib  # Python may lie where only its own user can read
import store.public, store.tables, store.readers.text, facts.model
number, group, path, name = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
os.setgroups([group]); os.setresgid(number, number, number); os.setresuid(number, number, number)
os.umask(0o077)
with store.open_case(path, user=name) as case:
    case.presence.at(number % 10)
    for line in sys.stdin:
        match line.split():
            case ["tag", article]:
                print(case.tag([int(article)], ["drugs/cannabis"]).seq, flush=True)
            case ["here"]:
                print(*(f"{one.user}@{one.article}" for one in case.presence.here()), flush=True)
            case ["changes"]:
                print(*(change.user for change in case.poll()), flush=True)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A case in a folder of the group, which its files take over."""
    folder = Path(tempfile.mkdtemp(prefix="casedesk-group-"))
    path = folder / "shared.case"
    try:
        os.chown(folder, ANA, GROUP)
        folder.chmod(0o2770)
        with open_case(path, create=True, user="root") as case:
            case.add_articles([NewArticle(t, t, t, "/in") for t in ("one", "two", "three")])
        os.chown(path, ANA, GROUP)
        path.chmod(0o660)
        yield path
    finally:
        shutil.rmtree(folder)


class User:
    """A process of another user, to be asked line by line."""

    def __init__(self, number: int, path: Path, name: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", USER, str(number), str(GROUP), str(path), name],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def ask(self, words: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def leave(self) -> int:
        self._process.communicate(timeout=120)
        return self._process.returncode


def test_both_write_and_see_each_other_and_every_file_is_the_groups(shared: Path) -> None:
    ana = User(ANA, shared, "ana")
    assert ana.ask("tag 1") == "2"  # by then what she made is the group's
    ben = User(BEN, shared, "ben")
    try:
        assert ben.ask("tag 2") == "3"
        assert ana.ask("tag 3") == "4"
        assert ana.ask("here") == "ben@2"
        assert ben.ask("here") == "ana@1"
        assert ana.ask("changes") == "ben"
        assert ben.ask("changes").split()[-1] == "ana"
        files = {
            path.name: (path.stat().st_gid, stat.S_IMODE(path.stat().st_mode))
            for path in shared.parent.iterdir()
            if path.name.startswith("shared.case")
        }
        assert set(files) >= {"shared.case", "shared.case-wal", "shared.case-here"}
        for name in ("shared.case", "shared.case-wal", "shared.case-shm", "shared.case-here"):
            assert files[name] == (GROUP, 0o660), name
    finally:
        codes = (ana.leave(), ben.leave())
    assert codes == (0, 0)
    with open_case(shared, user="root") as case:
        assert [row.tags for row in case.rows(case.ids())] == [("drugs/cannabis",)] * 3
