"""Marked rows: what the next decision or tag is for, instead of the article under the cursor."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.keymaps.named import key

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Marked:
    """The rows that this analyst has marked, in whatever list they are shown or hidden."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.ids = set(desk.case.picked.ids())
        """The marked articles."""
        self._before: set[int] = set()
        """What was marked when all marks were last taken off."""
        self._counted: Sequence[int] | None = None
        self._shown = 0

    def mark(self) -> None:
        """Mark the article under the cursor, or take its mark off, and go to the next."""
        desk, article = self._desk, self._desk.cursor
        if desk.has_article():
            is_on = article not in self.ids
            self._put({article}, on=is_on)
            desk.say("marked" if is_on else "its mark is off")
            desk.walk.next()

    def mark_shown(self) -> None:
        """Mark every article that is shown; if all are, take their marks off."""
        desk = self._desk
        if desk.has_article():
            shown = desk.rows.ids
            is_on = self.shown_count < len(shown)
            self._put(shown, on=is_on)
            desk.say(f"all {len(shown):,} shown are {'marked' if is_on else 'unmarked'}")

    def unmark_all(self) -> None:
        """Take every mark off, also where it is not shown; once more brings them back."""
        if self.ids:
            self._before = set(self.ids)
            self._put(set(self.ids), on=False)
            self._desk.say(f"{len(self._before)} unmarked; once more marks them again")
        elif self._before:
            self._put(self._before, on=True)
            self._desk.say(f"{len(self._before)} marked again")
        else:
            one, shown = key("list.mark"), key("list.mark_shown")
            self._desk.say(
                f"nothing is marked; {one} marks an article, {shown} all that are shown", "problem"
            )

    def done_with(self, articles: Collection[int]) -> None:
        """Take the marks off articles that are decided, so that the next key is for the cursor."""
        self._before = set(articles)
        self._put(set(articles), on=False)

    def prune(self) -> None:
        """Forget the marks of articles that left the case."""
        if self.ids:
            self.ids.intersection_update(self._desk.case.ids())
            self._counted = None

    @property
    def shown_count(self) -> int:
        """How many of the marked are shown."""
        if self._counted is not self._desk.rows.ids:
            self._counted = self._desk.rows.ids
            self._shown = sum(article in self.ids for article in self._counted) if self.ids else 0
        return self._shown

    def shown(self) -> list[int]:
        """The marked articles that are shown, in the order of the list."""
        if not self.shown_count:
            return []
        return [article for article in self._desk.rows.ids if article in self.ids]

    def targets(self) -> list[int]:
        """What a key is for: the marked articles that are shown, else the one under the cursor.

        Empty, and said so, where there is none.
        """
        return self.shown() or ([self._desk.cursor] if self._desk.has_article() else [])

    def words(self) -> str:
        """How many are marked, and how many of these are not shown; "" if none is."""
        if not self.ids:
            return ""
        hidden = len(self.ids) - self.shown_count
        return f"{len(self.ids)} marked" + (f", {hidden} not shown" if hidden else "")

    def left_alone(self) -> str:
        """What a key says of how many marked rows it was for, and how many it left alone."""
        shown = self.shown_count
        hidden = len(self.ids) - shown
        if not shown:
            return f"{hidden} marked not shown" if hidden else ""
        return f"{shown} marked" + (f", {hidden} not shown left alone" if hidden else "")

    def _put(self, articles: Collection[int], on: bool) -> None:
        """In a case for reading only, marks last as long as the desk."""
        desk = self._desk
        count = self.shown_count
        moved = [article for article in articles if (article in self.ids) is not on]
        (self.ids.update if on else self.ids.difference_update)(moved)
        self._recount(articles, count, len(moved), on)
        desk.tell(Part.ROWS | Part.LIST)
        if not desk.case.read_only and moved:
            keep: Callable[[Collection[int]], None] = (
                desk.case.picked.mark if on else desk.case.picked.unmark
            )
            desk.writer.write(lambda: keep(moved), lambda _: None, desk.hear_refusal)

    def _recount(self, articles: Collection[int], count: int, moved: int, on: bool) -> None:
        """One row, or the whole list, is counted without looking at every row."""
        if articles is self._desk.rows.ids:
            self._shown = len(articles) if on else 0
        elif articles == {self._desk.cursor}:
            self._shown = count + (moved if on else -moved)
        else:
            self._counted = None
