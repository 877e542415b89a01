"""Help, palette, the editors' keys, and leaving."""

from tui.commands.command import Command, Context

_DESK: tuple[Context, ...] = ("desk",)
_QUIT: tuple[Context, ...] = ("list", "small")
_PROMPT: tuple[Context, ...] = ("prompt",)
_PALETTE: tuple[Context, ...] = ("palette",)
_PAGES: tuple[Context, ...] = ("help", "why", "drafts")
_HELP: tuple[Context, ...] = ("help",)
_WHY: tuple[Context, ...] = ("why",)


def _key(
    name: str, keys: str, title: str, text: str, where: tuple[Context, ...], does: str
) -> Command:
    return Command(name, tuple(keys.split()), title, text, "View", where, does, footer=True)


COMMANDS = (
    _key("view.help", "?", "help", "Show the keys that work here.", _DESK, "screen.help"),
    Command(
        "view.palette",
        ("ctrl+p",),
        "commands",
        "Find a command by its name or its key.",
        "View",
        ("desk", "note"),
        "screen.palette",
        footer=True,
    ),
    Command(
        "view.repaint",
        ("ctrl+l",),
        "paint again",
        "Send the whole screen again, should something else have written on it.",
        "View",
        ("desk", "note"),
        "screen.paint_again",
    ),
    Command(
        "view.copy", ("ctrl+y",), "copy",
        "Copy the words of the fact under the cursor; in the list the title and path.",
        "View", _DESK, "screen.copy",
    ),
    _key("view.quit", "q", "quit", "Leave at once; nothing can be lost.", _QUIT, "screen.leave"),
    _key("pane.leave", "q", "list", "Back to the list; once more quits.",
         ("text", "facts"), "screen.back_to_list"),
    Command(
        "view.quit_anywhere", ("w q",), "quit", "Leave casedesk at once, from any pane.", "View",
        _DESK, "screen.leave",
    ),
    _key("prompt.take", "enter", "take", "Take what was typed.", _PROMPT, "screen.take_prompt"),
    _key(
        "prompt.leave", "escape", "leave", "Leave without a change.", _PROMPT, "screen.leave_prompt"
    ),
    _key("palette.down", "down", "next", "The next command.", _PALETTE, "screen.down"),
    _key("palette.up", "up", "previous", "The previous command.", _PALETTE, "screen.up"),
    _key("palette.run", "enter", "run", "Run the command.", _PALETTE, "screen.run"),
    _key("palette.leave", "escape", "leave", "Leave the palette.", _PALETTE, "screen.leave"),
    _key("page.down", "j down", "down", "A line down.", _PAGES, "screen.down"),
    _key("page.up", "k up", "up", "A line up.", _PAGES, "screen.up"),
    _key("page.page_down", "space pagedown", "page", "A page down.", _PAGES, "screen.page_down"),
    Command("page.page_up", ("pageup",), "page up", "A page up.", "View", _PAGES, "screen.page_up"),
    _key(
        "help.words",
        "/",
        "words",
        "Show only what has these words, or these keys; Esc shows all again.",
        _HELP,
        "screen.ask_words",
    ),
    _key("help.leave", "escape q ?", "leave", "Leave the help.", _HELP, "screen.leave"),
    _key("why.leave", "escape q o", "leave", "Leave the fact.", _WHY, "screen.leave"),
)  # fmt: skip
