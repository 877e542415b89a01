"""The foot of the desk: the tag strip and the keys; after a prefix, the keys that may follow."""

from collections.abc import Sequence

from msgspec import Struct
from textual.reactive import var
from textual.strip import Strip

from tui.views import Slot
from tui.widgets.elastic import Elastic
from tui.widgets.key_row import Choice, Keys, drawn, key_row, rows_of
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line
from tui.widgets.wrap import wrapped
from tui.widths import cells

_WRONG = " ! "
"""Stands before what is wrong."""
_LONGEST = 30
_SHORTEST = 3
_PINNED = "="
"""Stands between a digit and the tag that is pinned to it."""


class Following(Struct, frozen=True):
    """The keys that may follow a prefix."""

    label: str
    """What they choose: "tag", "tag drugs"."""
    choices: tuple[Choice, ...]


class Foot(Elastic):
    """The keys that work here, and above them the digits with their tags."""

    slots: var[tuple[Slot, ...]] = var(())
    """What each digit stands for."""
    keys: var[Keys] = var(Keys())
    """The keys that work here."""
    following: var[Following | None] = var(None)
    """What is shown instead after a prefix."""
    problem: var[str] = var("")
    """What is wrong with the line being typed, in place of the tags."""
    offered: var[tuple[str, ...]] = var(())
    """How the line being typed may go on, the way taken first, in place of the tags."""

    def wanted(self, width: int) -> int:  # noqa: ARG002  however wide it is
        """A row of keys, and one above it where something stands in that."""
        return 1 + bool(self.slots or self.problem or self.offered or self.following)

    def row(self, y: int) -> Strip:
        """The tags or the keys, or a row of what may follow."""
        if self.following:
            return self._following_row(self.following, y)
        wrong = self._wrong() if self.problem else []
        if y < len(wrong):
            style = self.style("status.problem")
            return line([(wrong[y], style)], self.size.width, self.style("plain"))
        if y < self.size.height - 1:
            return self._tag_row()
        return key_row(self.keys, self.style, self.size.width)

    def _wrong(self) -> list[str]:
        """What is wrong with the line; over the keys too where one row is too short for it."""
        words, room = safe(self.problem), self.size.width - len(_WRONG)
        parts = [words[start:end] for start, end in wrapped(words, max(room, 1))]
        last = self.size.height - 1
        if len(parts) > last + 1:
            parts[last:] = [" ".join(parts[last:])]
        return [f"{' ' * len(_WRONG) if n else _WRONG}{part}" for n, part in enumerate(parts)]

    def _tag_row(self) -> Strip:
        width, plain = self.size.width, self.style("plain")
        words: list[Words]
        if self.offered:
            first, *others = map(safe, self.offered)
            words = [(f" {first}", self.style("tag.on")), ("  ".join(["", *others]), plain)]
            return line(words, width, plain)
        titles = _shortened(self.slots, width - 1)
        words = [(" ", plain)]
        for slot, title in zip(self.slots, titles, strict=True):
            words.append((slot.digit, self.style("key")))
            pin = _PINNED if slot.is_pinned else " "
            words.append((f"{pin}{title} ", self.style("tag.on" if slot.on else "tag")))
        return line(words, width, plain)

    def _following_row(self, following: Following, y: int) -> Strip:
        width, plain = self.size.width, self.style("plain")
        label = f" {following.label}  "
        rows = rows_of(following.choices, width - cells(label), self.size.height)
        first = label if y == 0 else " " * cells(label)
        chosen = rows[y] if y < len(rows) else []
        return line([(first, self.style("group")), *drawn(chosen, self.style)], width, plain)

    def watch_slots(self) -> None:
        """Other tags are given."""
        self.fit()

    def watch_problem(self) -> None:
        """Something is wrong with the line being typed, or no longer."""
        self.fit()

    def watch_offered(self) -> None:
        """The line being typed may go on in other ways."""
        self.fit()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.fit()

    def watch_following(self) -> None:
        """A prefix was pressed or left."""
        self.fit()


def _shortened(slots: Sequence[Slot], room: int) -> list[str]:
    """The titles of the slots, each ticked if it is on, cut so that all nine stay visible."""
    titles = [f"{'✓' if slot.on else ''}{slot.title}" for slot in slots]
    for widest in range(_LONGEST, _SHORTEST, -1):
        if sum(min(len(title), widest) + 3 for title in titles) - 1 <= room:
            return [title[:widest] for title in titles]
    return [title[:_SHORTEST] for title in titles]
