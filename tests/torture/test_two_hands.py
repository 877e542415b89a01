"""Two analysts in one case, whatever they do and in whatever order: as a model in memory has it.

Few examples here; see `tests.laws` for more.
"""

import itertools
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from facts.model import Count, Extraction, Mention, Place
from store import Case, CaseDB, Change, Judgement, NewArticle, open_case
from store.errors import NothingToUndo, UndoConflict
from tests.laws import tried
from tests.torture.model import Entry, Model, Refused

USERS = ("ana", "bob")
TEXTS = tuple(f"Article {n}: 21 people in Rabat." for n in range(6))
TAGS = ("drugs/cannabis", "weapons/cbrn", "response/arrest")
FOUND = {
    version: Extraction(
        version, "en", None,
        (Mention(0, 6, Count(21, "arrests"), "count"), Mention(7, 13, Place("Rabat", "city", "MA"),
                                                               "place")),
    )
    for version in ("one", "two")
}  # fmt: skip
KEYS = ("count:arrests:21:", "place:ma:rabat")

hand = st.sampled_from(USERS)
numbers = st.lists(st.integers(1, 8), min_size=1, max_size=3, unique=True)
words = st.sampled_from(("", "One line.", "Two\nlines.", "Dİyarbakır, café; زنجان", "x" * 300))


MOMENTS = itertools.count(int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()) * 10**9, 10**6)
"""A clock that moves on with every look at it, so that nothing is written twice at one moment."""


class TwoHands(RuleBasedStateMachine):
    """Both have the case open; each act is done to it and to the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "two.case"
        self.model = Model()
        self.counted = 0
        self.typed: dict[tuple[str, int], str] = {}
        self.seen: dict[str, int] = dict.fromkeys(USERS, 0)
        self.clock = patch("time.time_ns", MOMENTS.__next__)
        self.clock.start()

    @initialize()
    def make(self) -> None:
        open_case(self.path, create=True, user="ana").close()
        self.hands = {user: open_case(self.path, user=user) for user in USERS}
        self.bring(USERS[0], [1, 2, 3])
        CaseDB(self.hands["ana"].engine).table("shared").insert({"n": 0})
        self.model.write("ana", "table", {("shared", 1): "0"})

    def teardown(self) -> None:
        self.clock.stop()
        for case in getattr(self, "hands", {}).values():
            case.close()
        shutil.rmtree(self.folder)

    def both(
        self, user: str, act: Callable[[Case], Change], model: Callable[[], Entry | None]
    ) -> None:
        """Do one act to the case and to the model: the same is changed, or both refuse."""
        try:
            entry = model()
        except Refused:
            entry = None
        if entry is None:
            with pytest.raises((NothingToUndo, UndoConflict)):
                act(self.hands[user])
            return
        change = act(self.hands[user])
        assert (change.seq, change.user, change.undo) == (entry.seq, user, entry.undo)

    @rule(user=hand, ns=numbers)
    def bring(self, user: str, ns: list[int]) -> None:
        texts = list(dict.fromkeys(TEXTS[n % len(TEXTS)] for n in ns))
        known = {self.model.at("article", n) for n in self.model.articles}
        fresh = [text for text in texts if text not in known]
        added = self.hands[user].add_articles(NewArticle(t[:9], t, "n.txt", "/in") for t in texts)
        assert len(added.added) == len(fresh)
        self.model.write(
            user, "import", {("article", n): t for n, t in zip(added.added, fresh, strict=True)}
        )

    @rule(user=hand, ns=numbers, version=st.sampled_from(tuple(FOUND)))
    def read(self, user: str, ns: list[int], version: str) -> None:
        ids = self.some(ns)
        change = self.hands[user].put_facts(dict.fromkeys(ids, FOUND[version]))
        entry = self.model.write(user, "facts", {("facts", n): version for n in ids})
        assert (change and change.seq) == (entry and entry.seq)

    @rule(user=hand, ns=numbers, tag=st.sampled_from(TAGS), on=st.sampled_from((True, False)))
    def tag(self, user: str, ns: list[int], tag: str, on: bool) -> None:
        ids = self.some(ns)
        change = self.hands[user].tag(ids, [tag], on) if ids else None
        entry = self.model.write(user, "tag", {("tag", n, tag): "on" if on else None for n in ids})
        assert (change and change.seq) == (entry and entry.seq)

    @rule(user=hand, ns=numbers, status=st.sampled_from(("done", "dismissed", "flagged")))
    def decide(self, user: str, ns: list[int], status: Any) -> None:
        ids = self.some(ns)
        change = self.hands[user].decide(ids, status) if ids else None
        entry = self.model.write(user, "decide", {("status", n): status for n in ids})
        assert (change and change.seq) == (entry and entry.seq)

    @rule(user=hand, n=st.integers(1, 8), key=st.sampled_from(KEYS),
          verdict=st.sampled_from(("accepted", "rejected", None)))  # fmt: skip
    def judge(self, user: str, n: int, key: str, verdict: Any) -> None:
        (article,) = self.some([n]) or [0]
        if self.model.at("facts", article):
            change = self.hands[user].judge(article, {key: Judgement(verdict)})
            entry = self.model.write(user, "judge", {("verdict", article, key): verdict})
            assert (change and change.seq) == (entry and entry.seq)

    @rule(user=hand, n=st.integers(1, 8), text=words)
    def note(self, user: str, n: int, text: str) -> None:
        for article in self.some([n]):
            change = self.hands[user].write_note(article, text)
            entry = self.model.write(user, "note", {("note", article): text})
            assert (change and change.seq) == (entry and entry.seq)
            self.typed.pop((user, article), None)

    @rule(user=hand, n=st.integers(1, 8), text=words)
    def type(self, user: str, n: int, text: str) -> None:
        for article in self.some([n]):
            self.hands[user].save_draft(article, text)
            self.typed[user, article] = text

    @rule(user=hand)
    def count(self, user: str) -> None:
        if not self.model.at("shared", 1):
            return
        table = CaseDB(self.hands[user].engine).table("shared")
        table.update({"n": self.counted + 1}, doc_ids=[1])
        self.counted += 1
        self.model.write(user, "table", {("shared", 1): str(self.counted)})

    @rule(user=hand)
    def undo(self, user: str) -> None:
        self.both(user, lambda case: case.undo(), lambda: self.model.step(user, "undo"))

    @rule(user=hand)
    def redo(self, user: str) -> None:
        self.both(user, lambda case: case.redo(), lambda: self.model.step(user, "redo"))

    @rule(user=hand, back=st.integers(0, 6))
    def undo_by_number(self, user: str, back: int) -> None:
        seq = max(1, len(self.model.log) - back)
        self.both(user, lambda case: case.undo(seq), lambda: self.model.undo(user, seq))

    @rule(user=hand)
    def reopen(self, user: str) -> None:
        """Whoever comes back finds what was typed as a note, or is offered it."""
        self.hands[user].close()
        self.hands[user] = open_case(self.path, user=user)
        self.seen[user] = len(self.model.log)
        for change in self.hands[user].recovered:
            (article,) = change.articles
            text = self.typed.pop((user, article))
            entry = self.model.write(user, "note", {("note", article): text})
            assert entry is not None
            assert entry.seq == change.seq
        offered = {(d.user, d.about.id): d.text for d in self.hands[user].drafts()}
        for place in [p for p in self.typed if p[0] == user]:
            text, article = self.typed.pop(place), place[1]
            there = [offered.get(place), self.model.at("note", article)]
            assert text in there or article not in self.model.articles

    @rule(user=hand)
    def reindex(self, user: str) -> None:
        self.hands[user].reindex()

    @rule(user=hand)
    def back_up(self, user: str) -> None:
        """A backup, opened, is the case as it stood."""
        with open_case(self.hands[user].care.backup(), read_only=True) as backup:
            self.hold(backup)

    @rule(user=hand)
    def verify(self, user: str) -> None:
        assert not self.hands[user].care.verify().flaws

    @rule(user=hand)
    def poll(self, user: str) -> None:
        """Each hears of all that the other did since, once and in order."""
        heard = [change.seq for change in self.hands[user].poll()]
        entries = [self.model.log[n] for n in range(self.seen[user] + 1, len(self.model.log) + 1)]
        assert heard == [e.seq for e in entries if e.user != user]
        self.seen[user] = len(self.model.log)

    @invariant()
    def is_as_the_model_has_it(self) -> None:
        for case in getattr(self, "hands", {}).values():
            self.hold(case)

    def hold(self, case: Case) -> None:
        assert list(case.ids()) == self.model.articles
        (last,) = case.history(1)
        assert last.seq == len(self.model.log)
        shared: Any = CaseDB(case.engine).table("shared").get(doc_id=1)
        assert str(shared["n"] if shared else "") == self.model.at("shared", 1)
        rows = {row.id: row for row in case.rows(self.model.articles)}
        for n in self.model.articles:
            marks = case.marks(n)
            tags = {str(tag) for (tag,) in self.model.all("tag", n)}
            assert case.article(n).text == self.model.at("article", n)
            assert set(marks.tags) == set(rows[n].tags) == tags
            assert marks.status == rows[n].status == (self.model.at("status", n) or "new")
            assert case.note(n) == self.model.at("note", n)
            assert rows[n].has_note == bool(case.note(n))
            found = case.findings(n)
            assert found.extracted == bool(self.model.at("facts", n))
            verdicts = {f.key: f.verdict for f in found.facts if f.verdict}
            wanted = {k: w for (k,), w in self.model.all("verdict", n).items() if found.extracted}
            assert verdicts == wanted

    def some(self, ns: list[int]) -> list[int]:
        there = self.model.articles
        return list(dict.fromkeys(there[n % len(there)] for n in ns)) if there else []


TestTwoHands = TwoHands.TestCase
TestTwoHands.settings = settings(tried(20), stateful_step_count=30)
