"""Tagging the article under the cursor: by name, by digit, the last tags again."""

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.strip import Strip, short_names
from tui.views import Slot

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Tagger:
    """The tags of the article under the cursor, and the strip."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._strip = Strip()
        self._last: list[str] = []
        self._last_article = 0
        self.given: frozenset[str] = frozenset()
        """The tags that the article has."""

    def slots(self) -> tuple[Slot, ...]:
        """The strip, with the tags of the article ticked."""
        names = short_names()
        return tuple(
            Slot(str(digit), names.get(tag, tag), tag in self.given)
            for digit, tag in enumerate(self._strip.tags, start=1)
        )

    def tag(self, tag: str) -> None:
        """Give the article a tag, or take it off."""
        article = self._desk.cursor
        if self._desk.has_article():
            self._strip.use(tag)
            self._remember(article, tag)
            self._desk.change(lambda: self._desk.case.tag([article], [tag], None))
            self._desk.tell(Part.TAGS)

    def by_digit(self, digit: int) -> None:
        """Give the article the tag under a digit of the strip, or take it off."""
        self.tag(self._strip.tags[digit - 1])

    def again(self) -> None:
        """Give the article the tags that were given last."""
        article, tags = self._desk.cursor, list(self._last)
        if not tags:
            self._desk.say("no tags were given yet; t and a digit give some", "problem")
        elif self._desk.has_article():
            self._desk.change(lambda: self._desk.case.tag([article], tags, True))

    def _remember(self, article: int, tag: str) -> None:
        """Keep the set of tags that went to one article, for the next one."""
        if article != self._last_article:
            self._last_article, self._last = article, []
        if tag in self._last:
            self._last.remove(tag)
        else:
            self._last.append(tag)
