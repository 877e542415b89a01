"""Deciding articles: one key says what becomes of one, or of all that are marked."""

from typing import TYPE_CHECKING

from store.shapes import Status

if TYPE_CHECKING:
    from tui.desk.desk import Desk


_MANY = 500
"""More articles than these take long enough to be told so."""


class Decider:
    """What an analyst decides about the marked articles, else about the one under the cursor."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._deciding: set[int] = set()

    def done(self) -> None:
        """Decide the article done and go to the next undecided one."""
        self._decide("done")

    def dismiss(self) -> None:
        """Decide the article not relevant and go to the next undecided one."""
        self._decide("dismissed")

    def flag(self) -> None:
        """Flag the article for later and go to the next undecided one."""
        self._decide("flagged")

    def _decide(self, status: Status) -> None:
        desk, article = self._desk, self._desk.cursor
        if not desk.has_article():
            return
        if marked := desk.marked.shown():
            self._decide_marked(marked, status)
            return
        self._deciding.add(article)
        following = desk.rows.undecided_after(desk.index, self._deciding)
        left = self._left() if following is None else ""
        desk.change(
            lambda: desk.case.decide([article], status),
            after=lambda: self._deciding.discard(article),
            also=" · ".join(filter(None, (left, desk.marked.left_alone()))),
        )
        if following is not None:
            desk.go_to(following)

    def _decide_marked(self, marked: list[int], status: Status) -> None:
        """One change for all of them; the cursor stays.

        Their marks go with it: the next key is for the article under the cursor again.
        """
        desk = self._desk
        if len(marked) > _MANY:
            desk.say(f"{status}, {len(marked):,} articles: saving …")
        desk.change(lambda: desk.case.decide(marked, status), also=desk.marked.left_alone())
        desk.marked.done_with(marked)

    def _left(self) -> str:
        """What is left to decide where nothing below is."""
        above = len(self._desk.rows.undecided() - self._deciding)
        return left_above(above)


def left_above(count: int) -> str:
    """What is left to decide or to judge above, where nothing below is."""
    return f"{count} undecided above" if count else "nothing is undecided now"
