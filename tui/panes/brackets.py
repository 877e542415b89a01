"""Brackets around words that are being chosen, for whoever sees no colour."""

from collections.abc import Sequence

from rich.style import Style

from tui.views import Selected
from tui.widgets.strips import Words


def bracketed(
    words: Sequence[Words], start: int, one: Selected, styles: tuple[Style, Style]
) -> list[Words]:
    """A line whose text begins at `start` after a margin of one cell, with its brackets.

    They stand in the place of spaces, so that nothing moves: where a word is cut there is none.
    """
    texts = [text for text, _ in words]
    places = [start - 1]
    for text in texts:
        places.append(places[-1] + len(text))
    shown: list[Words] = []
    for (text, style), first, last in zip(words, places, places[1:], strict=False):
        before = after = ""
        if last == one.start and text.endswith(" "):
            text, after = text[:-1], "["
        if first == one.end and text.startswith(" ") and not after:
            text, before = text[1:], "]"
        shown += [(before, styles[1])] if before else []
        shown += [(text, style)] if text else []
        shown += [(after, styles[0])] if after else []
    return [*shown, ("]", styles[1])] if places[-1] == one.end else shown
