"""Marking rows, sorting the list, saved queries."""

from tui.commands.command import Command, Context, Need, Prefix
from tui.orders import SORTINGS

_DESK: tuple[Context, ...] = ("desk",)
_QUERIES: tuple[Context, ...] = ("queries",)
_PROMPT: tuple[Context, ...] = ("prompt",)

QUERY_KEYS = "123456789abcdefhilmopstvwyz"
"""The keys of the saved queries, in the order of their saving; the screen's own are left out."""

PREFIXES = (Prefix("z", "sort"),)


def _desk(name: str, key: str, title: str, text: str, does: str) -> Command:
    return Command(name, (key,), title, text, "Lists", _DESK, does)


def _saved(
    name: str,
    keys: str,
    title: str,
    text: str,
    does: str,
    *,
    footer: bool = True,
    needs: Need | None = None,
) -> Command:
    return Command(
        f"queries.{name}",
        tuple(keys.split()),
        title,
        text,
        "Lists",
        _QUERIES,
        does,
        footer=footer,
        needs=needs,
    )


COMMANDS = (
    _desk("list.mark", "s", "mark", "Mark the article, or take its mark off; go to the next.",
          "desk.marked.mark"),
    _desk("list.mark_shown", "S", "mark shown",
          "Mark all that are shown; if all are, take their marks off.", "desk.marked.mark_shown"),
    _desk("list.unmark", "U", "unmark all",
          "Take all marks off, also where they are not shown; once more brings them back.",
          "desk.marked.unmark_all"),
    _desk("queries.open", "Q", "queries",
          "The saved queries with what each finds now; one key limits the list.",
          "screen.queries"),
    *(
        Command(
            f"list.sort_{sorting.order}", (f"z {sorting.letter}",), sorting.title,
            f"Sort the list: {sorting.words}.", "Lists", _DESK, "desk.lists.sort", sorting.order,
        )
        for sorting in SORTINGS
    ),
    _saved("next", "j down", "next", "Go to the next query.", "screen.next", needs="row"),
    _saved("previous", "k up", "previous", "Go to the previous query.", "screen.previous",
           footer=False),
    _saved("take", "enter", "limit", "Limit the list by the query.", "screen.take_query",
           needs="row"),
    _saved("save", "n", "save", "Save what the list is limited by now under a name.",
           "screen.ask_name", needs="limit"),
    _saved("rename", "r", "rename", "Give the query another name.", "screen.ask_new_name",
           needs="row"),
    _saved("delete", "x", "delete", "Delete the query; u brings it back.", "desk.queries.delete",
           needs="row"),
    _saved("undo", "u", "undo", "Undo your last change.", "desk.undo", footer=False),
    *(
        Command(
            f"queries.take_{key}", (key,), f"query {key}",
            "Limit the list by the query with that key.", "Lists", _QUERIES,
            "screen.take_query_at", place, together="1-9  a-z",
        )
        for place, key in enumerate(QUERY_KEYS)
    ),
    _saved("help", "?", "help", "Show the keys that work here.", "screen.help"),
    _saved("leave", "escape q Q", "leave", "Leave the saved queries.", "screen.leave"),
    Command(
        "prompt.complete", ("tab",), "complete",
        "Go on with the word being typed; once more takes the next that is known.", "View",
        _PROMPT, "screen.complete_prompt", footer=True, needs="completion",
    ),
)  # fmt: skip
