"""A writer that works in a case until it is killed, and reports what it was acknowledged.

Every act is two lines on a pipe: one before it begins, one after its call returned. What was
begun and not acknowledged may be in the case or not; what was acknowledged must be.
"""

import json
import os
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Final, TypeAlias

from tinydb.operations import increment

from store import Case, CaseDB, CaseError, Change, NewArticle, open_case
from store.changes.patches import Patch
from store.changes.writing import Engine, Writing
from store.engine.bodies import digest

Line: TypeAlias = dict[str, Any]

TAGS: Final = ("drugs/cannabis", "goods/wildlife", "response/arrest")
LIGHT: Final = ("tag", "count", "draft", "undo", "redo")
KINDS: Final = (*LIGHT, "note", "typing", "bulk", "reindex", "backup")
LONG: Final = " ".join(f"w{n * n % 9973}" for n in range(570_000))
"""Three megabytes, as long as any note will be."""

IMPORTED: Final = 1500
SLOW_S: Final = 0.02
"""How slow the disk is, at least, for writers with a fault, so that few kills find it."""

DRAFTED: Final = 10
"""How far from the article that a writer tags and notes lie those that it types drafts for."""


class Writer:
    """One analyst at work. Another name counts, so that no undo takes back a count."""

    def __init__(
        self,
        path: Path,
        hand: int,
        seed: int,
        pipe: int,
        long: str = LONG,
        imported: int = IMPORTED,
    ) -> None:
        self.rng, self.pipe, self.hand = random.Random(seed), pipe, hand
        self.long, self.imported = long, imported
        self.name = f"{hand}-{seed}"
        self.acts = 0
        self.case: Case = open_case(path, user=f"writer{hand}")
        self.shared_in = CaseDB(path, user=f"counter{hand}")
        self.shared = self.shared_in.table("shared")

    def work(self, wanted: str) -> None:
        """Do what is wanted on and on, and light things in between."""
        while True:
            for kind in self.rng.sample(LIGHT, self.rng.randrange(3)):
                self.act(kind)
            self.act(wanted)

    def close(self) -> None:
        """Stop as one does who quits."""
        self.shared_in.close()
        self.case.close()

    def act(self, kind: str) -> None:
        """Do one thing; refused is what the case said it did not do."""
        self.acts += 1
        self.send({"begin": kind})
        began = time.monotonic()
        try:
            line = getattr(self, kind)()
        except CaseError as error:
            line = refusal(error)
        self.send({"done": kind, "took": time.monotonic() - began} | line)

    def send(self, line: Line) -> None:
        os.write(self.pipe, (json.dumps(line) + "\n").encode())

    def tag(self) -> Line:
        return _seq(self.case.tag([self.hand], [self.rng.choice(TAGS)]))

    def count(self) -> Line:
        self.shared.update(increment("n"), doc_ids=[1])
        return {"counted": 1}

    def undo(self) -> Line:
        return _seq(self.case.undo())

    def redo(self) -> Line:
        return _seq(self.case.redo())

    def draft(self) -> Line:
        return self._type(self.hand + DRAFTED, "")

    def typing(self) -> Line:
        return self._type(self.hand + DRAFTED, self.long)

    def note(self) -> Line:
        text = f"{self.name} {self.acts} {self.long}"
        return _seq(self.case.write_note(self.hand, text)) | {"text": digest(f'"{text}"')}

    def bulk(self) -> Line:
        name = f"{self.name}/{self.acts}/"
        added = self.case.add_articles(
            NewArticle(f"{name}{n}", f"{name}{n} Police seized hashish in Rabat. " * 9, "n", "/n")
            for n in range(self.imported)
        )
        return _seq(added.change) | {"first": added.added[0], "last": added.added[-1]}

    def reindex(self) -> Line:
        self.case.reindex()
        return {}

    def backup(self) -> Line:
        seq = self.case.history(1)[0].seq
        return {"backup": str(self.case.care.backup()), "holds": seq}

    def _type(self, article: int, text: str) -> Line:
        self.case.save_draft(article, f"{self.name} {self.acts} {text}")
        return {"typed": self.acts, "article": article}


def refusal(error: CaseError) -> Line:
    """What the case said it did not do, and why."""
    return {"refused": str(error), "error": type(error).__name__}


def _seq(change: Change | None) -> Line:
    return {"seq": change.seq} if change else {}


def run(path: Path, hand: int, seed: int, pipe: int, wanted: str, mutant: str = "") -> None:
    """Work in a process of its own until it is killed; an end of any other kind is an error."""
    try:
        writer = Writer(path, hand, seed, pipe)
        if mutant:
            MUTANTS[mutant](writer)
        writer.work(wanted)
    finally:
        traceback.print_exc(file=sys.stderr)
        os._exit(1)


def _hasty(writer: Writer) -> None:
    """Acknowledges before the change is durable."""
    finish = Engine._finish

    def finish_and_say_so(self: Engine, writing: Writing) -> Change | None:
        change = finish(self, writing)
        writer.send({"done": "hasty"} | _seq(change))
        time.sleep(SLOW_S)
        return change

    Engine._finish = finish_and_say_so  # type: ignore[method-assign]


def _forgetful(writer: Writer) -> None:
    """Reads what it counts before it holds the right to write, by as much as writing takes."""
    took = 0.0

    def count() -> Line:
        nonlocal took
        document: Any = writer.shared.get(doc_id=1)
        time.sleep(max(SLOW_S, took))
        began = time.monotonic()
        writer.shared.update({"n": document["n"] + 1}, doc_ids=[1])
        took = time.monotonic() - began
        return {"counted": 1}

    writer.count = count  # type: ignore[method-assign]


def _piecemeal(writer: Writer) -> None:
    """Commits what it has written of an import before it writes the log."""
    flush = Writing.flush

    def flush_and_commit(self: Writing) -> list[Patch]:
        patches = flush(self)
        self.connection.execute("COMMIT")
        time.sleep(SLOW_S)
        self.connection.execute("BEGIN IMMEDIATE")
        return patches

    Writing.flush = flush_and_commit  # type: ignore[method-assign]


MUTANTS: Final = {"hasty": _hasty, "forgetful": _forgetful, "piecemeal": _piecemeal}
"""Writers with a fault, which must be found: else the kills would prove nothing."""
