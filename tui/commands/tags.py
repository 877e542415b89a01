"""Tagging: a letter for the group and a letter for the tag, or a digit of the strip."""

from store.tags import catalogue
from tui.commands.command import Command, Context, Prefix

_DESK: tuple[Context, ...] = ("desk", "incident", "incidents")
_LEADER = "t"

DIGITS = "123456789"
"""The keys of the tag strip."""


def prefixes() -> tuple[Prefix, ...]:
    """The leader of all tags, and one prefix for each group."""
    groups = [
        Prefix(f"{_LEADER} {group.letter}", group.title.lower()) for group in catalogue().groups
    ]
    return (Prefix(_LEADER, "tag", footer=True), *groups)


def commands() -> tuple[Command, ...]:
    """A command for every tag, for every digit of the strip, and to repeat the last tags."""
    tags = [
        Command(
            f"tag.{leaf.id}",
            (f"{_LEADER} {group.letter} {leaf.letter}",),
            leaf.title,
            f"Tag the article {leaf.id}, or take the tag off.",
            "Tags",
            _DESK,
            "desk.tags.tag",
            leaf.id,
        )
        for group in catalogue().groups
        for leaf in group.tags
    ]
    digits = [
        Command(
            f"tag.strip_{digit}",
            (digit,),
            f"tag {digit}",
            f"Tag {digit} of the strip, on or off.",
            "Tags",
            _DESK,
            "desk.tags.by_digit",
            int(digit),
        )
        for digit in DIGITS
    ]
    again = Command(
        "tag.again",
        (".",),
        "tags again",
        "Give the article the tags that were given last.",
        "Tags",
        _DESK,
        "desk.tags.again",
    )
    return (*tags, *digits, again)
