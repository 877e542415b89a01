"""Moving: from article to article, through a text, from fact to fact, between panes."""

from tui.commands.command import Command, Context, Need, Prefix
from tui.commands.steps import steps

_LIST: tuple[Context, ...] = ("list",)
_TEXT: tuple[Context, ...] = ("text",)
_FACTS: tuple[Context, ...] = ("facts",)
_DESK: tuple[Context, ...] = ("desk",)

PANES = ("list", "text", "facts", "note")
"""The panes in the order of their numbers and of tab."""

PREFIXES = (Prefix("w", "pane"),)


def _move(
    name: str,
    keys: str,
    title: str,
    text: str,
    where: tuple[Context, ...],
    does: str,
    footer: bool = False,
    needs: Need | None = None,
) -> Command:
    return Command(
        name, tuple(keys.split()), title, text, "Moving", where, does, footer=footer, needs=needs
    )


COMMANDS = (
    *steps("list", "article", "Moving", _LIST, "desk.walk"),
    _move(
        "list.page_down",
        "pagedown",
        "page down",
        "A screen down the list.",
        _LIST,
        "desk.walk.page_down",
    ),
    _move("list.page_up", "pageup", "page up", "A screen up the list.", _LIST, "desk.walk.page_up"),
    Command(
        "list.read",
        ("enter",),
        "read",
        "Go to the text of the article.",
        "Moving",
        _LIST,
        "screen.go_to_pane",
        "text",
    ),
    _move(
        "text.down",
        "j down",
        "down",
        "A line down the text.",
        _TEXT,
        "screen.line_down",
        True,
        "article",
    ),
    _move("text.up", "k up", "up", "A line up the text.", _TEXT, "screen.line_up"),
    _move("text.top", "g home", "top", "To the top of the text.", _TEXT, "screen.text_top"),
    _move("text.end", "G end", "end", "To the end of the text.", _TEXT, "screen.text_end"),
    _move("text.page_down", "pagedown", "page", "A page down the text.", _TEXT, "screen.page_down"),
    _move("text.page_up", "pageup", "page up", "A page up the text.", _TEXT, "screen.page_up"),
    _move(
        "facts.next",
        "j down",
        "next",
        "Go to the next fact; the text follows to its words.",
        _FACTS,
        "desk.facts.next",
        True,
        "fact",
    ),
    _move(
        "facts.previous",
        "k up",
        "previous",
        "Go to the previous fact.",
        _FACTS,
        "desk.facts.previous",
    ),
    _move("facts.first", "g home", "first", "Go to the first fact.", _FACTS, "desk.facts.first"),
    _move("facts.last", "G end", "last", "Go to the last fact.", _FACTS, "desk.facts.last"),
    _move(
        "facts.page_down",
        "pagedown",
        "page",
        "A screen down the facts.",
        _FACTS,
        "screen.facts_down",
    ),
    _move(
        "facts.page_up", "pageup", "page up", "A screen up the facts.", _FACTS, "screen.facts_up"
    ),
    _move(
        "facts.next_group",
        "J",
        "next incident",
        "Go to the first fact of the next incident.",
        _DESK,
        "desk.facts.next_group",
    ),
    _move(
        "facts.previous_group",
        "K",
        "previous incident",
        "Go to the first fact of the incident, or of the one before it.",
        _DESK,
        "desk.facts.previous_group",
    ),
    Command(
        "text.space",
        ("space",),
        "read on",
        "Page through the text, then go to the next article.",
        "Moving",
        _DESK,
        "screen.read_on",
        footer=True,
        needs="article",
    ),
    Command(
        "pane.next",
        ("tab",),
        "pane",
        "Go to the next pane.",
        "Moving",
        ("desk", "note"),
        "screen.next_pane",
        footer=True,
    ),
    _move(
        "pane.previous",
        "shift+tab",
        "back",
        "Go to the previous pane.",
        ("desk", "note"),
        "screen.previous_pane",
    ),
    *(
        Command(
            f"pane.{name}",
            (f"w {number}",),
            name,
            f"Go to pane {number}, the {'notes' if name == 'note' else name}.",
            "Moving",
            _DESK,
            "screen.go_to_pane",
            name,
        )
        for number, name in enumerate(PANES, start=1)
    ),
)
