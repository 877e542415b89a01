"""Whose a case is, what keeps one from it, and on what kind of disk it lies."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store import Case, CaseDB, open_case
from store.engine import place
from store.errors import NetworkCase, ReadOnlyCase
from store.glance import glance
from tests.store.conftest import TEXTS, new_article
from tests.store.small_disk import mount_in_a_namespace
from tests.unprivileged import bound_by_modes

ROOT = Path(__file__).parents[2]

MOUNTS = """\
21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 21 0:40 / /srv rw - nfs4 server:/srv rw,vers=4.2
31 30 0:41 / /srv/local rw - ext4 /dev/vdb rw
32 21 0:42 / /home/ana/my\\040share rw - cifs //server/share rw
33 21 0:43 / /home/ana/over rw - fuse.sshfs ana@far:/ rw
34 21 0:44 / /home/ana/vault rw - fuse.gocryptfs /home/ana/.vault rw
35 21 0:45 / /mnt/c rw - 9p C: rw
36 21 0:46 / /twice rw - nfs server:/old rw
37 36 0:47 / /twice rw - xfs /dev/vdc rw
"""


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with these file systems; nothing is looked up under the names."""
    listed = tmp_path / "mountinfo"
    listed.write_text(MOUNTS)
    monkeypatch.setattr(place, "MOUNTS", str(listed))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc/a.case", None),
        ("/srv/a.case", "nfs4"),
        ("/srv/deep/er/a.case", "nfs4"),
        ("/srv/local/a.case", None),
        ("/srvant/a.case", None),
        ("/home/ana/my share/a.case", "cifs"),
        ("/home/ana/over/a.case", "sshfs"),
        ("/home/ana/vault/a.case", None),
        ("/mnt/c/a.case", "9p"),
        ("/twice/a.case", None),
    ],
)
def test_the_kind_of_network_file_system(mounts: None, path: str, kind: str | None) -> None:
    assert place.network(path) == kind


def test_a_case_on_a_network_file_system_is_refused_unless_forced(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    listed = path.parent / "mountinfo"
    listed.write_text(f"{MOUNTS}40 21 0:50 / {path.parent} rw - nfs server:/cases rw\n")
    monkeypatch.setattr(place, "MOUNTS", str(listed))
    for name in (path.name, "new.case"):
        with pytest.raises(NetworkCase, match=r"network file system \(nfs\).*--force-network"):
            open_case(path.with_name(name), create=True)
    with pytest.raises(NetworkCase):
        open_case(path, read_only=True)
    assert glance(str(path), 9) is None
    assert sorted(file.name for file in path.parent.iterdir()) == ["mountinfo", path.name]
    with pytest.raises(NetworkCase):
        CaseDB(path)
    with open_case(path, network=True) as forced, CaseDB(path, network=True) as tables:
        assert forced.count() == len(tables.table("articles")) == 3


def test_a_machine_that_lists_no_mounts_is_taken_to_have_local_disks(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "MOUNTS", str(path.with_name("none")))
    with open_case(path) as again:
        assert again.count() == 3


OPENING = """
import sys
from store import CaseError, open_case
for read_only in (False, True):
    try:
        with open_case(sys.argv[1], read_only=read_only) as case:
            print(case.count(), "articles")
    except CaseError as error:
        print(type(error).__name__, error)
"""


def opened(path: Path, *under: str) -> list[str]:
    """How a process that started so can open a case, to work in it and to read it."""
    command = [*under, sys.executable, "-c", OPENING, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_ones_own_file_that_is_locked(case: Case, path: Path) -> None:
    case.close()
    path.chmod(0o400)
    assert opened(path, *bound_by_modes()) == [
        f"ReadOnlyCase {path} may not be changed by you: it has the mode -r--------; "
        f"chmod u+w {path} helps.",
        "3 articles",
    ]


def test_ones_own_folder_that_is_locked(case: Case, path: Path) -> None:
    case.close()
    path.parent.chmod(0o555)
    try:
        assert opened(path, *bound_by_modes()) == [
            f"ReadOnlyCase {path} may not be changed by you: a journal has to be written beside "
            f"it, and {path.parent} has the mode dr-xr-xr-x; chmod u+w {path.parent} helps.",
            "3 articles",
        ]
    finally:
        path.parent.chmod(0o755)


def test_a_disk_that_is_mounted_read_only(case: Case, path: Path) -> None:
    case.close()
    folder = path.parent
    done = mount_in_a_namespace(
        f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}"',
        [sys.executable, "-c", OPENING, str(path)],
    )
    assert done == [
        f"ReadOnlyCase {path} may not be changed by you: {folder} is mounted read-only.",
        "3 articles",
    ]


# -- two users of one group

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can work as two other users")

ANA, BEN, GROUP, OTHERS = 61_001, 61_002, 61_010, 61_020


def as_user(user: int, *groups: int) -> list[str]:
    """What to start a command with so that it is another user's, with umask 077."""
    ids = ",".join(map(str, groups))
    change = ["setpriv", f"--reuid={user}", f"--regid={groups[0]}", f"--groups={ids}"]
    under = ["sh", "-c", 'umask 077; exec "$@"', "sh", *change]
    if subprocess.run([*under, sys.executable, "-c", "import store"], cwd=ROOT).returncode:
        pytest.skip("there is no setpriv, or this Python is not for other users")
    return under


TAGGING = """
import os, sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from store import open_case
path, user, article = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with open_case(path, user=user) as case:
    case.tag([article], ["drugs/cannabis"])
    print("in", flush=True)
    if input() == "die":
        os._exit(1)
    case.write_note(article, user)
    case.save_draft(article, user + " again")
print("out", flush=True)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A setgid folder of a group, where everybody can get to.

    Not one of pytest's: another run of pytest closes the folder above those to all others.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.chown(folder, ANA, GROUP)
        folder.chmod(0o2770)
        yield folder


def _make(path: Path, mode: int, group: int) -> None:
    with open_case(path, create=True, user="ana") as case:
        case.add_articles([new_article(text) for text in TEXTS])
    os.chown(path, ANA, group)
    path.chmod(mode)


def tagging(path: Path, user: int, name: str, article: int, *groups: int) -> subprocess.Popen[str]:
    """A user's process that has tagged an article and waits for a line, then writes a note."""
    command = [*as_user(user, *groups), sys.executable, "-c", TAGGING]
    process = subprocess.Popen(
        [*command, str(path), name, str(article)],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "in\n", process.communicate()[1]
    return process


def _finish(process: subprocess.Popen[str], words: str) -> str:
    out, err = process.communicate(words, timeout=120)
    assert "Error" not in err
    return out


@needs_root
@pytest.mark.parametrize("setgid", [True, False])
def test_two_of_a_group_work_in_one_case(shared: Path, setgid: bool) -> None:
    """Where the folder is not setgid, what a user makes would be of the user's own group."""
    shared.chmod(0o2770 if setgid else 0o770)
    path = shared / "team.case"
    _make(path, 0o660, GROUP)
    ana = tagging(path, ANA, "ana", 1, 61_001, GROUP)
    ben = tagging(path, BEN, "ben", 2, 61_002, GROUP)
    beside = {file.name: file.stat() for file in shared.iterdir()}
    assert {f"team.case{end}" for end in ("", "-wal", "-shm", "-spare")} <= beside.keys()
    for name, seen in beside.items():
        assert (name, oct(seen.st_mode & 0o777), seen.st_gid) == (name, "0o660", GROUP)
    assert _finish(ana, "die\n") == ""
    assert _finish(ben, "go on\n") == "out\n"
    cat = tagging(path, 61_003, "cat", 3, 61_003, GROUP)
    assert _finish(cat, "go on\n") == "out\n"
    with open_case(path, read_only=True) as case:
        assert [case.note(n) for n in (1, 2, 3)] == ["", "ben", "cat"]
        assert all("drugs/cannabis" in case.marks(n).tags for n in (1, 2, 3))


@needs_root
def test_a_case_of_somebody_else(shared: Path) -> None:
    path = shared / "hers.case"
    _make(path, 0o600, GROUP)
    said = opened(path, *as_user(BEN, BEN, GROUP))
    assert (
        said
        == [
            f"ReadOnlyCase {path} may not be read by you: it belongs to user {ANA} with the mode "
            f"-rw-------; user {ANA} can allow it: chmod g+r {path}."
        ]
        * 2
    )


@needs_root
def test_a_case_that_the_group_may_only_read(shared: Path) -> None:
    path = shared / "read.case"
    _make(path, 0o640, GROUP)
    said = opened(path, *as_user(BEN, BEN, GROUP))
    assert said == [
        f"ReadOnlyCase {path} may not be changed by you: it belongs to user {ANA} with the mode "
        f"-rw-r-----; user {ANA} can allow it: chmod g+w {path}.",
        "3 articles",
    ]


@needs_root
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_journal_that_somebody_left_locked(shared: Path, mode: int) -> None:
    """As an older or another program leaves it; without it the newest changes would be missing."""
    path = shared / "team.case"
    _make(path, 0o660, GROUP)
    ana = tagging(path, ANA, "ana", 1, 61_001, GROUP)
    _finish(ana, "die\n")
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").chmod(mode)
    said = opened(path, *as_user(BEN, BEN, GROUP))
    journal = f"{path}-wal"
    if mode == 0o600:
        sentence = (
            f"ReadOnlyCase {path} may not be read by you: its newest changes are in {journal}, "
            f"which belongs to user {ANA} with the mode -rw-------; user {ANA} can allow it: "
            f"chmod g+r {journal}."
        )
        assert said == [sentence, sentence]
    else:
        sentence = (
            f"ReadOnlyCase {path} may not be changed by you: another user's casedesk has it open "
            f"or left {journal}, which belongs to user {ANA} with the mode -rw-r-----; user {ANA} "
            f"can allow it: chmod g+w {journal}."
        )
        assert said == [sentence, "3 articles"]


def test_a_journal_that_is_just_being_made_keeps_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite makes it for its maker alone, and then gives it the mode of the case."""
    path = str(tmp_path / "team.case")
    open_case(Path(path), create=True).close()
    for end in place.JOURNALS:
        Path(f"{path}{end}").touch()
    for asked in (place.unreadable, place.unwritable):
        given = dict.fromkeys(place.JOURNALS, 3)

        def access(name: str, right: int, given: dict[str, int] = given) -> bool:
            end = name[-4:]
            given[end] = given.get(end, 0) - 1
            return given[end] < 0

        with monkeypatch.context() as patch:
            patch.setattr("os.access", access)
            assert asked(path) is None
        assert given["-wal"] < 0, "it was looked at again"


@needs_root
def test_somebody_outside_the_group(shared: Path) -> None:
    path = shared / "team.case"
    _make(path, 0o660, GROUP)
    said = opened(path, *as_user(BEN, OTHERS))
    assert len(said) == 2
    assert all(f"{path} may not be read by you" in sentence for sentence in said)
    assert ReadOnlyCase.__name__ in said[0]
