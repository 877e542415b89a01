"""Where a case lies: whose it is, what of it this user may do, and on what kind of disk."""

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress

# A first glance asks too, before anything else is loaded; pathlib would take longer than all this.
# ruff: noqa: PTH100, PTH101, PTH110, PTH116, PTH120, PTH123

JOURNALS = ("-wal", "-shm")
"""What SQLite keeps beside a case while it is open."""

MOUNTS = "/proc/self/mountinfo"
"""Where Linux lists what is mounted (proc(5)); other systems have no such file."""

_OPENED_UP_S = 0.1
"""How long a new journal may take to get the mode of its case."""

_NETWORK = frozenset(
    "9p afs beegfs ceph cifs coda davfs glusterfs lustre ncpfs nfs nfs4 prl_fs smb2 smb3 smbfs"
    " vboxsf vmhgfs".split()
)
_NETWORK_BY_FUSE = frozenset(
    "afp ceph curlftpfs davfs2 gcsfuse glusterfs goofys gvfsd-fuse rclone s3fs sshfs vmhgfs-fuse"
    " webdavfs".split()
)


def network(path: str | os.PathLike[str]) -> str | None:
    """The kind of network file system that a path lies on, None where the disk is this machine's.

    Known from the mounts that Linux lists; elsewhere every disk is taken to be local.
    """
    kind = mounted(path)[1]
    family, _, name = kind.partition(".")
    if kind in _NETWORK or (family == "fuse" and name in _NETWORK_BY_FUSE):
        return name or kind
    return None


def mounted(path: str | os.PathLike[str]) -> tuple[str, str]:
    """Where the file system of a path is mounted and of what kind it is; "/" and "" if unknown."""
    real, found = os.path.realpath(path), ("/", "")
    try:
        with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as mounts:
            lines = mounts.readlines()
    except OSError:
        return found
    for line in lines:
        place, _, kinds = line.partition(" - ")
        point = _unescaped(place.split(" ")[4])
        # of two at one point the later hides the earlier
        if len(point) >= len(found[0]) and _is_below(real, point):
            found = (point, kinds.split(" ")[0])
    return found


def _is_below(path: str, point: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _unescaped(point: str) -> str:
    """A space, a tab, a newline and a backslash are octal in the list of mounts."""
    for character in " \t\n\\":
        point = point.replace(f"\\{ord(character):03o}", character)
    return point


def unreadable(path: str) -> str | None:
    """What keeps this user from reading a case, as a sentence; None where nothing does."""
    if os.path.exists(path) and not os.access(path, os.R_OK):
        return f"{path} may not be read by you{_belonging(path, 'r', True)}."
    for name in _kept_from([f"{path}-wal"], os.R_OK):
        what = f": its newest changes are in {name}, which"
        return f"{path} may not be read by you{what}{_belonging(name, 'r', False)}."
    return None


def unwritable(path: str) -> str | None:
    """What keeps this user from changing a case, as a sentence; None where nothing does."""
    folder = os.path.dirname(os.path.abspath(path))
    locked = [name for name in (path, folder) if not os.access(name, os.W_OK)]
    locked = locked or _kept_from((f"{path}{end}" for end in JOURNALS), os.W_OK)
    if not locked:
        return None
    if is_mounted_read_only(path):
        return f"{path} may not be changed by you: {mounted(path)[0]} is mounted read-only."
    name = locked[0]
    what = {path: "", folder: f": a journal has to be written beside it, and {folder}"}
    left = f": another user's casedesk has it open or left {name}, which"
    said = what.get(name, left)
    return f"{path} may not be changed by you{said}{_belonging(name, 'w', name == path)}."


def _kept_from(journals: Iterable[str], right: int) -> list[str]:
    """Those of a case's journals that do not give this user a right, a moment later neither.

    A colleague who opens the case makes them: for an instant they are hers alone.
    """
    until = time.monotonic() + _OPENED_UP_S
    locked = list(journals)
    while True:
        locked = [name for name in locked if os.path.exists(name) and not os.access(name, right)]
        if not locked or time.monotonic() > until:
            return locked
        time.sleep(_OPENED_UP_S / 20)


def is_mounted_read_only(path: str) -> bool:
    """Whether nobody can write where the file lies, whatever its mode."""
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def share(path: str) -> None:
    """Give what this user keeps beside a case to the case's group and with the case's mode.

    SQLite gives it the mode; the group comes from the folder where that is setgid, and else
    is the user's own, which would keep the others of the group out.
    """
    with suppress(OSError):  # whoever owns the case may not be of its group any more
        seen = os.stat(path)
        for end in JOURNALS:
            with suppress(FileNotFoundError):
                _give(f"{path}{end}", seen)


def _give(name: str, like: os.stat_result) -> None:
    seen = os.lstat(name)
    mode = stat.S_IMODE(like.st_mode) & 0o666
    if seen.st_uid != os.geteuid() or not stat.S_ISREG(seen.st_mode):
        return
    if seen.st_gid != like.st_gid:
        os.chown(name, -1, like.st_gid)
    if stat.S_IMODE(seen.st_mode) != mode:
        os.chmod(name, mode)


def _belonging(name: str, right: str, is_subject: bool) -> str:
    """Whose a file is, with its mode, and what would help."""
    try:
        seen = os.stat(name)
    except OSError:
        return "; its owner can allow it" if is_subject else " is not yours"
    mode = stat.filemode(seen.st_mode)
    if seen.st_uid == os.geteuid():
        return f"{': it' if is_subject else ''} has the mode {mode}; chmod u+{right} {name} helps"
    owner = _owner(seen.st_uid)
    return (
        f"{': it' if is_subject else ''} belongs to {owner} with the mode {mode}; "
        f"{owner} can allow it: chmod g+{right} {name}"
    )


def _owner(number: int) -> str:
    import pwd  # few cases belong to somebody else

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
