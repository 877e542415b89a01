"""Incidents: taken from what the rules propose, linked, merged, split, looked at."""

from collections.abc import Iterator

from tui.commands.command import Command, Context, Need, Prefix
from tui.commands.steps import pages, steps

_DESK: tuple[Context, ...] = ("desk",)
_HERE: tuple[Context, ...] = ("desk", "incident", "incidents")
_ONE: tuple[Context, ...] = ("incident",)
_LIST: tuple[Context, ...] = ("incidents",)
_CHOOSING: tuple[Context, ...] = ("choosing",)
_BOTH: tuple[Context, ...] = ("incident", "incidents")

PREFIXES = (
    Prefix("i", "link to"),
    Prefix("m", "merge into", _HERE, footer=_BOTH, needs="row"),
    Prefix("O", "part of", _HERE, footer=_BOTH, needs="row"),
)

_DIGITS = "123456789"


def _command(
    name: str, keys: str, title: str, text: str, where: tuple[Context, ...], does: str,
    *, footer: bool = False, argument: str | int | None = None, together: str = "",
    needs: Need | None = None, in_sight: bool = False,
) -> Command:  # fmt: skip
    return Command(
        f"incident.{name}",
        (keys,),
        title,
        text,
        "Incidents",
        where,
        does,
        argument,
        footer,
        together,
        needs,
        in_sight,
    )


def _offered(
    name: str, key: str, where: tuple[Context, ...], does: str, suggested: str, by_words: str
) -> Iterator[Command]:
    """What follows a prefix: a digit for each incident that is suggested, / for any other."""
    for digit in _DIGITS:
        yield _command(
            f"{name}_{digit}", f"{key} {digit}", digit, suggested, where, does,
            argument=int(digit), together=f"{key} 1-9", in_sight=True,
        )  # fmt: skip
    yield _command(
        f"{name}_words",
        f"{key} /",
        "by words",
        by_words,
        where,
        f"screen.{name}_by_words",
        in_sight=True,
    )


COMMANDS = (
    _command(
        "take", "I", "take incident",
        "Take the proposed incident of the fact, or make one of facts; once more the next one.",
        _DESK, "screen.take_incident", footer=True, needs="proposal", in_sight=True,
    ),
    *_offered(
        "link", "i", _DESK, "desk.incidents.link",
        "Link the fact, or its proposed incident, to one that is suggested.",
        "Link to an incident found by its words.",
    ),
    _command(
        "unlink", "i 0", "unlink", "Take the fact off the incident it stands under.",
        _DESK, "desk.incidents.unlink", in_sight=True, needs="incident",
    ),
    *_offered(
        "merge", "m", _HERE, "desk.incidents.merge",
        "Merge the incident into one that is suggested.",
        "Merge into an incident found by its words.",
    ),
    _command(
        "split", "M", "split",
        "Take the last merge apart; where nothing was merged, split the facts at hand off.",
        _HERE, "desk.incidents.split", in_sight=True,
    ),
    *_offered(
        "part", "O", _HERE, "desk.wholes.put_under",
        "Make the incident a part of one that is suggested, as a raid is of an operation.",
        "Make the incident a part of one found by its words.",
    ),
    _command(
        "part_of_none", "O 0", "none", "Make the incident a part of none.",
        _HERE, "desk.wholes.take_out", in_sight=True,
    ),
    _command(
        "open", "enter", "incident", "Open the incident of the fact under the cursor.",
        ("facts", "text"), "screen.open_incident", footer=True, needs="incident",
    ),
    _command(
        "list", "w i", "incidents", "List the incidents of the case.", _DESK, "screen.incidents",
    ),
    *steps("incident", "line", "Incidents", (*_BOTH, *_CHOOSING)),
    *pages("incident", "Incidents", (*_BOTH, *_CHOOSING)),
    _command("go", "enter", "go there", "Go to the words of the fact in its article; open the"
             " incident.", _ONE, "screen.go", footer=True, needs="place"),
    _command("choose", "enter", "open", "Open the incident.", _LIST, "screen.go",
             footer=True, needs="row"),
    _command("pick", "enter", "choose", "Choose the incident.", _CHOOSING, "screen.go",
             footer=True, needs="row"),
    _command("edit", "e", "edit", "Edit the field under the cursor; empty gives it back to the"
             " facts.", _ONE, "screen.edit", footer=True, needs="field"),
    _command("note", "c", "note", "Write the note of the incident.", _ONE, "screen.write_note",
             footer=True),
    _command("words", "/", "words", "List only the incidents with these words, type: or tag:.",
             (*_LIST, *_CHOOSING), "screen.ask_words", footer=True, needs="row"),
    Command("incident.undo", ("u",), "undo", "Undo your last change.", "Incidents", _BOTH,
            "desk.undo", footer=True),
    Command("incident.redo", ("ctrl+r",), "redo", "Do again what was undone.", "Incidents", _BOTH,
            "desk.redo"),
    Command("incident.help", ("?",), "help", "Show the keys that work here.", "Incidents",
            (*_BOTH, *_CHOOSING), "screen.help", footer=True),
    Command("incident.leave", ("escape", "q"), "leave", "Back to where you were.", "Incidents",
            (*_BOTH, *_CHOOSING), "screen.leave", footer=True),
)  # fmt: skip
