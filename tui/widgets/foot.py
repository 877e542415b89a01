"""The foot of the desk: the tag strip and the keys; after a prefix, the keys that may follow."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import Slot
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides

_GAP = 2
_LONGEST = 30
_SHORTEST = 3


@dataclass(frozen=True)
class Choice:
    """A key and what it does."""

    key: str
    title: str

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return cell_len(self.key) + 1 + cell_len(self.title) + _GAP


@dataclass(frozen=True)
class Keys:
    """The keys that work in a place."""

    wanted: tuple[Choice, ...] = ()
    """The most wanted first; shown as far as there is room."""
    always: tuple[Choice, ...] = ()
    """Shown however narrow it is."""


@dataclass(frozen=True)
class Following:
    """The keys that may follow a prefix."""

    label: str
    """What they choose: "tag", "tag drugs"."""
    choices: tuple[Choice, ...]


class Foot(Painted):
    """Two rows: the digits with their tags, and the keys that work here."""

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

    def row(self, y: int) -> Strip:
        """The tags or the keys, or a row of what may follow."""
        if self.following:
            return self._following_row(self.following, y)
        return self._key_row() if y else self._tag_row()

    def _tag_row(self) -> Strip:
        width, plain = self.size.width, self.style("plain")
        words: list[Words]
        if self.problem:
            return line([(f" ! {safe(self.problem)}", self.style("status.problem"))], width, plain)
        if self.offered:
            first, *others = map(safe, self.offered)
            words = [(f" {first}", self.style("tag.on")), ("  ".join(["", *others]), plain)]
            return line(words, width, plain)
        titles = _shortened(self.slots, width - 1)
        words = [(" ", plain)]
        for slot, title in zip(self.slots, titles, strict=True):
            words.append((slot.digit, self.style("key")))
            words.append((f" {title} ", self.style("tag.on" if slot.on else "tag")))
        return line(words, width, plain)

    def _key_row(self) -> Strip:
        width, plain = self.size.width, self.style("plain")
        room = width - 1 - sum(choice.width for choice in self.keys.always)
        shown = []
        for choice in self.keys.wanted:
            room -= choice.width
            if room < 0:
                break
            shown.append(choice)
        left: list[Words] = [(" ", plain), *self._drawn(shown)]
        return sides(left, self._drawn(self.keys.always), width, plain)

    def _following_row(self, following: Following, y: int) -> Strip:
        width, plain = self.size.width, self.style("plain")
        label = f" {following.label}  "
        rows: list[list[Choice]] = [[]]
        room = width - len(label)
        for choice in following.choices:
            if choice.width - _GAP > room:
                rows.append([])
                room = width - len(label)
            rows[-1].append(choice)
            room -= choice.width
        chosen = rows[y] if y < len(rows) else []
        first = label if y == 0 else " " * len(label)
        return line([(first, self.style("group")), *self._drawn(chosen)], width, plain)

    def _drawn(self, choices: Sequence[Choice]) -> list[Words]:
        words: list[Words] = []
        for choice in choices:
            words.append((choice.key, self.style("key")))
            words.append((f" {choice.title}{' ' * _GAP}", self.style("key.title")))
        return words

    def watch_slots(self) -> None:
        """Other tags are given."""
        self.repaint()

    def watch_problem(self) -> None:
        """Something is wrong with the line being typed, or no longer."""
        self.repaint()

    def watch_offered(self) -> None:
        """The line being typed may go on in other ways."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()

    def watch_following(self) -> None:
        """A prefix was pressed or left."""
        self.repaint()


def _shortened(slots: Sequence[Slot], room: int) -> list[str]:
    """The titles of the slots, each ticked if it is on, cut so that all nine stay visible."""
    titles = [f"{'✓' if slot.on else ''}{slot.title}" for slot in slots]
    for widest in range(_LONGEST, _SHORTEST, -1):
        if sum(min(len(title), widest) + 3 for title in titles) - 1 <= room:
            return [title[:widest] for title in titles]
    return [title[:_SHORTEST] for title in titles]
