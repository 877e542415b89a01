"""Tagging the marked articles, else the one under the cursor: by name, by digit, the last again."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from store import Change
from tui.desk.part import Part
from tui.desk.strip import Strip, short_names
from tui.views import Slot

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Tagger:
    """The tags of the article under the cursor, and the strip."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._strip = Strip(desk.case.digits())
        self._last: tuple[str, ...] = ()
        self._last_articles: list[int] = []
        self.given: frozenset[str] = frozenset()
        """The tags that the article has."""

    def slots(self) -> tuple[Slot, ...]:
        """The strip, with the tags of the article ticked."""
        return self.slots_of(self.given)

    def slots_of(self, given: Collection[str]) -> tuple[Slot, ...]:
        """The strip, with these tags ticked."""
        names = short_names()
        return tuple(
            Slot(str(digit), names.get(tag, tag), tag in given)
            for digit, tag in enumerate(self._strip.tags, start=1)
        )

    def tag(self, tag: str) -> None:
        """Give the article, or all that are marked, a tag; where all have it, take it off.

        Where an incident is in view, it is given to that.
        """
        if incident := self._desk.incidents.in_view:
            self._desk.incidents.tag(incident, [tag])
            if self._strip.use(tag):
                self._keep_digits()
            return
        articles = self._desk.marked.targets()
        if articles:
            left = self._desk.marked.left_alone()
            self._desk.change(lambda: self._toggle(articles, tag), also=left)
            if self._strip.use(tag):
                self._keep_digits()
            self._desk.tell(Part.TAGS)

    def by_digit(self, digit: int) -> None:
        """Give the article the tag under a digit of the strip, or take it off."""
        self.tag(self._strip.tags[digit - 1])

    def again(self) -> None:
        """Give the article the tags that were given last."""
        if not self._last and not self._desk.writer.pending:
            self._desk.say("no tags were given yet; t and two letters give one", "problem")
        elif incident := self._desk.incidents.in_view:
            self._desk.incidents.tag(incident, self._last, on=True)
        elif articles := self._desk.marked.targets():
            left = self._desk.marked.left_alone()
            self._desk.change(lambda: self._desk.case.tag(articles, self._last, True), also=left)

    def _keep_digits(self) -> None:
        tags, desk = list(self._strip.tags), self._desk
        desk.writer.write(lambda: desk.case.keep_digits(tags), lambda _: None, desk.hear_refusal)

    def _toggle(self, articles: list[int], tag: str) -> Change | None:
        """On the writer's thread, where it is known whether this gives the tag or takes it."""
        change = self._desk.case.tag(articles, [tag], None)
        self._remember(articles, tag, is_on=tag in self._desk.case.marks(articles[0]).tags)
        return change

    def _remember(self, articles: list[int], tag: str, is_on: bool) -> None:
        """Keep the set of tags that went to the same articles, for the next one."""
        here = self._last if articles == self._last_articles else ()
        others = tuple(one for one in here if one != tag)
        if is_on:
            self._last_articles, self._last = articles, (*others, tag)
        elif here:
            self._last = others
