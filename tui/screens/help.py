"""The help: every key that works where the analyst was, and what the signs mean."""

from tui import marks
from tui.commands.command import Command, Context
from tui.commands.registry import commands
from tui.keymap import Keymap
from tui.screens.page import PageScreen
from tui.themes import Look
from tui.widgets.keys import following, shown, works_in
from tui.widgets.page import PageLine

_NAMES = {name: f"the {name}" for name in ("list", "text", "facts", "note", "history", "queries")}
_STATUS = {"new": "not decided", "done": "done", "dismissed": "dismissed", "flagged": "for later"}
_VERDICT = {
    "open": "not judged",
    "doubtful": "a number that may not be meant",
    "accepted": "accepted",
    "rejected": "rejected",
}


class HelpScreen(PageScreen):
    """A page of keys."""

    def __init__(self, keymap: Keymap, look: Look, of: Context) -> None:
        title = f"Keys in {_NAMES.get(of, of)}"
        super().__init__(keymap, look, "help", title, help_lines(of, keymap))


def help_lines(context: Context, keymap: Keymap) -> list[PageLine]:
    """The commands that work in a context under their headings, then the signs."""
    lines: list[PageLine] = []
    heading = ""
    for command in commands():
        if not works_in(command, context) or not keymap.keys_of(command, context):
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
    keys = keymap.keys_of(command, context)
    if together := keymap.together(command):
        return PageLine(together, command.help)
    *prefix, last = keys[0].split()
    node = keymap.find(context, tuple(prefix)) if prefix else None
    if node and len(node.following) > 1:
        choices = following(tuple(prefix), node).choices
        named = [choice for choice in choices if choice.key != choice.title]
        words = " · ".join(f"{choice.key} {choice.title}" for choice in named)
        return PageLine(" ".join(prefix), f"{node.title}: {words}")
    if last.isdigit():
        return PageLine("1 to 9", "Give the article that tag of the strip, or take it off.")
    return PageLine("  ".join(shown(key) for key in keys), command.help)


def _signs() -> list[PageLine]:
    articles = [PageLine(marks.STATUS[name], f"article: {is_}") for name, is_ in _STATUS.items()]
    facts = [PageLine(marks.VERDICT[name], f"fact: {is_}") for name, is_ in _VERDICT.items()]
    taken = PageLine(marks.CORRECTED, "fact: accepted with the suggested reading")
    reader = PageLine(f"{marks.COLLEAGUE}b", "article: a colleague reads it whose name begins so")
    incidents = [
        PageLine(marks.PROPOSED, "incident: the rules propose it"),
        PageLine(marks.TAKEN, "incident: one of the case"),
        PageLine(marks.GONE, "linked fact: the rules find it no more"),
    ]
    marked = PageLine(f"{marks.STATUS['new'][0]} {marks.MARKED}", "article: marked")
    undone = PageLine(marks.UNDONE, "change: undone")
    return [*articles, marked, reader, *facts, taken, *incidents, undone]
