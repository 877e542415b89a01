"""Judging what the rules found, correcting it, and adding what they missed."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)

_SPAN: tuple[Context, ...] = ("span",)
_KIND: tuple[Context, ...] = ("kind",)

KINDS = {
    "d": ("date", "date"),
    "c": ("count", "count"),
    "s": ("seizure", "seized"),
    "m": ("money", "money"),
    "p": ("place", "place"),
    "o": ("organisation", "organisation"),
    "n": ("person", "person"),
    "x": ("operation", "operation"),
    "f": ("nationality", "from where"),
    "a": ("age", "age"),
    "k": ("acronym", "short form"),
    "q": ("measure", "amount"),
}
"""The letters of the kinds of facts that can be added, and what they are called."""


def _span(
    name: str, keys: str, title: str, text: str, does: str, argument: int | None = None,
    *, footer: bool = False,
) -> Command:  # fmt: skip
    return Command(
        f"span.{name}", tuple(keys.split()), title, text, "Facts", _SPAN, does, argument, footer
    )


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
        needs="fact",
        in_sight=True,
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
        needs="fact",
        in_sight=True,
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
        needs="reading",
        in_sight=True,
    ),
    Command(
        "fact.take_all_like",
        ("Y",),
        "take all like it",
        "Take every suggested reading of the article that the same check made, as one change.",
        "Facts",
        _DESK,
        "desk.facts.take_all_like",
    ),
    Command(
        "fact.edit",
        ("e",),
        "edit",
        "Correct the words of the fact, edge by edge, or with e once more its value.",
        "Facts",
        _DESK,
        "screen.edit_fact",
        footer=True,
        needs="fact",
    ),
    Command(
        "fact.add",
        ("+",),
        "add fact",
        "Add a fact that the rules missed: choose its words, a letter for its kind, its value.",
        "Facts",
        _DESK,
        "screen.add_fact",
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
        needs="fact",
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
        needs="unjudged",
    ),
    _span("take", "enter", "take", "Take the words, and what they are read as.",
          "screen.take_words", footer=True),
    _span("other", "tab", "other edge", "Move the other edge.", "desk.editing.other_edge",
          footer=True),
    _span("value", "e", "value", "Type the value; of a fact there is, an empty one gives it back"
          " to the rules.", "screen.ask_value", footer=True),
    _span("back", "h left", "back", "Move the edge a character back.",
          "desk.editing.by_characters", -1, footer=True),
    _span("on", "l right", "on", "Move the edge a character on.", "desk.editing.by_characters", 1,
          footer=True),
    _span("word_back", "b ctrl+left", "word back", "Move the edge a word back.",
          "desk.editing.by_words", -1, footer=True),
    _span("word_on", "w ctrl+right", "word on", "Move the edge a word on.",
          "desk.editing.by_words", 1, footer=True),
    _span("down", "j down", "line down", "Move the edge a line down.", "screen.select_line_down",
          footer=True),
    _span("up", "k up", "line up", "Move the edge a line up.", "screen.select_line_up"),
    _span("sentence_on", ")", "sentence on", "Move the edge a sentence on.",
          "desk.editing.by_sentences", 1),
    _span("sentence_back", "(", "sentence back", "Move the edge a sentence back.",
          "desk.editing.by_sentences", -1),
    _span("next_place", "n", "next place", "Go to the next place in which the text says the fact.",
          "desk.editing.to_next_place", 1),
    _span("previous_place", "N", "previous place", "Go to the previous place of the fact.",
          "desk.editing.to_next_place", -1),
    _span("help", "?", "help", "Show the keys that work here.", "screen.help", footer=True),
    _span("leave", "escape", "leave", "Leave the words as they were.", "screen.leave_words",
          footer=True),
    *(
        Command(
            f"kind.{kind}", (letter,), title, f"The words say a fact of this kind: {title}.",
            "Facts", _KIND, "screen.take_kind", kind, footer=True,
        )
        for letter, (kind, title) in KINDS.items()
    ),
    Command("kind.leave", ("escape",), "back", "Go back to the words.", "Facts", _KIND,
            "screen.leave_words", footer=True),
)  # fmt: skip
