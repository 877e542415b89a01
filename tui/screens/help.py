"""The help: every key that works where the analyst was, and what the signs mean, by words too."""

from textual.app import ComposeResult

from tui import marks
from tui.commands.command import Context
from tui.help.entries import place_name, sections
from tui.keymap import Keymap
from tui.screens.asking import Asking
from tui.screens.page import PageScreen
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.widgets.buffer import Buffer
from tui.widgets.page import PageLine
from tui.widgets.status import StatusLine

_STATUS = {"new": "not decided", "done": "done", "dismissed": "dismissed", "flagged": "for later"}
_VERDICT = {
    "open": "not judged",
    "doubtful": "a number that may not be meant",
    "accepted": "accepted",
    "rejected": "rejected",
}
_NEVER = 99
"""No sequence has so many keys."""


class HelpScreen(Asking, PageScreen):
    """A page of keys, and a line to look for words in it."""

    where = "help"

    def __init__(self, keymap: Keymap, look: Look, of: Context) -> None:
        self._all = help_lines(of, keymap)
        self._each = help_lines(of, keymap, fold=_NEVER)
        """The same where every key has a line of its own, to be looked through."""
        self._heading = f"Keys {place_name(of)}"
        self._words = ""
        """What the lines shown have in common, "" where all are shown."""
        super().__init__(keymap, look, self._heading, self._all)

    def compose(self) -> ComposeResult:
        """The page, and the line under it while words are typed."""
        yield from super().compose()
        own = HelpScreen
        yield StatusLine(id="words").data_bind(own.prompt, look=own.shown_look)

    def ask_words(self) -> None:
        """Ask for words; the lines that have them are shown as they are typed."""
        buffer = Buffer()
        buffer.insert(self._words)
        self.ask(Prompting("keys and words", lambda _: "", buffer))

    def leave_prompt(self) -> None:
        """Show all again."""
        self._words = ""
        super().leave_prompt()

    def show_prompt(self) -> None:
        """Show the lines that have the words as they are typed, and go on with them after that."""
        super().show_prompt()
        if self.asking:
            self._words = self.asking.buffer.text
        title = f"{self._heading} · {self._words}" if self._words.strip() else self._heading
        lines = matching(self._each, self._words) if self._words.strip() else self._all
        self.show_page(title, lines)
        self.query_one("#words").display = self.asking is not None


def matching(lines: list[PageLine], words: str) -> list[PageLine]:
    """The lines under their headings that have that key; if none has, those with all the words."""
    words = words.strip()
    has_key = [words in line.keys.split("  ") for line in lines]
    has_words = [_has_words(line, words.casefold().split()) for line in lines]
    chosen = has_key if any(has_key) else has_words
    found: list[PageLine] = []
    heading = None
    for line, is_chosen in zip(lines, chosen, strict=True):
        if line.heading:
            heading = line
        elif is_chosen:
            found += [*([PageLine()] if found else []), heading] if heading else []
            heading = None
            found.append(line)
    return found or [PageLine("", "no key and no sentence here is like this")]


def _has_words(line: PageLine, words: list[str]) -> bool:
    said = f"{line.keys} {line.text}".casefold()
    return bool(line.text) and all(word in said for word in words)


def help_lines(context: Context, keymap: Keymap, fold: int = 2) -> list[PageLine]:
    """The commands that work in a context under their headings, then the signs.

    Sequences of so many keys and more share a line with others.
    """
    lines: list[PageLine] = []
    for group, entries in sections(context, keymap, fold=fold):
        lines += [PageLine(), PageLine(heading=group)]
        lines += [PageLine("  ".join(entry.keys), entry.text) for entry in entries]
    return [*lines[1:], PageLine(), PageLine(heading="Signs"), *_signs()]


def _signs() -> list[PageLine]:
    articles = [PageLine(marks.STATUS[name], f"article: {is_}") for name, is_ in _STATUS.items()]
    facts = [PageLine(marks.VERDICT[name], f"fact: {is_}") for name, is_ in _VERDICT.items()]
    taken = PageLine(marks.CORRECTED, "fact: accepted as an analyst corrected or added it")
    reader = PageLine(f"{marks.COLLEAGUE}b", "article: a colleague reads it whose name begins so")
    incidents = [
        PageLine(marks.PROPOSED, "incident: the rules propose it"),
        PageLine(marks.TAKEN, "incident: one of the case"),
        PageLine(marks.GONE, "linked fact: the rules find it no more"),
    ]
    marked = PageLine(f"{marks.STATUS['new'][0]} {marks.MARKED}", "article: marked")
    undone = PageLine(marks.UNDONE, "change: undone")
    return [*articles, marked, reader, *facts, taken, *incidents, undone]
