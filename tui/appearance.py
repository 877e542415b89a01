"""Which theme and which signs suit a terminal, where the settings leave it open."""

import re
from collections.abc import Mapping

from tui.settings import Settings

_LIGHT_GROUNDS = {"7", "15"}
"""The last number of COLORFGBG where the ground is light (rxvt, konsole and others set it)."""
_NO_COLOURS = re.compile(r"vt\d+(?:-.*)?|.*-m(?:ono)?")
_MANY_COLOURS = re.compile(
    r".*(?:256color|direct|truecolor)|.*(?:kitty|alacritty|foot|wezterm|ghostty).*"
)
_FEW_GLYPHS = re.compile(r"linux.*|vt\d+.*|cons25.*|ansi.*")


def theme_for(settings: Settings, environ: Mapping[str, str]) -> str:
    """The name of the theme; NO_COLOR is above every setting (https://no-color.org)."""
    if "NO_COLOR" in environ:
        return "mono"
    if settings.theme != "auto":
        return settings.theme
    kind = environ.get("TERM", "")
    if _NO_COLOURS.fullmatch(kind):
        return "mono"
    if not environ.get("COLORTERM") and not _MANY_COLOURS.fullmatch(kind):
        return "16"
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in _LIGHT_GROUNDS else "dark"


def is_ascii_for(settings: Settings, environ: Mapping[str, str]) -> bool:
    """Whether signs are shown in ASCII."""
    if settings.glyphs != "auto":
        return settings.glyphs == "ascii"
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C"
    is_utf8 = locale.lower().replace("-", "").partition("@")[0].endswith("utf8")
    return not is_utf8 or _FEW_GLYPHS.fullmatch(environ.get("TERM", "")) is not None
