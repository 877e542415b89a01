"""Tagging the marked articles, else the one under the cursor: by name, digit, words, or again."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from store import Change
from store.errors import UnknownTag
from tui.desk.part import Part
from tui.desk.strip import Strip, short_name
from tui.desk.tag_table import TagTable
from tui.keymaps.named import prefix
from tui.nearest import hint
from tui.views import Slot

if TYPE_CHECKING:
    from tui.desk.desk import Desk

_OFFERED = 20
"""How many ways to go on with a word are told."""


class Tagger:
    """The tags of the article under the cursor, and the strip."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        known = [tag for tag in desk.case.digits() if desk.case.tags.is_known(tag)]
        self.strip = Strip(known, desk.case.tags.pinned())
        """Which tag each digit stands for."""
        self.table = TagTable(desk, self.strip)
        """All tags of the case, while somebody looks at them."""
        self._last: tuple[str, ...] = ()
        self._last_targets: list[int] = []
        self._given_last = ""
        self._doubted = ""
        self.given: frozenset[str] = frozenset()
        """The tags that the article has."""

    def slots(self) -> tuple[Slot, ...]:
        """The strip, with the tags of the article ticked."""
        return self.slots_of(self.given)

    def slots_of(self, given: Collection[str]) -> tuple[Slot, ...]:
        """The strip, with these tags ticked."""
        became: dict[str, str] = {}
        with self._desk.careful():
            became = self._desk.case.tags.became()
        tags = [(tag, became.get(tag, tag)) for tag in self.strip.tags]
        return tuple(
            Slot(str(digit), short_name(stands), stands in given, tag in self.strip.pinned)
            for digit, (tag, stands) in enumerate(tags, start=1)
        )

    def tag(self, tag: str) -> None:
        """Give the article, or all that are marked, a tag; where all have it, take it off.

        Where an incident is in view, it is given to that.
        """
        self._give(tag, is_new=False)

    def by_digit(self, digit: int) -> None:
        """Give the article the tag under a digit of the strip, or take it off."""
        self.tag(self.strip.tags[digit - 1])

    def by_words(self, words: str) -> str:
        """Give the tag that words name; what is wrong with them, "" if nothing is.

        A tag that would be new is made where the same words are answered with twice, if they are
        near to one there is.
        """
        doubted, self._doubted = self._doubted, ""
        wanted, tags = words.strip().casefold(), self._desk.case.tags
        known = [
            tag for tag, title in tags.names() if wanted in (tag, title.casefold(), _leaf(tag))
        ]
        if len(known) == 1 or wanted in known:
            self.tag(wanted if wanted in known else known[0])
            return ""
        if known:
            return f"{wanted} is the leaf of {' and '.join(known)}"
        try:
            new = tags.new(words)
        except UnknownTag as error:
            near = hint(wanted, [one for tag, _ in tags.names() for one in (tag, _leaf(tag))])
            return str(error).rstrip(".") + near
        if (near := hint(new, [tag for tag, _ in tags.names()])) and doubted != new:
            self._doubted = new
            return f"there is no tag {new}{near} Enter makes it"
        self._give(new, is_new=True)
        return ""

    def completing(self, before: str) -> tuple[int, Sequence[str]]:
        """How the words for a tag may go on: what is used in the case first."""
        begun = before.casefold().strip()
        tags = self._desk.case.tags.names()
        found = [tag for tag, _ in tags if tag.startswith(begun) or _leaf(tag).startswith(begun)]
        found += [
            tag for tag, title in tags if tag not in found and f" {begun}" in f" {title.casefold()}"
        ]
        return 0, found[:_OFFERED]

    def again(self) -> None:
        """Give the article the tags that were given last."""
        if not self._last and not self._desk.writer.pending:
            begin = prefix("tag.by_words")
            words = f"no tags were given yet; {begin} and two letters give one"
            self._desk.say(words, "problem")
        elif incident := self._desk.incidents.in_view:
            incidents = self._desk.case.incidents
            self._desk.change(lambda: incidents.tag([incident], self._last, True))
        elif articles := self._desk.marked.targets():
            left = self._desk.marked.left_alone()
            self._desk.change(lambda: self._desk.case.tag(articles, self._last, True), also=left)

    # -- digits

    def pin(self, digit: int) -> None:
        """Pin the tag that was given last to a digit, or let it go where it is pinned there.

        Where none was given yet, the digit's own tag is meant.
        """
        self.table.pin(digit, self._given_last or self.strip.tags[digit - 1])

    @property
    def to_pin(self) -> str:
        """The tag that would be pinned, "" where none was given yet."""
        return self._given_last

    # -- on the writer's thread

    def _give(self, tag: str, *, is_new: bool) -> None:
        desk = self._desk
        if incident := desk.incidents.in_view:
            desk.change(lambda: self._to_incident(incident, tag, is_new))
        elif articles := desk.marked.targets():
            left = desk.marked.left_alone()
            desk.change(lambda: self._to_articles(articles, tag, is_new), also=left)
        else:
            return
        self._given_last = tag
        if self.strip.use(tag):
            self.table.keep_digits()
        desk.tell(Part.TAGS)

    def _to_articles(self, articles: list[int], tag: str, is_new: bool) -> Change | None:
        """Where it is known whether this gives the tag or takes it."""
        case = self._desk.case
        change = self._made(tag, lambda: case.tag(articles, [tag], None), is_new)
        is_on = case.tags.standing(tag) in case.marks(articles[0]).tags
        self._remember(articles, tag, is_on)
        return change

    def _to_incident(self, number: int, tag: str, is_new: bool) -> Change | None:
        case = self._desk.case
        change = self._made(tag, lambda: case.incidents.tag([number], [tag], None), is_new)
        is_on = case.tags.standing(tag) in case.incidents.get(number).tags
        self._remember([-number], tag, is_on)
        return change

    def _made(self, tag: str, give: Callable[[], Change | None], is_new: bool) -> Change | None:
        return self._desk.case.tags.coin(tag, give) if is_new else give()

    def _remember(self, targets: list[int], tag: str, is_on: bool) -> None:
        """Keep the set of tags that went to the same articles or incident, for the next one."""
        here = self._last if targets == self._last_targets else ()
        others = tuple(one for one in here if one != tag)
        if is_on:
            self._last_targets, self._last = targets, (*others, tag)
        elif here:
            self._last = others


def _leaf(tag: str) -> str:
    return tag.partition("/")[2]
