"""A screen that is one page to read: moved by the page's keys, left by its own."""

from textual import events
from textual.app import ComposeResult

from tui.keymap import Keymap
from tui.screens.keyed import KeyedScreen
from tui.themes import Look
from tui.widgets.page import Page, PageLine


class PageScreen(KeyedScreen):
    """One page over the desk."""

    def __init__(self, keymap: Keymap, look: Look, title: str, lines: list[PageLine]) -> None:
        super().__init__(keymap, look)
        self._page = Page(title, lines, id="page")

    def compose(self) -> ComposeResult:
        """One page."""
        own = PageScreen
        yield self._page.data_bind(own.keys, look=own.shown_look)

    def show_page(self, title: str, lines: list[PageLine]) -> None:
        """Show another page in its place, from its top."""
        self._page.show(title, lines)

    async def take(self, event: events.Key) -> None:
        """Do what a key does; why the one before it did nothing is over."""
        self._page.problem = ""
        await super().take(event)

    def complain(self, words: str) -> None:
        """Say why a key did nothing, above the keys that do something."""
        self._page.problem = words

    def nothing(self, key: str) -> str:
        """The keys that work stand below."""
        return f"{key} does nothing here"

    def down(self) -> None:
        """A line down."""
        self._page.scroll_by(1)

    def up(self) -> None:
        """A line up."""
        self._page.scroll_by(-1)

    def page_down(self) -> None:
        """A page down."""
        self._page.scroll_by(self._page.size.height - 3)

    def page_up(self) -> None:
        """A page up."""
        self._page.scroll_by(3 - self._page.size.height)

    def leave(self) -> None:
        """Back to the desk."""
        self.dismiss()
