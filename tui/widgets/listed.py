"""The words of a row of the article list."""

from collections.abc import Iterable
from typing import NamedTuple

from tui import marks
from tui.widgets.middle import Cut, cut
from tui.widgets.safe import safe
from tui.widgets.wrap import fitted
from tui.widths import cells

_ROOMY = 60
"""Columns from which a row has room for date and tags."""
_DATE = 10
_CURSOR = 1
"""Cells of the sign for the cursor."""


def left_words(left: int | None, *, is_short: bool = False) -> str:
    """How many articles are undecided, for the title of the list."""
    if left is None:
        return ""
    return f"{left:,} {'left' if is_short else 'to decide'}" if left else "all decided"


class RowWords(NamedTuple):
    """What a row of the list says, for a width."""

    before: str
    """What stands before its title."""
    title: Cut
    right: str
    """What stands at its right end."""

    @property
    def left(self) -> str:
        """All that stands at its left end."""
        return self.before + self.title.words


def row_words(
    mark: str, title: str, published: str, tags: Iterable[str], counted: str, width: int,
    *, is_marked: bool = False,
) -> RowWords:  # fmt: skip
    """A row of the list after the sign for the cursor; its title is cut to the room there is."""
    before = mark + (marks.MARKED if is_marked else " ")
    right = f" {counted} " if counted else ""
    if width >= _ROOMY:
        before += f"{published:<{_DATE}} "
        leaves = " ".join(f"#{tag.rpartition('/')[2]}" for tag in tags)
        right = f" {fitted(leaves, width // 4)}{right}" if leaves else right
    room = width - _CURSOR - cells(before) - cells(right)
    return RowWords(before, cut(safe(title), max(room, 0)), right)
