"""A map of how a screen looks: a letter in each cell for its style, beside a golden's words."""

from collections.abc import Iterator
from string import ascii_letters

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

PLAIN = "."
_OWN = frozenset({"default", "ansi_default"})


def mapped(coloured: list[Strip], mono: list[Strip]) -> str:
    """The same screen in two themes: "." is plain in both, letters are told below."""
    letters: dict[tuple[str, str], str] = {("", ""): PLAIN}
    rows = [
        "".join(_letter(letters, pair) for pair in zip(_cells(one), _cells(other), strict=True))
        for one, other in zip(coloured, mono, strict=True)
    ]
    legend = [f"{letter}  {' | '.join(pair)}" for pair, letter in letters.items() if any(pair)]
    return "\n".join([*(row.rstrip(PLAIN) for row in rows), "", *legend]) + "\n"


def style_of(segment: Segment) -> str:
    """A style by its words, without the terminal's own colours."""
    words = str(segment.style or "").replace("not ", "not-").split()
    grounds = [n for n, word in enumerate(words) if word == "on"]
    if grounds and words[grounds[0] + 1] in _OWN:
        del words[grounds[0] : grounds[0] + 2]
    return " ".join(word for word in words if word not in _OWN and not word.startswith("not-"))


def _cells(strip: Strip) -> Iterator[str]:
    for segment in strip:
        yield from [style_of(segment)] * cell_len(segment.text)


def _letter(letters: dict[tuple[str, str], str], pair: tuple[str, str]) -> str:
    return letters.setdefault(pair, ascii_letters[len(letters) - 1])
