"""Deciding articles, and saying which of them are shown."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)

COMMANDS = (
    Command(
        "article.done",
        ("d",),
        "done",
        "The article is done; go to the next undecided one.",
        "Articles",
        _DESK,
        "desk.decide.done",
        footer=True,
        needs="article",
    ),
    Command(
        "article.dismiss",
        ("x",),
        "dismiss",
        "The article is not relevant; go to the next undecided one.",
        "Articles",
        _DESK,
        "desk.decide.dismiss",
        footer=True,
        needs="article",
    ),
    Command(
        "article.flag",
        ("f",),
        "flag",
        "Flag the article for later; go to the next undecided one.",
        "Articles",
        _DESK,
        "desk.decide.flag",
        footer=True,
        needs="article",
    ),
    Command(
        "list.limit",
        ("l",),
        "limit",
        "Show only the articles that match a query; an empty query shows all.",
        "Articles",
        _DESK,
        "screen.ask_limit",
        footer=True,
        needs="article",
    ),
    Command(
        "text.find",
        ("/",),
        "find",
        "Find words in the text.",
        "Articles",
        _DESK,
        "screen.ask_words",
    ),
    Command(
        "text.find_next",
        ("n",),
        "next find",
        "Go to the next match.",
        "Articles",
        _DESK,
        "desk.find.next",
    ),
    Command(
        "text.find_previous",
        ("N",),
        "previous find",
        "Go to the previous match.",
        "Articles",
        _DESK,
        "desk.find.previous",
    ),
)
