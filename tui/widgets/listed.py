"""The words of a row of the article list."""

from collections.abc import Iterable

from tui import marks
from tui.widgets.safe import safe
from tui.widgets.wrap import fitted

_ROOMY = 60
"""Columns from which a row has room for date and tags."""
_DATE = 10


def row_words(
    mark: str, title: str, published: str, tags: Iterable[str], counted: str, width: int,
    *, is_marked: bool = False,
) -> tuple[str, str]:  # fmt: skip
    """A row of the list for a width: what stands on the left, its title last, and on the right."""
    mark += marks.MARKED if is_marked else " "
    right = f" {counted} " if counted else ""
    if width < _ROOMY:
        return f"{mark}{safe(title)}", right
    leaves = " ".join(f"#{tag.rpartition('/')[2]}" for tag in tags)
    if leaves:
        right = f" {fitted(leaves, width // 4)}{right}"
    return f"{mark}{published:<{_DATE}} {safe(title)}", right
