"""Moving through any list: to the next and the previous, to both ends, a screen at a time."""

from tui.commands.command import Command, Context

_STEPS = (("next", "j down"), ("previous", "k up"), ("first", "g home"), ("last", "G end"))


def steps(
    of: str, noun: str, group: str, where: tuple[Context, ...], does: str = "screen"
) -> tuple[Command, ...]:
    """To the next, the previous, the first and the last of what a list has."""
    return tuple(
        Command(
            f"{of}.{name}", tuple(keys.split()), name, f"Go to the {name} {noun}.", group, where,
            f"{does}.{name}", footer=name == "next", needs="article" if of == "list" else "row",
        )
        for name, keys in _STEPS
    )  # fmt: skip


def pages(of: str, group: str, where: tuple[Context, ...]) -> tuple[Command, ...]:
    """A screen down and a screen up on a screen that is one list."""
    return (
        Command(
            f"{of}.page_down", ("space", "pagedown"), "page", "A screen down.", group, where,
            "screen.page_down",
        ),
        Command(
            f"{of}.page_up", ("pageup",), "page up", "A screen up.", group, where, "screen.page_up"
        ),
    )  # fmt: skip
