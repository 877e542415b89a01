"""Judging what the rules found."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)

COMMANDS = (
    Command(
        "fact.accept",
        ("a",),
        "accept",
        "Accept the fact under the cursor; go to the next undecided one.",
        "Facts",
        _DESK,
        "desk.facts.accept",
        footer=True,
    ),
    Command(
        "fact.reject",
        ("r",),
        "reject",
        "Reject the fact under the cursor; go to the next undecided one.",
        "Facts",
        _DESK,
        "desk.facts.reject",
        footer=True,
    ),
    Command(
        "fact.take",
        ("y",),
        "take reading",
        "Take the suggested reading in place of the printed number.",
        "Facts",
        _DESK,
        "desk.facts.take_reading",
        footer=True,
    ),
    Command(
        "fact.why",
        ("o",),
        "why",
        "Show why the fact is there: its words, rule, reasons, source and verdict.",
        "Facts",
        _DESK,
        "screen.why",
        footer=True,
    ),
    Command(
        "fact.accept_all",
        ("A",),
        "accept all",
        "Accept every unflagged fact of the article and the tags they propose.",
        "Facts",
        _DESK,
        "desk.facts.accept_all",
        footer=True,
    ),
)
