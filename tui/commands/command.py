"""A command: one thing an analyst can do, declared once for footer, help, palette and keymap."""

from typing import Literal, TypeAlias

from msgspec import Struct

Context: TypeAlias = Literal[
    "desk",
    "list",
    "text",
    "facts",
    "note",
    "linking",
    "span",
    "kind",
    "small",
    "prompt",
    "help",
    "why",
    "palette",
    "drafts",
    "queries",
    "history",
    "incident",
    "incidents",
    "choosing",
    "tags",
]
"""Where a key means something: a pane, anywhere on the desk outside an editor, a terminal too
small for a desk, or a screen."""

Need: TypeAlias = Literal[
    "article",
    "fact",
    "unjudged",
    "reading",
    "proposal",
    "incident",
    "row",
    "place",
    "field",
    "link",
    "limit",
    "completion",
]
"""What has to be at hand for a key to do something: an article, a fact, one with a suggested
reading, an incident that is proposed or of the case, a row of the list, a place to go to."""


class Command(Struct, frozen=True):
    """One thing an analyst can do."""

    id: str
    """Its name in keymaps: ``article.done``."""
    keys: tuple[str, ...]
    """Its default keys; the keys of a sequence are separated by spaces, ``t d c``."""
    title: str
    """One to three words for the footer."""
    help: str
    """One sentence for the help screen and the palette."""
    group: str
    """The heading it stands under: Moving, Articles, Facts, Tags, Notes, View."""
    contexts: tuple[Context, ...]
    """Where its keys work."""
    does: str
    """What runs it: a method of the desk (``desk.undo``) or of the screen (``screen.help``)."""
    argument: str | int | None = None
    """What that method is given, if anything."""
    footer: bool = False
    """Whether the footer of its contexts has room for it."""
    together: str = ""
    """The keys of all the commands that share its sentence, where the help has a line for all."""
    needs: Need | None = None
    """What has to be at hand for the foot to show it."""
    in_sight: bool = False
    """Whether it is done to the fact under the cursor, and only once that can be seen."""


class Prefix(Struct, frozen=True):
    """A key that waits for another one, with the words of its which-key strip."""

    keys: str
    """The keys pressed so far: ``t`` or ``t d``."""
    title: str
    """What the next key chooses: ``tag``, ``drugs``."""
    contexts: tuple[Context, ...] = ("desk",)
    """Where it waits."""
    footer: tuple[Context, ...] = ()
    """Where the footer shows it."""
    needs: Need | None = None
    """What has to be at hand for that."""
