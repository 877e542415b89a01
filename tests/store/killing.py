"""Kills writers of a case at random moments and tells what each had been acknowledged.

    python killing.py CASE KILLS WRITERS SEED

Run as a program of its own, so that the writers it forks share no thread with a test. Each writer
reports an acknowledged change on a pipe as one line; after every kill the case is opened anew and
held against the lines. Prints one JSON line of totals, and fails with the first thing lost.
"""

import json
import os
import random
import select
import signal
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from tinydb.operations import increment

from store import Case, CaseDB, CaseError, Change, NewArticle, open_case
from store.changes.log import get, link, patches_of, since
from store.changes.patches import Patch
from store.engine.bodies import ABSENT, decode, encode
from store.engine.documents import body, value_at

TAGS = ("drugs/cannabis", "goods/wildlife", "response/arrest")


def write_for_ever(path: Path, article: int, seed: int, acknowledge: int) -> None:
    """Tag, note, draft, count and import on and on; report each when it is acknowledged.

    Undo takes back what this user did; so that it takes back no counting, another user counts.
    """
    rng, database = random.Random(seed), CaseDB(path, user=f"counter{article}")
    with open_case(path, user=f"writer{article}") as case:
        for n in range(10**6):
            line = _write(case, database, article, f"{seed}.{n}", rng)
            os.write(acknowledge, (json.dumps(line) + "\n").encode())


def _write(
    case: Case, database: CaseDB, article: int, name: str, rng: random.Random
) -> dict[str, Any]:
    match rng.randrange(6):
        case 0:
            text = f"{name} " + "word " * rng.randrange(2000)
            change = case.write_note(article, text)
            return {"seq": _seq(change), "note": text}
        case 1:
            case.save_draft(article + 2, f"draft {name}")
            return {"draft": f"draft {name}"}
        case 2:
            database.table("shared").update(increment("n"), doc_ids=[1])
            return {"counted": 1}
        case 3:
            new = [NewArticle(f"{name}/{k}", f"{name}/{k} " * 300, "n", "/n") for k in range(20)]
            added = case.add_articles(new)
            return {
                "seq": _seq(added.change),
                "imported": [a.title for a in new],
                "ids": added.added,
            }
        case 4:
            try:
                return {"seq": case.undo().seq}
            except CaseError:
                return {}
        case _:
            return {"seq": _seq(case.tag([article], [rng.choice(TAGS)]))}


def _seq(change: Change | None) -> int | None:
    return change.seq if change else None


def run_and_kill(path: Path, writers: int, rng: random.Random) -> list[list[dict[str, Any]]]:
    """What each writer was acknowledged before it was killed, at a moment of its own."""
    pipes, children = [], []
    for article in range(1, writers + 1):
        read, write = os.pipe()
        seed = rng.randrange(10**9)
        child = os.fork()
        if child == 0:
            write_for_ever(path, article, seed, write)
        os.close(write)
        pipes.append(read)
        children.append(child)
    select.select(pipes, [], [], 10)
    for child in rng.sample(children, len(children)):
        time.sleep(rng.expovariate(1 / 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return [_lines(pipe) for pipe in pipes]


def _lines(pipe: int) -> list[dict[str, Any]]:
    with os.fdopen(pipe) as file:
        return [json.loads(line) for line in file if line.endswith("\n")]


def check(path: Path, acknowledged: list[list[dict[str, Any]]]) -> None:
    """Everything acknowledged is in the case, its log is whole, and the log tells what is there."""
    with open_case(path, user="checker") as case, case.engine.reading() as connection:
        _check_log(connection)
        _check_documents(connection)
        for writer in acknowledged:
            for line in writer:
                if line.get("seq"):
                    _check_change(connection, line)
            _check_draft(case, [line["draft"] for line in writer if "draft" in line])


def _check_change(connection: sqlite3.Connection, line: dict[str, Any]) -> None:
    """An acknowledged change is in the log, with what it wrote."""
    assert get(connection, line["seq"]), f"lost: {line}"
    patches = patches_of(connection, line["seq"])
    if "note" in line:
        texts = [patch for patch in patches if patch.path in ((), ("text",))]
        assert texts, f"no text: {line}"
        assert all(p.path == () or p.stands(encode(line["note"])) for p in texts), f"other: {line}"
    if "ids" in line:
        assert [patch.id for patch in patches] == line["ids"], f"half: {line}"


def _check_documents(connection: sqlite3.Connection) -> None:
    """What the newest patch of each place wrote stands there."""
    settled: set[tuple[str, int, tuple[str, ...]]] = set()
    for change in reversed(since(connection, 0)):
        for patch in patches_of(connection, change.seq):
            places = [(patch.table, patch.id, patch.path[:n]) for n in range(len(patch.path) + 1)]
            if not settled.intersection(places):
                settled.add(places[-1])
                assert _stands(connection, patch, settled), f"{patch} of {change.seq} is not there"


def _stands(connection: sqlite3.Connection, patch: Patch, settled: set[Any]) -> bool:
    """A whole document that was changed in parts since cannot be told by its digest."""
    text = body(connection, patch.table, patch.id)
    if not patch.path:
        parts = any(place[:2] == (patch.table, patch.id) and place[2] for place in settled)
        return parts or patch.stands(text)
    value = value_at(decode(text) if text else ABSENT, patch.path)
    return patch.stands(None if value is ABSENT else encode(value))


def _check_draft(case: Case, typed: list[str]) -> None:
    """What was typed last is there, or the one thing that was being written over it."""
    if typed:
        session, last = typed[-1].split(".")
        left = [d.text for d in case.drafts() if d.text.startswith(f"{session}.")]
        assert [int(text.split(".")[1]) >= int(last) for text in left] == [True], (
            f"{typed[-1]}: {left}"
        )


def _check_log(connection: sqlite3.Connection) -> None:
    """Numbers without a gap, and each entry chained to the one before."""
    previous, rows = b"", connection.execute("SELECT hash, patches FROM changes ORDER BY seq")
    for n, (change, (hashed, packed)) in enumerate(zip(since(connection, 0), rows, strict=True), 1):
        assert change.seq == n, "the log has a gap"
        previous = link(previous, change, packed)
        assert previous == hashed, f"change {n} is not what was hashed"


def main() -> None:
    path, kills, writers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(int(sys.argv[4]))
    counted = total = done = 0
    while done < kills:
        acknowledged = run_and_kill(path, writers, rng)
        done += writers
        total += sum(map(len, acknowledged))
        counted += sum(line.get("counted", 0) for writer in acknowledged for line in writer)
        check(path, acknowledged)
    with CaseDB(path) as database:
        document = database.table("shared").get(doc_id=1)
    n = document["n"] if isinstance(document, dict) else 0
    assert counted <= n <= counted + done, f"counted {counted} times, the counter says {n}"
    sys.stdout.write(json.dumps({"kills": done, "acknowledged": total, "counter": n}) + "\n")


if __name__ == "__main__":
    main()
