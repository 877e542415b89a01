"""An article in few words: its row of the list, and what is known about it on one line."""

from collections.abc import Iterable

from tui.days import day
from tui.widgets.safe import safe
from tui.widgets.wrap import fitted

_ROOMY = 60
"""Columns from which a row has room for date and tags."""
_DATE = 10


def about(status: str, published: tuple[str, str] | None, note: str, name: str) -> str:
    """Status, date with how it is known, how the file was decoded, and the file's name."""
    dated = f"{day(published[0])} ({published[1]})" if published else "no date"
    return " · ".join(part for part in (status, dated, note, name) if part)


def counters(flagged: int, has_note: bool) -> str:
    """Doubtful facts, note: "2! n"."""
    return " ".join(part for part in (f"{flagged}!" if flagged else "", "n" * has_note) if part)


def row_words(
    mark: str, title: str, published: str, tags: Iterable[str], counted: str, width: int
) -> tuple[str, str]:
    """A row of the list for a width: what stands on the left, and on the right."""
    right = f" {counted} " if counted else ""
    if width < _ROOMY:
        return f"{mark} {safe(title)}", right
    leaves = " ".join(f"#{tag.rpartition('/')[2]}" for tag in tags)
    if leaves:
        right = f" {fitted(leaves, width // 4)}{right}"
    return f"{mark} {published:<{_DATE}} {safe(title)}", right
