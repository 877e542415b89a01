"""Killed without notice while tags and notes are written: what the screen acknowledged is there.

``CASEDESK_DESK_KILLS`` is the number of kills (``make torture`` makes it 200), each the SIGKILL of
a desk in a pseudo-terminal at a random moment. Whatever the status line or the note's header
acknowledged until then must be in the case; what was on its way may be there or not, in order.
"""

import os
import random
import re
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from store import Case, open_case
from store.tags import catalogue
from tests.terminal.conftest import Desk
from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal

KILLS = int(os.environ.get("CASEDESK_DESK_KILLS", "12"))
KILLS_A_CASE = 12

ARTICLE = 1
_TAGGED = re.compile(r"\b(?:un)?tagged (\w+/\w+)")
_SAVED = re.compile(r"(?<!NOT )\bsaved\b")
_WORD = re.compile(r"\bk\d+w\d+\b")


class Witness:
    """What was typed into one case over all its desks, and what their screens acknowledged."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        """Tags whose keys were sent, in order; each turns the tag on or off."""
        self.words: list[str] = []
        """Words typed into the note, in order."""
        self.tags_kept: set[int] = set()
        """Which of `tags` are acknowledged."""
        self.words_kept: set[str] = set()

    def look(self, terminal: PtyTerminal, first: int) -> None:
        """Read the screen of a desk whose first tag was number `first`."""
        text = terminal.text
        for tag in _TAGGED.findall(text):
            sent = [n for n in range(first, len(self.tags)) if self.tags[n] == tag]
            self.tags_kept.update(range(first, sent[-1] + 1) if sent else ())
        if _SAVED.search(text):
            self.words_kept.update(set(_WORD.findall(text)) & set(self.words))

    def verify(self, case: Case) -> None:
        """Fail if the case lacks what was acknowledged, or holds what nobody typed."""
        changes = reversed(case.history(limit=100_000, article=ARTICLE))
        done = [m[1] for change in changes if (m := _TAGGED.fullmatch(change.label))]
        assert_in_order(done, self.tags, self.tags_kept)
        on: set[str] = set()
        for tag in done:
            on ^= {tag}
        assert set(case.marks(ARTICLE).tags) == on
        words = _WORD.findall(case.note(ARTICLE))
        assert_in_order(words, self.words, {self.words.index(word) for word in self.words_kept})


def assert_in_order(done: list[str], sent: list[str], kept: set[int]) -> None:
    """`done` is `sent` with some left out, none of them among the places in `kept`."""
    place = 0
    for item in done:
        while place < len(sent) and sent[place] != item:
            assert place not in kept, f"{sent[place]} was acknowledged and is lost"
            place += 1
        assert place < len(sent), f"{item} was never sent, or is out of order"
        place += 1
    lost = [sent[n] for n in range(place, len(sent)) if n in kept]
    assert not lost, f"{lost} were acknowledged and are lost"


class Typist:
    """Types into a desk until its time is up: tags in bursts, words into the note."""

    def __init__(
        self, terminal: PtyTerminal, witness: Witness, dice: random.Random, seconds: float
    ) -> None:
        self.terminal, self.witness, self.dice = terminal, witness, dice
        self.first = len(witness.tags)
        self.end = time.monotonic() + seconds

    def type(self, tags: Iterator[tuple[str, str]], name: str) -> None:
        """Tag and write by turns; the desk may be killed whenever this returns."""
        while self.is_time_left:
            self.type_once(tags, name)

    def type_once(self, tags: Iterator[tuple[str, str]], name: str) -> float:
        """Tag and write; how many seconds it took until both were acknowledged, or time was up."""
        began = time.monotonic()
        self.tag(tags)
        if self.is_time_left:
            self.write(name)
        return time.monotonic() - began

    @property
    def is_time_left(self) -> bool:
        return time.monotonic() < self.end

    def tag(self, tags: Iterator[tuple[str, str]]) -> None:
        for _ in range(self.dice.randint(1, 3)):
            keys, tag = next(tags)
            self.witness.tags.append(tag)
            self.terminal.send(keys)
        wanted = self.witness.tags[-1]
        self.wait(lambda: f"tagged {wanted}" in self.terminal.text)

    def write(self, name: str) -> None:
        self.terminal.send("c")
        for _ in range(self.dice.randint(1, 4)):
            word = f"{name}w{len(self.witness.words)}"
            self.witness.words.append(word)
            self.terminal.send(f"{word} ")
            self.watch(self.dice.uniform(0, 0.05))
        last = self.witness.words[-1]
        self.wait(lambda: last in self.witness.words_kept)
        if self.is_time_left:
            self.terminal.send("esc")
            self.wait(lambda: "noted" in self.terminal.text)

    def wait(self, is_there: Callable[[], bool]) -> None:
        while self.is_time_left and not is_there():
            self.watch(0.02)

    def watch(self, seconds: float) -> None:
        self.terminal.read(min(seconds, max(0.0, self.end - time.monotonic())))
        self.witness.look(self.terminal, self.first)


@pytest.mark.parametrize("part", range(max(1, KILLS // KILLS_A_CASE)))
def test_what_the_screen_acknowledged_survives_every_kill(
    part: int, desk: Desk, sample: Path
) -> None:
    dice = random.Random(part)
    witness = Witness()
    tags = cycle(
        (f"t{group.letter}{leaf.letter}", leaf.id)
        for group in catalogue().groups
        for leaf in group.tags
    )
    took = 0.0
    for number in range(min(KILLS, KILLS_A_CASE)):
        terminal = desk("demo", size=(80, 24))
        terminal.wait_for("q quit")
        typist = Typist(terminal, witness, dice, dice.uniform(0, 2 * took) if took else PATIENCE_S)
        if took:
            typist.type(tags, f"k{number}")
        else:  # the first types as long as it takes, which the others are killed in the midst of
            took = typist.type_once(tags, f"k{number}")
        assert not terminal.ended, terminal.text
        terminal.kill()
        witness.look(terminal, typist.first)
        with open_case(sample, user="ana") as case:
            witness.verify(case)
    assert witness.tags_kept
    assert witness.words_kept
