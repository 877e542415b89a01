"""Which theme and which signs suit a terminal, where the settings leave it open."""

from collections.abc import Mapping

from tui.settings import Settings

_LIGHT_GROUNDS = {"7", "15"}
"""The last number of COLORFGBG where the ground is light (rxvt, konsole and others set it)."""
_NO_COLOURS = ("-m", "-mono")
"""How the names of terminals end that have none; those of a vt have none either."""
_MANY_COLOURS = ("256color", "direct", "kitty", "alacritty", "foot", "wezterm", "ghostty")
"""What is in the names of terminals that have 256 colours at least."""
_FEW_GLYPHS = ("linux", "cons25", "ansi")
"""How the names of terminals begin that have few signs beside ASCII."""


def theme_for(settings: Settings, environ: Mapping[str, str]) -> str:
    """The name of the theme; NO_COLOR is above every setting (https://no-color.org)."""
    if "NO_COLOR" in environ:
        return "mono"
    if settings.theme != "auto":
        return settings.theme
    kind = environ.get("TERM", "")
    if is_vt(kind) or kind.endswith(_NO_COLOURS):
        return "mono"
    if not environ.get("COLORTERM") and not any(name in kind for name in _MANY_COLOURS):
        return "16"
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in _LIGHT_GROUNDS else "dark"


def is_ascii_for(settings: Settings, environ: Mapping[str, str]) -> bool:
    """Whether signs are shown in ASCII."""
    if settings.glyphs != "auto":
        return settings.glyphs == "ascii"
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C"
    is_utf8 = locale.lower().replace("-", "").partition("@")[0].endswith("utf8")
    kind = environ.get("TERM", "")
    return not is_utf8 or is_vt(kind) or kind.startswith(_FEW_GLYPHS)


def is_vt(kind: str) -> bool:
    """Whether a terminal is one of DEC's or says so: vt220, and not vte-256color."""
    return kind.startswith("vt") and kind[2:3].isdigit()
