"""The orders of the list as an analyst reads them, with the letter that chooses each."""

from typing import Final, NamedTuple

from store.search.order import Order


class Sorting(NamedTuple):
    """An order of the list."""

    order: Order
    letter: str
    words: str
    """In a sentence: "newest first"."""

    @property
    def short(self) -> str:
        """Where there is little room: "newest"."""
        return self.words.removesuffix(" first")

    @property
    def title(self) -> str:
        """Beside its letter, where every order is to be seen at once: "facts"."""
        return self.short.rpartition(" ")[2]


SORTINGS: Final = (
    Sorting("import", "i", "as imported"),
    Sorting("newest", "n", "newest first"),
    Sorting("oldest", "o", "oldest first"),
    Sorting("title", "t", "by title"),
    Sorting("status", "s", "by status"),
    Sorting("source", "f", "by file"),
    Sorting("facts", "c", "most facts first"),
    Sorting("doubts", "d", "most doubts first"),
    Sorting("relevance", "r", "most relevant first"),
)
"""Every order, in the order in which they are offered."""


def sorting_of(order: Order) -> Sorting:
    """An order as an analyst reads it."""
    return next(sorting for sorting in SORTINGS if sorting.order == order)
