"""The help: every key that works where the analyst was, and what the signs mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.reactive import var

from tui import marks
from tui.commands.command import Command, Context
from tui.commands.registry import commands
from tui.keymap import Keymap
from tui.screens.keyed import KeyedScreen
from tui.themes import Look
from tui.widgets.foot import Keys
from tui.widgets.keys import following, keys_in, shown, works_in
from tui.widgets.page import Page, PageLine

_NAMES = {"list": "the list", "text": "the text", "facts": "the facts", "note": "the note"}
_STATUS = {"new": "not decided", "done": "done", "dismissed": "dismissed", "flagged": "for later"}
_VERDICT = {
    "open": "not judged",
    "doubtful": "a number that may not be meant",
    "accepted": "accepted",
    "rejected": "rejected",
}


class HelpScreen(KeyedScreen):
    """A page of keys."""

    CSS_PATH: ClassVar[None] = None

    shown_look: var[Look | None] = var(None)
    keys: var[Keys] = var(Keys())

    def __init__(self, keymap: Keymap, look: Look, of: Context) -> None:
        super().__init__(keymap, look)
        self._of = of
        self.shown_look = look

    def compose(self) -> ComposeResult:
        """One page."""
        title = f"Keys in {_NAMES.get(self._of, self._of)}"
        page = Page(title, help_lines(self._of, self.keymap), id="page")
        yield page.data_bind(HelpScreen.keys, look=HelpScreen.shown_look)

    def on_mount(self) -> None:
        """Show the keys of the help itself."""
        self.keys = keys_in("help", self.keymap)

    @property
    def context(self) -> Context:
        """The help."""
        return "help"

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

    @property
    def _page(self) -> Page:
        return self.query_one(Page)


def help_lines(context: Context, keymap: Keymap) -> list[PageLine]:
    """The commands that work in a context under their headings, then the signs."""
    lines: list[PageLine] = []
    heading = ""
    for command in commands():
        if not works_in(command, context) or not keymap.keys_of(command):
            continue
        if command.group != heading:
            heading = command.group
            lines += [PageLine(), PageLine(heading=heading)]
        line = _command_line(command, context, keymap)
        if line not in lines:
            lines.append(line)
    return [*lines[1:], PageLine(), PageLine(heading="Signs"), *_signs()]


def _command_line(command: Command, context: Context, keymap: Keymap) -> PageLine:
    """The keys of a command and what it does; those after one prefix, or digits, share a line."""
    keys = keymap.keys_of(command)
    *prefix, last = keys[0].split()
    node = keymap.find(context, tuple(prefix)) if prefix else None
    if node:
        choices = following(tuple(prefix), node).choices
        words = " · ".join(f"{choice.key} {choice.title}" for choice in choices)
        return PageLine(" ".join(prefix), f"{node.title}: {words}")
    if last.isdigit():
        return PageLine("1 to 9", "Give the article that tag of the strip, or take it off.")
    return PageLine("  ".join(shown(key) for key in keys), command.help)


def _signs() -> list[PageLine]:
    articles = [PageLine(marks.STATUS[name], f"article: {is_}") for name, is_ in _STATUS.items()]
    facts = [PageLine(marks.VERDICT[name], f"fact: {is_}") for name, is_ in _VERDICT.items()]
    taken = PageLine(marks.CORRECTED, "fact: accepted with the suggested reading")
    return [*articles, *facts, taken]
