"""A scripted session that goes back to a backup, and what must be there if it is cut short.

The case is worked in by somebody who is killed, so that its journal lies beside it; then a backup
is put in its place.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from store import NewArticle, open_case
from store.care.backups import listed
from store.care.restoring import restore
from tests.torture.ledger import Ledger
from tests.torture.session import PATIENCE_S
from tests.torture.writer import Line


def play(path: Path, pipe: int, trace: int) -> None:
    """Play the session in a process of its own, which ends with code 0 unless something broke."""
    code = 1
    signal.alarm(PATIENCE_S)
    try:
        _send(pipe, {"done": "backup", "seq": _make(path), "took": 0})
        if (killed := os.fork()) == 0:
            _send(pipe, {"done": "work", "seq": _work(path), "took": 0})
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(killed, 0)
        _send(pipe, {"begin": "restore"})
        aside = restore(path, listed(path)[0])
        _send(pipe, {"done": "restore", "aside": aside.name, "took": 0})
        code = 0
    finally:
        if code:
            traceback.print_exc(file=sys.stderr)
        os._exit(code)


def _send(pipe: int, line: Line) -> None:
    os.write(pipe, (json.dumps(line) + "\n").encode())


def _make(path: Path) -> int:
    with open_case(path, create=True, user="ana") as case:
        case.add_articles(NewArticle(f"{n}", f"Article {n}", "n", "/n") for n in range(20))
        case.care.backup()
        return case.history(1)[0].seq


def _work(path: Path) -> int:
    """What the journal holds goes with the case as it is by now, and not with the backup."""
    with open_case(path, user="ana") as case:
        case.write_note(1, "what was written after the backup " * 500)
        case.add_articles(NewArticle(f"{n}", f"Article {n}", "n", "/n") for n in range(20, 60))
    case = open_case(path, user="ana")
    case.tag([2], ["drugs/cannabis"])
    return case.history(1)[0].seq


def check(path: Path, report: Sequence[Line]) -> None:
    """The case as it was has a name until the end, and what has its name is a whole case."""
    seqs = {line["done"]: line["seq"] for line in report if "seq" in line}
    is_begun = any(line.get("begin") == "restore" for line in report)
    is_done = any(line.get("done") == "restore" for line in report)
    there = {file: _last(file) for file in sorted(path.parent.glob("*.case"), key=_last_named)}
    if is_done:
        assert there[path] == seqs["backup"], f"{there} instead of the backup, {seqs}"
    if seqs:
        assert path in there, "there is no case any more"
        newest = there[path] if not is_begun else max(there.values())
        assert newest >= max(seqs.values()), f"of {seqs} there is only {there}"


def _last_named(file: Path) -> bool:
    """The case is opened and worked in first, as its analyst would."""
    return "-until-" in file.name


def _last(file: Path) -> int:
    """The number of the last change of a case that is whole, worked in for a moment."""
    with open_case(file, user="ana") as case:
        seq = case.history(1)[0].seq if case.count() else 0
        case.add_articles([NewArticle("later", "Article later", "n", "/n")])
    Ledger(file).check_whole()
    return seq
