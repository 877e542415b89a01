"""A note as it is typed and as it is kept, and a text of it on its way from one to the other."""

from collections.abc import Callable
from dataclasses import dataclass

from store import About, Kept
from store.work.merging import merge


@dataclass
class Saving:
    """A text on its way to become the note."""

    text: str
    _base: str
    _before: "Saving | None"
    """The one that was on its way already when this one set out."""
    is_kept: bool = False

    def base(self) -> str:
        """The note that the text was written from; known once the one before has ended."""
        if self._before:
            self._base, self._before = self._before.left(), None
        return self._base

    def left(self) -> str:
        """What of the editor's text the note holds when this has ended."""
        return self.text if self.is_kept else self.base()


@dataclass
class Note:
    """A note as it is typed and as it is kept."""

    about: About
    kept: str
    """As the case has it, as far as the editor was shown it."""
    text: str
    """As it stands in the editor."""
    drafted: str
    """The last text that would survive a kill."""
    under_way: Saving | None = None
    """The last text that set out to become the note, until it has."""
    failed: bool = False
    unread: str = ""
    """Why the case could not say what the note is, "" where it could."""

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not yet a change."""
        return self.under_way is not None or self.text != self.kept

    @property
    def is_to_save(self) -> bool:
        """Whether something typed is not even on its way."""
        return self.text != (self.under_way.text if self.under_way else self.kept)

    def base(self) -> Callable[[], str]:
        """What the text was written from, to be asked once all that is under way has ended."""
        saving, kept = self.under_way, self.kept
        return saving.left if saving else lambda: kept

    def take_over(self, saving: Saving, kept: Kept) -> bool:
        """Put what others wrote into the text, beside what was typed meanwhile; whether any."""
        before, self.kept, self.under_way = self.text, kept.text, None
        self.drafted = saving.text
        self.text = merge(saving.text, self.text, kept.text).text
        return self.text != before
