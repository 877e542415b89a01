"""Tagging: a letter for the group and a letter for the tag, a digit of the strip, or words."""

from store.tags import Catalogue
from tui.commands.command import Command, Context, Need, Prefix
from tui.commands.steps import pages, steps

_DESK: tuple[Context, ...] = ("desk", "incident", "incidents")
_TABLE: tuple[Context, ...] = ("tags",)
_LEADER, _PIN = "t", "P"

DIGITS = "123456789"
"""The keys of the tag strip."""


def prefixes(table: Catalogue) -> tuple[Prefix, ...]:
    """The leader of all tags, one prefix for each group, and the key that pins."""
    groups = [
        Prefix(f"{_LEADER} {group.letter}", group.title.lower()) for group, _ in table.keyed()
    ]
    leader = Prefix(_LEADER, "tag", footer=("desk", "incident", "incidents"), needs="row")
    return (leader, *groups, Prefix(_PIN, "pin", _DESK))


def commands(table: Catalogue) -> tuple[Command, ...]:
    """A command for every tag, for every digit of the strip, and for the screen of all tags."""
    tags = [
        _desk(
            leaf.id, f"{_LEADER} {group.letter} {leaf.letter}", leaf.title,
            f"Tag the article {leaf.id}, or take the tag off.", "desk.tags.tag", leaf.id,
        )
        for group, leaves in table.keyed()
        for leaf in leaves
    ]  # fmt: skip
    digits = [
        _desk(
            f"strip_{digit}", digit, f"tag {digit}", f"Tag {digit} of the strip, on or off.",
            "desk.tags.by_digit", int(digit),
        )
        for digit in DIGITS
    ]  # fmt: skip
    pins = [
        _desk(
            f"pin_{digit}", f"{_PIN} {digit}", digit,
            "Pin the tag given last to a digit; if it is pinned there, let it go.",
            "desk.tags.pin", int(digit), together=f"{_PIN} 1-9",
        )
        for digit in DIGITS
    ]  # fmt: skip
    again = _desk(
        "again", ".", "tags again", "Give the article the tags that were given last.",
        "desk.tags.again",
    )  # fmt: skip
    by_words = _desk(
        "by_words", f"{_LEADER} /", "by words",
        "Tag by words, completed from all tags; one that is new is made.", "screen.ask_tag",
    )  # fmt: skip
    return (*tags, by_words, *digits, again, *pins, *_table())


def _desk(
    name: str, keys: str, title: str, text: str, does: str,
    argument: str | int | None = None, *, together: str = "",
) -> Command:  # fmt: skip
    return Command(
        f"tag.{name}", (keys,), title, text, "Tags", _DESK, does, argument, together=together
    )


def _table() -> tuple[Command, ...]:
    opened = Command(
        "tags.open", ("w t",), "tags",
        "All tags with how many articles and incidents have them; rename, merge, pin.", "Tags",
        ("desk",), "screen.tags",
    )  # fmt: skip
    pins = [
        _here(
            f"pin_{digit}", digit, digit,
            "Pin the tag to a digit; if it is pinned there, let it go.", "pin", int(digit),
            together="1-9",
        )
        for digit in DIGITS
    ]  # fmt: skip
    return (
        opened,
        *steps("tags", "tag", "Tags", _TABLE),
        *pages("tags", "Tags", _TABLE),
        _here("limit", "enter", "limit", "Limit the list to those with the tag.", footer=True,
              needs="row"),
        _here("ask_rename", "r", "rename", "Give the tag another id wherever it is.",
              footer=True, needs="row"),
        _here("ask_merge", "m", "merge", "Let the tag become another wherever it is.",
              footer=True, needs="row"),
        *pins,
        _here("undo", "u", "undo", "Undo your last change.", "desk.undo", footer=True),
        _here("redo", "ctrl+r", "redo", "Do again what was undone.", "desk.redo"),
        _here("help", "?", "help", "Show the keys that work here.", footer=True),
        _here("leave", "escape q", "leave", "Leave the tags.", footer=True),
    )  # fmt: skip


def _here(
    name: str, keys: str, title: str, text: str, does: str = "", argument: int | None = None,
    *, footer: bool = False, together: str = "", needs: Need | None = None,
) -> Command:  # fmt: skip
    does = does if "." in does else f"screen.{does or name}"
    return Command(
        f"tags.{name}", tuple(keys.split()), title, text, "Tags", _TABLE, does, argument, footer,
        together, needs,
    )  # fmt: skip
