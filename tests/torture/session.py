"""A scripted session: a case made, filled, worked in by two names, backed up, closed, opened again.

Every act reports on a pipe as a writer's does, so that a ledger can be held against it.
"""

import json
import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tinydb.table import Document

from store import CaseDB, CaseError, NewArticle, open_case
from store.engine.sqlite import Connections
from tests.torture.writer import DRAFTED, Line, Writer, refusal

ACTS: Final = (
    "tag", "bulk", "note", "draft", "typing", "count", "undo", "redo", "reindex", "backup",
    "note", "typing", "tag", "count",
)  # fmt: skip
LONG: Final = "Police seized hashish in Rabat. " * 300
IMPORTED: Final = 12
CLOSING: Final = "-- closing"
"""Stands among the calls where the writer begins to close its case, and where it has done so."""

PATIENCE_S: Final = 300
"""A session that has not ended by then is killed, and that is found wrong."""

PAGES: Final = 25
"""How long the journal gets before it is brought into the case: often, in a session so short."""


def play(path: Path, pipe: int, trace: int) -> None:
    """Play the session in a process of its own, which ends with code 0 unless something broke."""
    code = 1
    signal.alarm(PATIENCE_S)
    try:
        _come_often_to_a_checkpoint()
        if _say(pipe, "make", lambda: _make(path)) and _say(pipe, "fill", lambda: _fill(path)):
            _work(path, pipe, trace)
            _say(pipe, "again", lambda: _again(path))
        code = 0
    finally:
        if code:
            traceback.print_exc(file=sys.stderr)
        os._exit(code)


def _say(pipe: int, name: str, act: Callable[[], Line]) -> bool:
    """Do one act and report it; whether it was done. What is refused once is tried once more."""
    for _ in range(2):
        _send(pipe, {"begin": name})
        try:
            line = act()
        except CaseError as error:
            _send(pipe, {"done": name} | refusal(error))
        else:
            _send(pipe, {"done": name, "took": 0} | line)
            return True
    return False


def _send(pipe: int, line: Line) -> None:
    os.write(pipe, (json.dumps(line) + "\n").encode())


def _make(path: Path) -> Line:
    open_case(path, create=True, user="ana").close()
    return {}


def _fill(path: Path) -> Line:
    texts = [f"Article {n}: Police seized hashish." for n in range(2 * DRAFTED)]
    with open_case(path, user="ana") as case:
        case.add_articles(NewArticle(text, text, "n", "/n") for text in texts)
        CaseDB(case.engine).table("shared").upsert(Document({"n": 0}, 1))
    return {}


def _work(path: Path, pipe: int, trace: int) -> None:
    try:
        writer = Writer(path, 1, 0, pipe, LONG, IMPORTED)
    except CaseError as error:
        _send(pipe, {"done": "open"} | refusal(error))
        return
    for act in ACTS:
        writer.act(act)
    os.write(trace, f"{CLOSING}\n".encode())
    writer.close()
    os.write(trace, f"{CLOSING}\n".encode())


def _again(path: Path) -> Line:
    """The same analyst opens the case once more, and finds the draft made a note."""
    with open_case(path, user="writer1") as case:
        change = case.tag([2], ["goods/wildlife"])
    return {"seq": change.seq} if change else {}


def _come_often_to_a_checkpoint() -> None:
    open_writer = Connections._open_writer

    def opened(self: Connections) -> sqlite3.Connection:
        connection = open_writer(self)
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES}")
        return connection

    Connections._open_writer = opened  # type: ignore[method-assign]
