"""Looking through what was done: narrowing it down, jumping to an article, taking a change back."""

from tui.commands.command import Command, Context, Need

_HISTORY: tuple[Context, ...] = ("history",)


def _key(
    name: str,
    keys: str,
    title: str,
    text: str,
    does: str,
    *,
    footer: bool = False,
    needs: Need | None = None,
) -> Command:
    return Command(
        f"history.{name}", tuple(keys.split()), title, text, "History", _HISTORY, does,
        footer=footer, needs=needs,
    )  # fmt: skip


COMMANDS = (
    Command(
        "history.open",
        ("H",),
        "history",
        "Look through what was done: by whom, when, at which article; take it back from there.",
        "History",
        ("desk",),
        "screen.history",
    ),
    _key("next", "j down", "older", "Go to the next older change.", "screen.next", footer=True),
    _key("previous", "k up", "newer", "Go to the next newer change.", "screen.previous"),
    _key("first", "g home", "newest", "Go to the newest change.", "screen.first"),
    _key("last", "G end", "oldest", "Go to the oldest change.", "screen.last"),
    _key("page_down", "pagedown", "page", "A screen down.", "screen.page_down"),
    _key("page_up", "pageup", "page up", "A screen up.", "screen.page_up"),
    _key("jump", "enter", "go to", "Go to the article, or to the incident, of the change.",
         "screen.jump", footer=True, needs="place"),
    _key("take_back", "u", "undo", "Take the change back, also a colleague's; an undo as well.",
         "desk.history.undo", footer=True),
    _key("article", "a", "article", "Only the changes of the article, or all again.",
         "screen.this_article", footer=True),
    _key("analyst", "b", "analyst", "The changes of one analyst after the other, then all.",
         "screen.next_analyst", footer=True),
    _key("words", "/", "words", "Only the changes that say so; an empty line shows all.",
         "screen.ask_words", footer=True),
    _key("help", "?", "help", "Show the keys that work here.", "screen.help", footer=True),
    _key("leave", "escape q H", "leave", "Leave the history.", "screen.leave", footer=True),
)  # fmt: skip
