"""The history: every change newest first, to be narrowed down, jumped to and taken back."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from store.changes.history import EVERYTHING, Entry, Past
from store.changes.log import BUILDING
from store.errors import UnknownIncident
from store.taken import Taken
from tui import marks
from tui.ago import ago, on_the_wall
from tui.views import PastRow

if TYPE_CHECKING:
    from store.changes.log import Change
    from tui.desk.desk import Desk

_MOST_CACHED = 1024
_LOOKED_AT = 20
"""How many changes are looked at to see whether a case is new."""
_FIRST_NUMBER = re.compile(r"\d+")


def _now() -> datetime:
    return datetime.now(UTC)


class Historian:
    """The changes of the case as they are looked through, with the cursor on one of them."""

    def __init__(self, desk: "Desk", now: Callable[[], datetime] = _now) -> None:
        self._desk = desk
        self._now = now
        self._asked = EVERYTHING
        self._cache: dict[int, Entry] = {}
        self._last = 0
        self.seqs: Sequence[int] = ()
        """The numbers of the changes listed, newest first."""
        self.index = 0
        """Where the cursor stands among them."""

    # -- what is listed

    def open(self) -> None:
        """List every change, the cursor on the newest."""
        self._ask(EVERYTHING)
        self.index = 0

    def is_untouched(self) -> bool:
        """Whether nobody has judged anything in the case yet."""
        latest = self._desk.case.history(_LOOKED_AT)
        return all(change.action in BUILDING for change in latest)

    def look(self) -> bool:
        """Take up what has been changed since; the cursor stays on its change.

        Returns whether anything has.
        """
        changes = self._desk.case.changes
        last = changes.last()
        if last == self._last:
            return False
        new = changes.seqs(self._asked, after=self._last)
        at_hand = self.seqs
        is_whole = isinstance(new, range) and isinstance(at_hand, range)
        self.seqs = range(last, 0, -1) if is_whole else [*new, *at_hand]
        self._go_to(self.index + len(new) if at_hand else 0)
        self._last = last
        self._cache.clear()  # what was listed may have been taken back
        return True

    def window(self, first: int, count: int) -> list[PastRow]:
        """The rows of a window of the list."""
        now, seqs = self._now(), self.seqs[first : first + count]
        with self._desk.careful():
            return [self._row(entry, now) for entry in self._entries(seqs)]
        return []

    def about(self) -> str:
        """What is listed: "article 12 · by ana · “cannabis”"."""
        asked = self._asked
        parts = [
            f"article {asked.article} only" if asked.article else "",
            f"by {asked.user}" if asked.user else "",
            f"“{asked.words}”" if asked.words else "",
        ]
        return " · ".join(filter(None, parts))

    @property
    def words(self) -> str:
        """The words that the changes listed are looked for by."""
        return self._asked.words

    # -- narrowing

    def this_article(self) -> None:
        """List only the changes of the article the change is about, or those of all again."""
        if self._asked.article is not None:
            self._narrow(article=None)
            return
        entry = self._chosen()
        article = _only_article(entry.change) if entry else None
        self._narrow(article=article or self._desk.cursor or None)

    def next_analyst(self) -> None:
        """List the changes of one analyst after the other, then those of all again."""
        names: list[str | None] = [*self._desk.case.changes.analysts(), None]
        now = self._asked.user
        place = names.index(now) if now in names and now is not None else -1
        self._narrow(user=names[(place + 1) % len(names)])

    def look_for(self, words: str) -> str:
        """List the changes that words are in; returns what is wrong with them, "" if nothing is."""
        words = " ".join(words.split())
        asked = Past(self._asked.article, self._asked.user, words)
        if words and not self._desk.case.changes.seqs(asked):
            return f"no change says {words}"
        self._narrow(words=words)
        return ""

    def _narrow(self, **asked: object) -> None:
        """List others; the cursor stays on its change, or goes to the newest before it."""
        chosen = self._chosen()
        past = self._asked
        self._ask(
            Past(
                article=asked.get("article", past.article),  # type: ignore[arg-type]
                user=asked.get("user", past.user),  # type: ignore[arg-type]
                words=str(asked.get("words", past.words)),
            )
        )
        seq = chosen.change.seq if chosen else 0
        places = (place for place, other in enumerate(self.seqs) if other <= seq)
        self.index = next(places, max(len(self.seqs) - 1, 0))

    def _ask(self, asked: Past) -> None:
        changes = self._desk.case.changes
        self._asked, self._last = asked, changes.last()
        self.seqs = changes.seqs(asked)
        self._cache.clear()

    def move(self, by: int) -> None:
        """Move the cursor by so many changes, at most to the ends."""
        self._go_to(self.index + by)

    def _go_to(self, index: int) -> None:
        self.index = max(0, min(index, len(self.seqs) - 1))

    # -- acting

    def undo(self) -> None:
        """Take the change back, whoever made it; to take an undo back is to do it again."""
        entry = self._chosen()
        if entry:
            seq = entry.change.seq
            self._desk.change(lambda: self._desk.case.undo(seq))

    def jump(self) -> bool:
        """Go to the article of the change, the first of several; False where there is none.

        A limit that hides it is lifted.
        """
        desk, entry = self._desk, self._chosen()
        found = _FIRST_NUMBER.match(entry.change.spans) if entry else None
        if entry is None or found is None:
            desk.say("the change is about no article", "problem")
            return False
        article = int(found[0])
        if not desk.lists.go_to(article):
            return False
        desk.say(self.said())
        return True

    def incident(self) -> Taken | None:
        """The incident that the change is about, as it stands, if there still is one with facts.

        One that was merged is the one that stands; a change of several is about their articles.
        """
        entry = self._chosen()
        numbers = entry.change.incidents if entry else ()
        if len(numbers) == 1:
            with suppress(UnknownIncident):
                one = self._desk.case.incidents.get(numbers[0])
                return one if one.facts else None
        return None

    def said(self) -> str:
        """The change as the status line names it: "change 12: tagged drugs/cannabis"."""
        entry = self._chosen()
        return f"change {entry.change.seq}: {entry.change.label}" if entry else ""

    def leads_somewhere(self) -> bool:
        """Whether the change is about an article or an incident."""
        entry = self._chosen()
        return bool(entry and entry.change.spans)

    # -- rows

    def _chosen(self) -> Entry | None:
        entries = self._entries(self.seqs[self.index : self.index + 1])
        return entries[0] if entries else None

    def _entries(self, seqs: Sequence[int]) -> list[Entry]:
        missing = [seq for seq in seqs if seq not in self._cache]
        if missing:
            if len(self._cache) > _MOST_CACHED:
                self._cache.clear()
                missing = list(seqs)
            found = self._desk.case.changes.entries(missing)
            self._cache.update((entry.change.seq, entry) for entry in found)
        return [self._cache[seq] for seq in seqs if seq in self._cache]

    def _row(self, entry: Entry, now: datetime) -> PastRow:
        change = entry.change
        return PastRow(
            seq=change.seq,
            mark=marks.UNDONE if entry.undone_by else marks.STANDS,
            at=on_the_wall(change.at),
            ago=ago(change.at, now),
            user=change.user,
            words=" · ".join(filter(None, self._words(entry))),
            is_undone=entry.undone_by is not None,
        )

    def _words(self, entry: Entry) -> list[str]:
        change = entry.change
        undone = f"undone by {entry.undone_by}" if entry.undone_by else ""
        article = _only_article(change)
        row = self._desk.case.rows([article]) if article else []
        where = f"{article} {row[0].title}" if row else f"article {article}" if article else ""
        return [change.label, undone, where, change.clock or ""]


def _only_article(change: "Change") -> int | None:
    """The article that a change touched, if it is only one; what it touched is never spelt out."""
    articles = [span for span in change.spans.split(",") if span[:1] != "#"]
    return int(articles[0]) if len(articles) == 1 and articles[0].isdigit() else None
