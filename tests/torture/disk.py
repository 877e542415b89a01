"""What a disk may hold after the power was cut: certain is only what was synced.

Of what was written to a file since it was last synced, any part may be there, in pieces of a sector
or a page; of the names that a folder got or lost since, any too. Nothing is assumed of a file
system beyond what POSIX says of fsync, so a name is not there because its file was synced.
"""

import random
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final, NamedTuple, TypeAlias

HEAD: Final = b"\t"
"""What parts the line that begins each call (shim.c, `note`)."""

_WRITES: Final = frozenset({"write", "pwrite", "pwrite64"})
_SIZES: Final = frozenset({"truncate", "ftruncate", "ftruncate64"})
_SETS_ASIDE: Final = frozenset({"posix_fallocate", "posix_fallocate64"})
_SYNCS: Final = frozenset({"fsync", "fdatasync"})
_OPENS: Final = frozenset({"open", "open64", "openat", "openat64"})
_MAKES: Final = frozenset({"mkdir", "mkdirat"})
_LINKS: Final = frozenset({"link", "linkat", "rename", "renameat"})
_REMOVES: Final = frozenset({"unlink", "unlinkat", "rmdir"})
_WITHOUT_BYTES: Final = frozenset({"chmod", "fchmod", "chown", "fchown", "lchown"})


class Call(NamedTuple):
    """One call that changed something, as the shim noted it."""

    name: str
    number: int
    """Of the file."""
    where: int
    path: str
    source: str
    """The older of two names."""
    data: bytes

    @property
    def names(self) -> bool:
        """Whether a name came or went by it."""
        return self.name in _OPENS | _MAKES | _LINKS | _REMOVES


class Luck(NamedTuple):
    """How much of what was not synced gets to the disk."""

    writes: float
    """The chance of each piece that was written."""
    piece: int
    """How much a disk writes at once, in bytes; 0 for whatever was written by one call."""
    names: float
    """The chance of each name that a folder got or lost."""


LUCKS: Final = tuple(
    Luck(writes, piece, names)
    for writes, pieces in ((0.0, (0,)), (1.0, (0,)), (0.5, (0, 512, 4096)), (0.9, (0, 512)))
    for piece in pieces
    for names in (0.0, 0.5, 1.0)
)
"""From nothing at all to everything, as after a kill."""


class _Written(NamedTuple):
    where: int
    data: bytes


class _Sized(NamedTuple):
    size: int
    may_shrink: bool


class File:
    """The bytes of a file that are certain, and what came after."""

    def __init__(self) -> None:
        self._certain = bytearray()
        self._since: list[_Written | _Sized] = []

    def write(self, where: int, data: bytes) -> None:
        self._since.append(_Written(where, data))

    def resize(self, size: int, *, may_shrink: bool) -> None:
        self._since.append(_Sized(size, may_shrink))

    def sync(self) -> None:
        """Make certain what was done so far."""
        for one in self._since:
            _do(self._certain, one)
        self._since.clear()

    def after_a_cut(self, rng: random.Random, luck: Luck) -> bytes:
        """What may be there."""
        there = bytearray(self._certain)
        for one in self._since:
            for piece in _pieces(one, luck.piece):
                if rng.random() < luck.writes:
                    _do(there, piece)
                elif isinstance(piece, _Written) and rng.random() < luck.writes:
                    _grow(there, piece.where + len(piece.data))  # its length came, not its bytes
        return bytes(there)


def _pieces(one: _Written | _Sized, size: int) -> Iterator[_Written | _Sized]:
    """Each lies within one sector of the disk."""
    if isinstance(one, _Sized) or not size:
        yield one
        return
    at, end = one.where, one.where + len(one.data)
    while at < end:
        until = min(end, (at // size + 1) * size)
        yield _Written(at, one.data[at - one.where : until - one.where])
        at = until


def _do(there: bytearray, one: _Written | _Sized) -> None:
    if isinstance(one, _Written):
        _grow(there, one.where)
        there[one.where : one.where + len(one.data)] = one.data
    else:
        _grow(there, one.size)
        if one.may_shrink:
            del there[one.size :]


def _grow(there: bytearray, size: int) -> None:
    there.extend(bytes(max(0, size - len(there))))


class Folder:
    """The names in a folder that are certain, and those that came or went since."""

    def __init__(self) -> None:
        self._certain: dict[str, Node] = {}
        self.now: dict[str, Node] = {}
        """As the programs see it."""
        self._since: list[dict[str, Node | None]] = []

    def change(self, names: "dict[str, Node | None]") -> None:
        """Give these names to files, or take them away, at one stroke."""
        _name(self.now, names)
        self._since.append(names)

    def sync(self) -> None:
        """Make certain which names there are."""
        self._certain = dict(self.now)
        self._since.clear()

    def after_a_cut(self, rng: random.Random, luck: Luck) -> "dict[str, Node]":
        """Which names there may be."""
        there = dict(self._certain)
        for names in self._since:
            if rng.random() < luck.names:
                _name(there, names)
        return there


Node: TypeAlias = File | Folder


def _name(there: dict[str, Node], names: dict[str, Node | None]) -> None:
    for name, node in names.items():
        there.pop(name, None)
        if node is not None:
            there[name] = node


class Disk:
    """All below one folder, which is itself certain to be there."""

    def __init__(self) -> None:
        self.root = Folder()
        self._files: dict[int, File] = {}

    def play(self, call: Call) -> None:
        """Let one call come to pass; raises ValueError for one of which that is not known."""
        if call.name in _SYNCS:
            (self._files.get(call.number) or self._folder(PurePath(call.path))).sync()
        elif call.name in _WRITES:
            self._files[call.number].write(call.where, call.data)
        elif call.name in _SIZES:
            self._files[call.number].resize(call.where, may_shrink=True)
        elif call.name in _SETS_ASIDE:
            self._files[call.number].resize(call.where, may_shrink=False)
        elif call.name not in _WITHOUT_BYTES:
            self._rename(call)

    def _rename(self, call: Call) -> None:
        folder, name = self._placed(call.path)
        if call.name in _OPENS and name in folder.now:
            self._files[call.number].resize(0, may_shrink=True)
        elif call.name in _OPENS:
            self._files[call.number] = file = File()
            folder.change({name: file})
        elif call.name in _MAKES:
            self._files.pop(call.number, None)  # numbers are given again
            folder.change({name: Folder()})
        elif call.name in _REMOVES:
            folder.change({name: None})
        elif call.name in _LINKS:
            self._link(call, folder, name)
        else:
            raise ValueError(f"what {call.name} of {call.path} does is not known here")

    def _link(self, call: Call, folder: Folder, name: str) -> None:
        source, older = self._placed(call.source)
        if source is not folder:
            raise ValueError(
                f"{call.source} became {call.path}: two folders are not changed at once"
            )
        gone = {older: None} if call.name.startswith("rename") else {}
        folder.change({**gone, name: source.now[older]})

    def _placed(self, path: str) -> tuple[Folder, str]:
        place = PurePath(path)
        return self._folder(place.parent), place.name

    def _folder(self, path: PurePath) -> Folder:
        folder = self.root
        for part in path.parts:
            inner = folder.now[part]
            assert isinstance(inner, Folder), f"{path} is no folder"
            folder = inner
        return folder

    def cut(self, where: Path, rng: random.Random, luck: Luck) -> None:
        """Write down what a disk may hold if the power goes now, into an empty folder."""
        written: dict[File, Path] = {}
        for path, file in _there(where, self.root, rng, luck):
            if file in written:
                path.hardlink_to(written[file])
                continue
            data = file.after_a_cut(rng, luck)
            # what is mapped is written to without a call
            path.write_bytes(rng.randbytes(len(data)) if path.name.endswith("-shm") else data)
            written[file] = path


def _there(
    where: Path, folder: Folder, rng: random.Random, luck: Luck
) -> Iterator[tuple[Path, File]]:
    """The files below a folder, and the folders made that they lie in."""
    where.mkdir(exist_ok=True)
    for name, node in folder.after_a_cut(rng, luck).items():
        if isinstance(node, File):
            yield where / name, node
        else:
            yield from _there(where / name, node, rng, luck)
