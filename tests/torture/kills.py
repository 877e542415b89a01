"""Kills writers at random moments and holds the case against what each was acknowledged.

    python -m tests.torture.kills FOLDER --kills 100 --writers 2 --seed 7 [--mutant hasty]

A program of its own, so that the writers it forks share no thread with a test. Prints one line of
JSON: where the kills fell, and what had been acknowledged; fails with the first thing lost.
"""

import argparse
import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from store import CaseDB, NewArticle, open_case
from tests.torture import writer
from tests.torture.ledger import Ledger, counter
from tests.torture.writer import DRAFTED, KINDS, LIGHT, Line

KILLS_A_CASE: Final = 40
"""A case grows by megabytes with each note; a new one is begun after so many kills."""

PATIENCE_S: Final = 120
"""A writer that reports nothing for so long is a failure of its own."""


class Hand:
    """A living writer, and what it has reported."""

    def __init__(self, path: Path, hand: int, seed: int, wanted: str, mutant: str) -> None:
        self.wanted = wanted
        self.report: list[Line] = [{"name": f"{hand}-{seed}"}]
        self._rest = b""
        self._pipe, pipe = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            writer.run(path, hand, seed, pipe, wanted, mutant)
        os.close(pipe)

    def await_wanted(self) -> None:
        """Wait until it has just begun what it is to be killed in."""
        while self._read(0):
            pass
        before = self._begun()
        while self._begun() == before or self.report[-1].get("begin") != self.wanted:
            if not self._read(PATIENCE_S):
                raise AssertionError(f"nothing more after {self.report[-1]}")

    def kill(self) -> None:
        """Kill it, and take in what it had still reported."""
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        while self._read(0):
            pass
        os.close(self._pipe)
        assert os.WIFSIGNALED(status), f"it ended by itself, after {self.report[-1]}"

    @property
    def inside(self) -> str:
        """What it was in the middle of, as far as it has reported; "" between two acts."""
        return str(self.report[-1].get("begin", ""))

    def _begun(self) -> int:
        return sum(line.get("begin") == self.wanted for line in self.report)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._pipe], [], [], seconds)[0]:
            return False
        read = os.read(self._pipe, 65536)
        *lines, self._rest = (self._rest + read).split(b"\n")
        self.report += map(json.loads, lines)
        return bool(read)


class Kills:
    """A run of kills over cases in a folder."""

    def __init__(self, folder: Path, writers: int, rng: random.Random, mutant: str = "") -> None:
        self.folder, self.writers, self.rng, self.mutant = folder, writers, rng, mutant
        self.inside: Counter[str] = Counter()
        """Where the kills fell."""
        self.done: Counter[str] = Counter()
        """What was acknowledged, by kind."""
        self.refused: Counter[str] = Counter()
        """What a case said it did not do, and why."""
        self.counted = self.counters = self.backups = self.changes = 0
        self._wanted = [self._kinds(KINDS), *(self._kinds(LIGHT) for _ in range(1, writers))]
        """Only one is long at it; else all would wait for each other most of the time."""
        self._took = dict.fromkeys(KINDS, 0.05)

    def run(self, kills: int) -> None:
        """Kill until it is enough, in one case after the other."""
        while (left := kills - self.inside.total()) > 0:
            ledger = Ledger(make_case(self.folder / f"{self.inside.total()}.case"))
            while ledger.kills < min(left, KILLS_A_CASE):
                ledger.check(self._round(ledger.path))
            ledger.check_whole()
            ledger.check_verified()
            self.counters += counter(ledger.path)
            self.counted += ledger.counted
            self.backups += ledger.backups
            self.changes += ledger.seq
            for file in self.folder.glob(f"{ledger.path.name}*"):
                if file.is_file():
                    file.unlink()

    def _round(self, path: Path) -> list[list[Line]]:
        """Start writers and kill them one after the other, the others writing on meanwhile."""
        hands = [
            Hand(path, n, self.rng.randrange(10**9), next(wanted), self.mutant)
            for n, wanted in zip(range(1, self.writers + 1), self._wanted, strict=False)
        ]
        try:
            for hand in self.rng.sample(hands, len(hands)):
                for _ in range(self.rng.randint(1, 2)):  # some are to be acknowledged, too
                    hand.await_wanted()
                time.sleep(self.rng.uniform(0, 1.1 * self._took[hand.wanted]))
                hand.kill()
        except BaseException:
            for hand in hands:
                os.kill(hand.pid, signal.SIGKILL)
            raise
        for hand in hands:
            self._note(hand)
        return [hand.report for hand in hands]

    def _note(self, hand: Hand) -> None:
        self.inside[hand.inside or "between"] += 1
        for line in hand.report:
            if "refused" in line:
                self.refused[line["refused"].partition("case ")[2] or line["refused"]] += 1
            elif "took" in line:
                self.done[line["done"]] += 1
                kind = line["done"]
                self._took[kind] += (line["took"] - self._took[kind]) / 5

    def _kinds(self, kinds: Sequence[str]) -> Iterator[str]:
        """Every kind in turn, each round of them in an order of its own."""
        while True:
            yield from self.rng.sample(kinds, len(kinds))

    def totals(self) -> dict[str, object]:
        """What came of it, for JSON."""
        return {
            "kills": self.inside.total(), "writers": self.writers, "inside": self.inside,
            "acknowledged": self.done, "refused": self.refused, "changes": self.changes,
            "backups": self.backups, "counted": self.counted, "counters": self.counters,
        }  # fmt: skip


def make_case(path: Path) -> Path:
    """A case for writers: an article for each to tag and to type about, and a counter."""
    with open_case(path, create=True, user="ana") as case:
        texts = [f"Article {n}: Police seized hashish." for n in range(2 * DRAFTED)]
        case.add_articles(NewArticle(text, text, "n", "/n") for text in texts)
        CaseDB(case.engine).table("shared").insert({"n": 0})
    return path


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--writers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mutant", default="")
    asked = parser.parse_args(words)
    kills = Kills(asked.folder, asked.writers, random.Random(asked.seed), asked.mutant)
    kills.run(asked.kills)
    sys.stdout.write(json.dumps(kills.totals()) + "\n")


if __name__ == "__main__":
    main()
