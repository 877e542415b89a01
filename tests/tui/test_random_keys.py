"""Whatever is pressed: nothing breaks, nothing typed is lost, and undo brings the case back.

A few hundred presses here; see `tests.laws` for more.
"""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import About, Case, open_case
from tests.laws import tried
from tests.tui.documents import documents
from tests.tui.playing import Player, playing
from tui.commands.registry import commands
from tui.screens.keyed import KeyedScreen

PRESSES = 400
LONGEST = 80

Act = tuple[str, Any]


def sequences() -> Iterator[tuple[str, ...]]:
    """The keys of every command but the analyst's own editor, which needs a terminal."""
    for command in commands():
        if command.does != "screen.edit_outside":
            yield from (tuple(keys.split()) for keys in command.keys)


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ0123456789/.?+-[]éش警"
NAMED = "enter escape tab space up down left right home end backspace delete pageup".split()
MOVING = "ctrl+z ctrl+y ctrl+u ctrl+w ctrl+k ctrl+left shift+right".split()
EDITS = "c C I u ctrl+r a r y d s A . M escape tab j".split()
SIZES = ((120, 40), (80, 24), (60, 20), (40, 10), (200, 50))

ACTS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(EDITS).map(lambda key: (key,))),
    st.tuples(st.just("press"), st.sampled_from(list(sequences()))),
    st.tuples(
        st.just("press"), st.sampled_from((*LETTERS, *NAMED, *MOVING)).map(lambda key: (key,))
    ),
    st.tuples(st.just("type"), st.text(LETTERS, min_size=1, max_size=8)),
    st.tuples(st.just("note"), st.text(LETTERS + " ", min_size=1, max_size=8)),
    st.tuples(st.just("paste"), st.text("ab[/\n\x1b\u202e é警", max_size=6)),
    st.tuples(st.just("resize"), st.sampled_from(SIZES)),
)


class Hands:
    """An analyst who presses anything, and what she knows of the notes she writes."""

    def __init__(self, player: Player, case: Case) -> None:
        self.player, self.case = player, case
        self.notes: dict[About, str] = {}
        """What each note has said since it was last seen to change."""

    async def do(self, act: str, what: Any) -> None:
        """Do one thing, key by key."""
        player = self.player
        if act == "press":
            for key in what:
                await self._key(key)
        elif act == "type":
            for letter in what:
                await self._key(letter)
        elif act == "note":
            await self._key("escape")
            for key in ("c", *("space" if letter == " " else letter for letter in what)):
                await self._key(key)
        elif act == "paste":
            await player.paste(what)
            self.look()
        else:
            await player.resize(*what)

    async def _key(self, key: str) -> None:
        if not self.player.app.is_running:
            return
        before, about = self._typed()
        last = self._last()
        await self.player.press(key)
        if not self.player.app.is_running:
            return
        after, now = self._typed()
        if about and about == now:
            self._assert_typed(key, before, after)
            self.notes[about] = after
        self._assert_kept(last)

    def _assert_typed(self, key: str, before: str, after: str) -> None:
        """A character goes in where the cursor is, and nothing else changes."""
        letter = {"space": " ", "enter": "\n"}.get(key, key)
        if len(letter) == 1:
            longer = {before[:n] + letter + before[n:] for n in range(len(before) + 1)}
            assert after in longer, (key, before, after)

    def _assert_kept(self, last: int) -> None:
        """What was written is there, in the note or as a draft, unless a change says otherwise."""
        changed = self.case.history(1)[0]
        for about, text in self.notes.items():
            there = self._there(about)
            if text not in there:
                assert changed.seq > last, (about, text, there)
                assert changed.action in ("undo", "redo", "note"), (changed, about, text, there)
                self.notes[about] = there[0]

    def look(self) -> None:
        """Take note of what the notes say now."""
        text, about = self._typed()
        if about:
            self.notes[about] = text

    def _there(self, about: About) -> list[str]:
        with self.case.engine.reading() as connection:
            drafts = connection.execute(
                "SELECT text FROM drafts WHERE session = ? AND about = ? AND article = ?",
                (self.case.engine.session, about.kind, about.id),
            ).fetchall()
        return [self.case.notes.text(about), *(text for (text,) in drafts)]

    def _typed(self) -> tuple[str, About | None]:
        """The text in the editor, if the keys are in it, and what it is about."""
        screen = self.player.app.screen
        assert isinstance(screen, KeyedScreen)
        note = self.player.app.desk.note
        return (note.text, note.about) if screen.context in ("note", "linking") else ("", None)

    def _last(self) -> int:
        return self.case.history(1)[0].seq


async def play(case: Case, acts: list[Act]) -> None:
    """Press all of it, sitting down again where that leads out, then take everything back."""
    left = iter(acts)
    act = next(left, None)
    while act:
        async with playing(case) as player:
            hands = Hands(player, case)
            while act and player.app.is_running:
                await hands.do(*act)
                act = next(left, None)
            await player.settle()
        assert player.app.error is None
    async with playing(case) as player:
        await undo_all(player, len(case.history(100_000)))


async def undo_all(player: Player, changes: int) -> None:
    """Take back everything by the key."""
    for _ in range(changes):
        await player.press("u")
        if player.status.startswith("You have changed nothing"):
            return
    raise AssertionError(f"undo finds no end: {player.status}")


@settings(
    tried(PRESSES * 2 // LONGEST),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(ACTS, min_size=LONGEST // 8, max_size=LONGEST // 2))
def test_nothing_breaks_nothing_is_lost_and_undo_brings_the_case_back(
    seed_case: Path, acts: list[Act]
) -> None:
    with TemporaryDirectory() as folder:
        path = shutil.copy(seed_case, Path(folder, "keys.case"))
        with open_case(path, user="ana") as case:
            before = documents(case)
            asyncio.run(play(case, acts))
            assert documents(case) == before
