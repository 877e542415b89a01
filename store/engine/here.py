"""Who else is in a case, at which article, and who is writing: seen by all, kept by nobody."""

import os
import threading
import time
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from store.engine.bodies import printable
from store.engine.clock import now
from store.engine.slots import SLOT, Slots

_ROOM: Final = 60
"""Characters of a name or of what is being written that a slot has room for."""
_WAY_S: Final = 0.25
_LOOK_S: Final = 0.005


class Colleague(Struct, frozen=True, omit_defaults=True):
    """Somebody who has the case open."""

    user: str
    pid: int
    host: str
    since: str
    """When the case was opened, UTC, ISO 8601."""
    article: int = 0
    """The article being read, 0 where none is: an import has no eyes."""
    writing: str = ""
    """What is being written, while the right to write is held or waited for."""
    writing_since: str = ""
    is_waiting: bool = False
    """Whether the right to write is still waited for."""


class Presence:
    """Who has the case open, this opening among them once it reads an article or writes."""

    def __init__(self, path: Path, user: str) -> None:
        self._case = path
        self._path = path.with_name(f"{path.name}-here")
        self._lock = threading.Lock()
        self._slots: Slots | None = None
        self._raw = b""
        self._seen: dict[int, Colleague] = {}
        self._colleagues: tuple[Colleague, ...] = ()
        self._is_closed = False
        self.me = Colleague(
            user=user[:_ROOM], pid=os.getpid(), host=os.uname().nodename[:_ROOM], since=now()
        )
        """What the others are told."""

    def here(self) -> tuple[Colleague, ...]:
        """The others who have the case open; the same tuple while nothing changes."""
        with self._lock:
            if self._is_closed or not self._is_open():
                return self._none()
            assert self._slots is not None
            raw = self._slots.read()
            if raw != self._raw:
                self._raw = raw
                self._seen = {
                    slot: seen
                    for slot in range(len(raw) // SLOT)
                    if slot != self._slots.own and (seen := self._read(slot))
                }
            alive = tuple(seen for slot, seen in self._seen.items() if self._slots.is_held(slot))
            if alive != self._colleagues:
                self._colleagues = alive
            return self._colleagues

    def at(self, article: int) -> None:
        """Tell the others which article is read here."""
        self._tell(article=article)

    def holder(self) -> Colleague | None:
        """The colleague who holds the right to write; None where nobody else is known to."""
        return next((one for one in self.here() if one.writing and not one.is_waiting), None)

    def make_way(self) -> None:
        """Let those who wait for the right to write have it, before the next of many changes.

        SQLite lets them ask ten times a second only, and between two changes there is no time.
        """
        until = time.monotonic() + _WAY_S
        while any(one.is_waiting for one in self.here()) and time.monotonic() < until:
            time.sleep(_LOOK_S)

    def writes(self, what: str, *, is_waiting: bool) -> None:
        """Tell the others what is written here, or waits to be; "" when it is over."""
        if what:
            since = self.me.writing_since if self.me.writing else now()
            self._tell(writing=printable(what[:_ROOM]), writing_since=since, is_waiting=is_waiting)
        elif self.me.writing:
            self._tell(writing="", writing_since="", is_waiting=False)

    def close(self) -> None:
        """Leave; the last one takes the file along."""
        with self._lock:
            self._is_closed = True
            if self._slots:
                self._slots.leave()
                self._slots = None

    def _tell(self, **changes: object) -> None:
        with self._lock:
            self.me = msgspec.structs.replace(self.me, **changes)
            if self._is_closed:
                return
            if self._slots is None or self._slots.own is None:
                self._enter()
            if self._slots:
                self._slots.write(msgspec.json.encode(self.me))

    def _enter(self) -> None:
        if self._slots:
            self._slots.leave()
        self._slots = Slots.open(self._path, self._case)

    def _is_open(self) -> bool:
        """See that the file is at hand, and still the one at its path.

        One that somebody removed is made again by those who want to be seen.
        """
        if self._slots and not self._slots.is_in_place():
            wants_to_be_seen = self._slots.own is not None
            self._slots.leave()
            self._slots = None
            if wants_to_be_seen:
                self._enter()
                if self._slots:
                    self._slots.write(msgspec.json.encode(self.me))
        elif self._slots is None:
            self._slots = Slots.open(self._path, None)
        return self._slots is not None

    def _none(self) -> tuple[Colleague, ...]:
        self._raw, self._seen, self._colleagues = b"", {}, ()
        return self._colleagues

    def _read(self, slot: int) -> Colleague | None:
        text = self._raw[slot * SLOT : (slot + 1) * SLOT].strip(b" \n\0")
        try:
            return msgspec.json.decode(text, type=Colleague) if text else None
        except msgspec.DecodeError:  # read in the middle of a write
            return self._seen.get(slot)
