"""How things look: the styles of every role."""

from collections.abc import Mapping

from msgspec import Struct
from rich.style import Style

from tui.roles import THEMES


class Look(Struct, frozen=True):
    """The styles of every role in one theme."""

    name: str
    styles: Mapping[str, Style]

    def __getitem__(self, role: str) -> Style:
        return self.styles[role]


def look(name: str) -> Look:
    """The look of a theme; raises KeyError for one that does not exist."""
    return Look(name, {role: Style.parse(text) for role, text in THEMES[name].items()})
