"""Writing notes, and taking back what was done."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)

COMMANDS = (
    Command(
        "note.write",
        ("c",),
        "note",
        "Write the note of the article; it is saved as you type.",
        "Notes",
        _DESK,
        "screen.write_note",
        footer=True,
    ),
    Command(
        "note.editor",
        ("E",),
        "editor",
        "Write the note in $VISUAL or $EDITOR.",
        "Notes",
        _DESK,
        "screen.edit_outside",
    ),
    Command(
        "note.leave",
        ("escape",),
        "leave",
        "Leave the note; what was typed becomes one change.",
        "Notes",
        ("note",),
        "screen.leave_note",
        footer=True,
    ),
    Command(
        "history.undo",
        ("u",),
        "undo",
        "Undo your last change, also one of an earlier session.",
        "History",
        _DESK,
        "desk.undo",
        footer=True,
    ),
    Command(
        "history.redo",
        ("ctrl+r",),
        "redo",
        "Do again what was undone.",
        "History",
        _DESK,
        "desk.redo",
    ),
)
