"""The note's editor: Textual's, with every key done before the next one is looked at."""

from collections.abc import Hashable

from rich.style import Style
from rich.text import Text
from textual import events
from textual.reactive import var
from textual.widgets import TextArea
from textual.widgets.text_area import Selection, TextAreaTheme

from tui.widgets.carry import Place, carried, changed
from tui.widgets.safe import safe_in_place
from tui.written_links import written_links

_PLAIN = TextAreaTheme(
    "plain",
    base_style=Style(),
    cursor_style=Style(reverse=True),
    cursor_line_style=Style(),
    selection_style=Style(reverse=True),
    bracket_matching_style=Style(),
)


class NoteArea(TextArea):
    """A text area that takes keys in the order in which they were pressed.

    Textual inserts characters in the editor's message loop and runs bindings in the app's, so a
    burst of keys comes out reordered (textual#6605). Here the screen hands every key to `take`,
    which does all of it before it returns.
    """

    can_focus = False

    is_writing: var[bool] = var(False)
    """Whether the cursor is shown."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, compact=True)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.match_cursor_bracket = False
        self._about: Hashable = None
        """What the note in the editor is about."""
        self._broken: frozenset[str] = frozenset()
        self._link, self._broken_link = Style(), Style()
        self.register_theme(_PLAIN)
        self.theme = "plain"

    async def take(self, event: events.Key) -> None:
        """Do what a key does: a binding of the editor, or the character it types."""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            await self.run_action(binding.action)
            return
        await self._on_key(event)

    def get_line(self, line_index: int) -> Text:
        """A line as it may go to a terminal, its links marked: notes hold what was pasted."""
        line = self.document.get_line(line_index)
        shown = Text(safe_in_place(line), end="", no_wrap=True)
        for start, end in written_links(line):
            is_broken = line[start:end] in self._broken
            shown.stylize(self._broken_link if is_broken else self._link, start, end)
        return shown

    def mark_links(self, broken: frozenset[str], link: Style, broken_link: Style) -> None:
        """Show links in a style, and those that lead nowhere in another."""
        self._broken, self._link, self._broken_link = broken, link, broken_link
        self._line_cache.clear()
        self.refresh()

    def put(self, text: str) -> None:
        """Insert pasted text at the cursor."""
        result = self.replace(text, *self.selection)
        self.move_cursor(result.end_location)

    def before_cursor(self) -> str:
        """What stands in the cursor's line before it."""
        row, column = self.cursor_location
        return self.document.get_line(row)[:column]

    def place(self) -> int:
        """How many characters stand before the cursor in the whole note."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column

    def put_for(self, count: int, text: str) -> None:
        """Put a text in place of so many characters before the cursor."""
        row, column = self.cursor_location
        result = self.replace(text, (row, column - count), (row, column))
        self.move_cursor(result.end_location)

    def show(self, about: Hashable, text: str) -> None:
        """Show a note: another one with nothing to undo in the editor, the same one as it is now.

        In the same note the cursor stays at its words, at the end where nothing is being written,
        and ctrl+z takes back what came from others.
        """
        if about == self._about:
            self._renew(text)
            return
        self._about = about
        if text or self.text:
            self.load_text(text)
        self.history.clear()
        self.move_cursor(self.document.end)

    def _renew(self, text: str) -> None:
        """Put what differs in place of what it was, as one step."""
        old, new = self.text.split("\n"), text.split("\n")
        if old == new:
            return
        first, old_end, new_end = changed(old, new)
        is_at_end = self.cursor_location == self.document.end
        places = [carried(place, old, new) for place in self.selection]
        lines, start, end = _whole(new[first:new_end], old, first, old_end)
        self.history.checkpoint()
        self.replace(lines, start, end, maintain_selection_offset=False)
        self.history.checkpoint()
        if is_at_end and not (self.is_writing and any(old)):
            self.move_cursor(self.document.end)
        else:
            self.selection = Selection(*places)

    def rewrite(self, text: str) -> None:
        """Put another text in place of this one, as one step that ctrl+z takes back."""
        self._renew(text)
        self.move_cursor(self.document.end)

    def watch_is_writing(self) -> None:
        """Show or hide the cursor. Textual's own focus would paint the whole screen again."""
        self.has_focus = self.is_writing


def _whole(new: list[str], old: list[str], first: int, end: int) -> tuple[str, Place, Place]:
    """What to put in for some lines, and from where to where, with the right line break."""
    if end < len(old):
        return "".join(f"{line}\n" for line in new), (first, 0), (end, 0)
    last = (len(old) - 1, len(old[-1]))
    if first == 0:
        return "\n".join(new), (0, 0), last
    return "".join(f"\n{line}" for line in new), (first - 1, len(old[first - 1])), last
