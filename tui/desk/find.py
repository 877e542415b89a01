"""Finding words in the text of the article."""

from typing import TYPE_CHECKING

from store.search.highlight import places
from tui.desk.part import Part
from tui.keymaps.named import key

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Finder:
    """The places where the words that are looked for stand, and those the list is limited by.

    Both are found as the search finds them: accents, case and ways of writing do not matter.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.words = ""
        self.spans: tuple[tuple[int, int], ...] = ()
        """Where they stand, as offsets into the text."""
        self.at: int | None = None
        """Which of these is looked at."""
        self.lit: tuple[tuple[int, int], ...] = ()
        """Where the words stand that the list is limited by."""

    def start(self, words: str) -> None:
        """Look for words from the top of the text; nothing stops looking."""
        self._desk.load()
        self.words = words
        self.look_again()
        if words:
            self.next()
        else:
            self._desk.tell(Part.FOUND)

    def look_again(self) -> None:
        """Look for the same words in the text that is now open."""
        text = self._desk.reading.text
        self.at, self.spans = None, tuple(places(text, self.words)) if self.words else ()
        self.lit = self._desk.lists.lit(text)

    def light(self) -> None:
        """Light the words that the list is limited by now."""
        self.lit = self._desk.lists.lit(self._desk.reading.text)
        self._desk.tell(Part.FOUND)

    def next(self) -> None:
        """Go to the next place, from the last one round to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous place."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._desk.load()
        if not self.words:
            ask = key("text.find")
            self._desk.say(f"nothing is looked for yet; {ask} asks for words", "problem")
        elif not self.spans:
            self._desk.say(f"{self.words}: not in this article", "problem")
            self._desk.tell(Part.FOUND)
        else:
            start = -1 if by > 0 else 0
            self.at = ((start if self.at is None else self.at) + by) % len(self.spans)
            self._desk.say(f"{self.words}: {self.at + 1} of {len(self.spans)}")
            self._desk.tell(Part.FOUND)
