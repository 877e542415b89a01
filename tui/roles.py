"""What each role looks like in each theme: colours always beside a glyph or a letter.

Every theme stands on the terminal's own ground. The colours by number are those of the 256 that
terminals do not let themes change (16 to 255), chosen so that words are readable on the dark, or
the light, grounds in use; tests/tui/test_themes.py measures it.
"""

from collections.abc import Mapping

_MONO = {
    "plain": "",
    "title": "dim",
    "title.here": "bold reverse",
    "row": "",
    "row.here": "reverse",
    "row.kept": "bold",
    "row.done": "dim",
    "row.dismissed": "dim",
    "row.flagged": "bold",
    "about": "dim",
    "boilerplate": "dim",
    "light.open": "underline",
    "light.doubtful": "underline bold",
    "light.accepted": "bold",
    "light.rejected": "strike",
    "light.here": "reverse",
    "link": "underline",
    "link.broken": "strike",
    "lit": "bold",
    "found": "bold underline",
    "found.here": "bold reverse",
    "group": "bold",
    "kind": "dim",
    "more": "dim",
    "verdict.open": "dim",
    "verdict.doubtful": "bold",
    "verdict.accepted": "",
    "verdict.rejected": "dim",
    "tag": "dim",
    "tag.on": "bold",
    "key": "bold",
    "key.title": "dim",
    "status.said": "",
    "status.done": "",
    "status.problem": "bold",
    "cursor": "reverse",
}

_SIXTEEN = _MONO | {
    "row.here": "black on cyan",
    "row.flagged": "bold yellow",
    "light.open": "underline cyan",
    "light.doubtful": "underline bold yellow",
    "light.accepted": "underline green",
    "light.rejected": "strike red",
    "light.here": "bold black on yellow",
    "link": "underline cyan",
    "link.broken": "strike red",
    "lit": "bold magenta",
    "found": "bold magenta underline",
    "found.here": "bold black on magenta",
    "group": "bold cyan",
    "verdict.doubtful": "bold yellow",
    "verdict.accepted": "green",
    "verdict.rejected": "red",
    "tag.on": "bold green",
    "key": "bold cyan",
    "status.done": "green",
    "status.problem": "bold red",
}


def _coloured(
    *, faint: int, name: int, taken: int, refused: int, doubt: int, sought: int,
    here: tuple[int, int], fact: tuple[int, int], match: tuple[int, int],
) -> Mapping[str, str]:  # fmt: skip
    """A theme from its colours; those of two are words and their ground."""
    whole = {role: look.replace("dim", f"color({faint})") for role, look in _MONO.items()}
    return whole | {
        "row.here": _on(here),
        "row.flagged": f"bold color({doubt})",
        "light.open": f"underline color({name})",
        "light.doubtful": f"underline bold color({doubt})",
        "light.accepted": f"underline color({taken})",
        "light.rejected": f"strike color({refused})",
        "light.here": f"bold {_on(fact)}",
        "link": f"underline color({name})",
        "link.broken": f"strike color({refused})",
        "lit": f"bold color({sought})",
        "found": f"bold underline color({sought})",
        "found.here": f"bold {_on(match)}",
        "group": f"bold color({name})",
        "verdict.doubtful": f"bold color({doubt})",
        "verdict.accepted": f"color({taken})",
        "verdict.rejected": f"color({refused})",
        "tag.on": f"bold color({taken})",
        "key": f"bold color({name})",
        "status.done": f"color({taken})",
        "status.problem": f"bold color({refused})",
    }


def _on(pair: tuple[int, int]) -> str:
    return f"color({pair[0]}) on color({pair[1]})"


_BLACK, _WHITE = 16, 231

_DARK = _coloured(
    faint=247, name=80, taken=114, refused=210, doubt=221, sought=213,
    here=(_BLACK, 116), fact=(_BLACK, 221), match=(_BLACK, 213),
)  # fmt: skip
_LIGHT = _coloured(
    faint=240, name=24, taken=22, refused=124, doubt=94, sought=90,
    here=(_WHITE, 24), fact=(_BLACK, 221), match=(_WHITE, 90),
)  # fmt: skip
_COLOUR_BLIND = _coloured(
    faint=247, name=255, taken=75, refused=208, doubt=229, sought=183,
    here=(_BLACK, 153), fact=(_BLACK, 229), match=(_BLACK, 183),
)  # fmt: skip
_COLOUR_BLIND_LIGHT = _coloured(
    faint=240, name=_BLACK, taken=25, refused=94, doubt=53, sought=90,
    here=(_WHITE, 25), fact=(_BLACK, 221), match=(_WHITE, 90),
)  # fmt: skip

_SEEN = f"bold {_on((_BLACK, 226))}"
_ALARM = f"bold {_on((_WHITE, 88))}"
_HIGH_CONTRAST = {role: look.replace("dim", "") for role, look in _MONO.items()} | {
    "row.here": _SEEN,
    "light.doubtful": _ALARM,
    "light.here": _SEEN,
    "found.here": f"bold {_on((_BLACK, 123))}",
    "verdict.doubtful": _ALARM,
    "status.done": "bold",
    "status.problem": _ALARM,
}

THEMES: Mapping[str, Mapping[str, str]] = {
    "dark": _DARK,
    "light": _LIGHT,
    "high-contrast": _HIGH_CONTRAST,
    "colour-blind": _COLOUR_BLIND,
    "colour-blind-light": _COLOUR_BLIND_LIGHT,
    "16": _SIXTEEN,
    "mono": _MONO,
}
"""The themes by their names: high-contrast lays no colour on the terminal's own ground, 16 has
the colours that the terminal gives to their names, mono has none at all."""
EDGES: Mapping[str, str] = {
    name: "" if name in ("high-contrast", "mono") else "bright_black" for name in THEMES
}
"""The colour of the lines between panes, "" for that of words."""
