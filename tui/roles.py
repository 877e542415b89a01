"""What each role looks like in each theme: colours always beside a glyph or a letter."""

from collections.abc import Mapping

_PLAIN = {
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
    "light.accepted": "underline",
    "light.rejected": "strike",
    "light.here": "reverse",
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

_DARK = _PLAIN | {
    "title.here": "bold reverse",
    "row.here": "black on cyan",
    "row.flagged": "bold yellow",
    "light.open": "underline cyan",
    "light.doubtful": "underline bold yellow",
    "light.accepted": "underline green",
    "light.rejected": "strike red",
    "light.here": "bold black on yellow",
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

THEMES: Mapping[str, Mapping[str, str]] = {"dark": _DARK, "mono": _PLAIN}
"""The themes: dark on the terminal's own background, mono without a single colour."""
