"""The registry's commands as keys to show: at the foot, and after a prefix."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from tui.commands.command import Context, Need
from tui.commands.registry import commands
from tui.help.entries import PANES, works_in
from tui.keymap import Keymap, Node, shown
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice, Keys

_ALWAYS = (".help", ".quit", ".leave")
"""What commands are called that are never missing: the help, and the way out."""
_AT_HOME = {"list": ("Articles",), "text": ("Articles",), "facts": ("Facts", "Incidents")}
"""The groups of commands that belong to a pane."""


_Hint: TypeAlias = tuple[Choice, Need | None]
"""A key, and what has to be at hand for it to be shown."""

_FIRST = "text.space article.done article.dismiss fact.accept_all note.write history.undo".split()
"""What somebody new to the desk needs to know, beside tags and help."""


def first_keys(keymap: Keymap) -> tuple[Choice, ...]:
    """The eight keys that are enough to begin with."""
    known = {command.id: command for command in commands()}
    chosen = [(keymap.keys_of(known[id_]), known[id_].title) for id_ in (*_FIRST, "view.help")]
    words = [Choice(shown(keys[0]), title) for keys, title in chosen if keys]
    waiting = [prefix for prefix in keymap.prefixes if "desk" in prefix.footer]
    tags = [Choice(prefix.keys, prefix.title) for prefix in waiting]
    return (*words[:-1], *tags, *words[-1:])


def keys_in(context: Context, keymap: Keymap, has: Callable[[Need], bool] = lambda _: True) -> Keys:
    """The keys of a context for its foot: its own first, then those of the whole desk.

    Those that would do nothing are left out: `has` tells whether what they need is at hand.
    """
    wanted, always = (
        tuple(choice for choice, needs in hints if needs is None or has(needs))
        for hints in _hints(context, keymap)
    )
    return Keys(wanted, always)


@lru_cache(maxsize=64)
def _hints(context: Context, keymap: Keymap) -> tuple[list[_Hint], list[_Hint]]:
    """The keys for which a foot has room if it is wide, and those for which it always has."""
    own: list[_Hint] = []
    others: list[_Hint] = []
    always: list[_Hint] = []
    for command in commands():
        keys = keymap.keys_of(command, context)
        if not (command.footer and keys and works_in(command, context)):
            continue
        is_own = context in command.contexts or command.group in _AT_HOME.get(context, ())
        place = own if is_own else others
        place = always if command.id.endswith(_ALWAYS) else place
        place.append((Choice(shown(keys[0]), command.title), command.needs))
    here = {context, "desk"} if context in PANES else {context}
    waiting = [prefix for prefix in keymap.prefixes if not here.isdisjoint(prefix.footer)]
    others[:0] = [(Choice(prefix.keys, prefix.title), prefix.needs) for prefix in waiting]
    return own + others, always


def following(pressed: tuple[str, ...], node: Node) -> Following:
    """The keys that may follow those pressed."""
    return Following(
        f"{' '.join(pressed)} {node.title}:",
        tuple(Choice(key, after.title) for key, after in node.following.items()),
    )
