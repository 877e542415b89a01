"""The others in the case: who is here, at which article, and whom a change waits for."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui import marks
from tui.desk.part import Part

if TYPE_CHECKING:
    from store.engine.here import Colleague
    from tui.desk.desk import Desk

PATIENCE_S = 2.0
"""How long a change waits before the status line says for whom."""


class Company:
    """The colleagues who have the case open, as they were when last looked at."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._here: tuple[Colleague, ...] = ()
        self._marks: dict[int, str] = {}
        self._waiting = ""

    def look(self) -> None:
        """See who came, went or moved, and whether a change waits for one of them."""
        self._wait()
        here = self._desk.case.presence.here()
        if here is self._here:
            return
        before, self._here = (self.words(), self._marks), here
        self._marks = _marked(here)
        parts = Part(0)
        if self.words() != before[0]:
            parts |= Part.COMPANY
        if self._marks != before[1]:
            parts |= Part.ROWS
        if parts:
            self._desk.tell(parts)

    def stand(self) -> None:
        """Tell the others which article is read here."""
        self._desk.case.presence.at(self._desk.cursor)

    def words(self) -> str:
        """Who is here: "ana is here, on article 12", "ana, ben are here"."""
        names = list(dict.fromkeys(map(self._name, self._here)))
        if not names:
            return ""
        if len(self._here) == 1 and (article := self._here[0].article):
            return f"{names[0]} is here, on article {article:,}"
        return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'} here"

    def mark(self, article: int) -> str:
        """The sign of the colleagues who read an article, "" where nobody does."""
        return self._marks.get(article, "")

    def _name(self, colleague: "Colleague") -> str:
        is_me = colleague.user == self._desk.case.user
        return "another desk of yours" if is_me else colleague.user

    def _wait(self) -> None:
        """Say for whom a change waits, once it has waited for long, and again each second."""
        words = self.waited_for() if self._desk.writer.at_work_s() >= PATIENCE_S else ""
        if words and words != self._waiting:
            self._desk.say(words)
        self._waiting = words

    def waited_for(self) -> str:
        """For whom a change waits, and since when he writes; "" where it waits for nobody."""
        presence = self._desk.case.presence
        holder = presence.holder()
        if holder is None:
            return "waiting for another process, which is writing" * presence.me.is_waiting
        since = datetime.now(UTC) - datetime.fromisoformat(holder.writing_since)
        since_s = max(0, int(since.total_seconds()))  # another machine's clock may be ahead
        return f"waiting for {holder.user}, who is writing since {since_s} s ({holder.writing})"


def _marked(here: "tuple[Colleague, ...]") -> dict[int, str]:
    letters: dict[int, str] = {}
    for colleague in here:
        if colleague.article:
            letter = colleague.user[:1].lower()
            letter = letter if letter.isalnum() else "?"
            letters[colleague.article] = letters.get(colleague.article, marks.COLLEAGUE) + letter
    return letters
