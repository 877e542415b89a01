"""Writing notes, and taking back what was done."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)


def _draft(name: str, keys: str, title: str, text: str, does: str) -> Command:
    places: tuple[Context, ...] = ("drafts",)
    return Command(
        f"draft.{name}", tuple(keys.split()), title, text, "Notes", places, f"screen.{does}",
        footer=True,
    )  # fmt: skip


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
        "note.case",
        ("C",),
        "case note",
        "Write the note of the case.",
        "Notes",
        _DESK,
        "screen.write_case_note",
    ),
    Command(
        "note.drafts",
        ("D",),
        "unsaved",
        "Show unsaved notes that were left when a process or a line died.",
        "Notes",
        _DESK,
        "screen.show_drafts",
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
        "note.link",
        ("p",),
        "put link",
        "Put a link to the fact under the cursor into the note.",
        "Notes",
        _DESK,
        "screen.put_link",
    ),
    Command(
        "note.follow",
        ("ctrl+o",),
        "follow link",
        "Go to what the link under the cursor leads to.",
        "Notes",
        ("note",),
        "screen.follow_link",
        footer=True,
    ),
    Command(
        "link.take",
        ("tab",),
        "take",
        "Take the first of what the link may lead to.",
        "Notes",
        ("linking",),
        "screen.take_link",
        footer=True,
    ),
    Command(
        "link.next",
        ("down",),
        "next",
        "Offer the next of what the link may lead to first.",
        "Notes",
        ("linking",),
        "screen.next_link",
        footer=True,
    ),
    Command(
        "link.previous",
        ("up",),
        "previous",
        "Offer the last of what the link may lead to first.",
        "Notes",
        ("linking",),
        "screen.previous_link",
    ),
    Command(
        "link.leave",
        ("escape",),
        "leave the list",
        "Leave the list of links, and go on writing.",
        "Notes",
        ("linking",),
        "screen.leave_links",
        footer=True,
    ),
    _draft("take", "t", "take it", "Make one note of it and what the note is now.", "take_draft"),
    _draft(
        "below", "b", "put below", "Put it below the note, with its writer's name.", "keep_below"
    ),
    _draft("drop", "x", "drop", "Do without it; u brings it back.", "drop"),
    _draft("next", "n tab", "next", "Go to the next unsaved note.", "next"),
    _draft("leave", "escape q D", "leave", "Leave them as they are.", "leave"),
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
