"""The registry's commands as keys to show: at the foot, and after a prefix."""

from tui.commands.command import Context
from tui.commands.registry import commands
from tui.help.entries import PANES, works_in
from tui.keymap import Keymap, Node, shown
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice, Keys

_ALWAYS = (".help", ".quit", ".leave")
"""What commands are called that are never missing: the help, and the way out."""
_AT_HOME = {"list": "Articles", "text": "Articles", "facts": "Facts"}
"""The group of commands that belongs to a pane."""


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


def keys_in(context: Context, keymap: Keymap) -> Keys:
    """The keys of a context for its foot: its own first, then those of the whole desk."""
    own: list[Choice] = []
    others: list[Choice] = []
    always: list[Choice] = []
    for command in commands():
        keys = keymap.keys_of(command, context)
        if not (command.footer and keys and works_in(command, context)):
            continue
        is_own = context in command.contexts or _AT_HOME.get(context) == command.group
        place = own if is_own else others
        place = always if command.id.endswith(_ALWAYS) else place
        place.append(Choice(shown(keys[0]), command.title))
    here = {context, "desk"} if context in PANES else {context}
    waiting = [prefix for prefix in keymap.prefixes if not here.isdisjoint(prefix.footer)]
    others[:0] = [Choice(prefix.keys, prefix.title) for prefix in waiting]
    return Keys(tuple(own + others), tuple(always))


def following(pressed: tuple[str, ...], node: Node) -> Following:
    """The keys that may follow those pressed."""
    return Following(
        f"{' '.join(pressed)} {node.title}:",
        tuple(Choice(key, after.title) for key, after in node.following.items()),
    )
