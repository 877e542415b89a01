"""The note's editor: Textual's, with every key done before the next one is looked at."""

from rich.style import Style
from rich.text import Text
from textual import events
from textual.reactive import var
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from tui.widgets.safe import safe_in_place

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
        self.register_theme(_PLAIN)
        self.theme = "plain"

    async def take(self, event: events.Key) -> None:
        """Do what a key does: a binding of the editor, or the character it types."""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            await self.run_action(binding.action)
            return
        await self._on_key(event)

    def get_line(self, line_index: int) -> Text:
        """A line as it may go to a terminal: notes hold what was pasted."""
        return Text(safe_in_place(self.document.get_line(line_index)), end="", no_wrap=True)

    def put(self, text: str) -> None:
        """Insert pasted text at the cursor."""
        result = self.replace(text, *self.selection)
        self.move_cursor(result.end_location)

    def show(self, text: str) -> None:
        """Show the note of another article, with nothing to undo in the editor."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def rewrite(self, text: str) -> None:
        """Put another text in place of all of it, as one step that ctrl+z takes back."""
        self.replace(text, (0, 0), self.document.end)

    def watch_is_writing(self) -> None:
        """Show or hide the cursor. Textual's own focus would paint the whole screen again."""
        self.has_focus = self.is_writing
