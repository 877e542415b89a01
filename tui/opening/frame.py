"""The first screen drawn from a glance at the case: the list and the first article's text."""

from collections.abc import Iterator, Sequence

from store.glance import Glance, GlancedRow
from tui import marks
from tui.panes.places import WIDE, arrange
from tui.roles import EDGES, THEMES
from tui.summary import about, counters
from tui.widgets.listed import left_words, row_words
from tui.widgets.safe import safe
from tui.widgets.wrap import fitted, ruled, wrapped
from tui.widths import cells

_CODES = dict(zip("bold dim underline reverse strike".split(), "12479", strict=True))
_COLOURS = "black red green yellow blue magenta cyan white".split()
_EDGE = "│"
"""The line between panes."""

_Line = tuple[str, str]
"""Words and their role."""


def rows_wanted(columns: int, rows: int) -> int:
    """How many articles the first screen lists; 0 where there is no room for a desk."""
    places = arrange(columns, rows, "list")
    return places["list"].height - 1 if places else 0


def first_frame(glance: Glance, columns: int, rows: int, theme: str) -> str:
    """The screen, written the way Textual writes a frame."""
    runs: list[tuple[int, int, str]] = []
    for name, place in arrange(columns, rows, "list").items():
        edge = _edge(theme) if columns >= WIDE and name != "list" else ""
        width = place.width - bool(edge)
        lines = _lines(name, glance, width, place.height)
        for y, (words, role) in enumerate(lines, place.y):
            pen = _pen(THEMES[theme][role])
            runs.append((y, place.x, f"\x1b[{y + 1};{place.x + 1}H{edge}{_put(words, pen, width)}"))
    return "".join(run for *_, run in sorted(runs)) + "\x1b[1;1H"


def _edge(theme: str) -> str:
    return f"\x1b[{_pen(EDGES[theme])}m{_EDGE}\x1b[0m" if EDGES[theme] else _EDGE


def _lines(name: str, glance: Glance, width: int, height: int) -> list[_Line]:
    """The lines of a pane, as many as it is high; facts and note are still to come."""
    if name == "list":
        lines = [(ruled("1 Articles", _place(glance), True, width), "title.here")]
        lines += _listed(glance.rows, width)
    elif name == "text":
        lines = _text(glance, width, height)
    else:
        lines = [(ruled({"facts": "3 Facts", "note": "4 Note"}[name], "", False, width), "title")]
    return [*lines, *[("", "plain")] * height][:height]


def _place(glance: Glance) -> str:
    return f"{left_words(glance.undecided)} · 1/{glance.total}"


def _listed(rows: Sequence[GlancedRow], width: int) -> Iterator[_Line]:
    """The rows of the list, the cursor on the first."""
    for row in rows:
        here = row is rows[0]
        shown = row_words(
            marks.STATUS[row.status], row.title, row.published, row.tags,
            counters(row.flagged, row.has_note), width,
        )  # fmt: skip
        words = fitted(("▸" if here else " ") + shown.left, width - cells(shown.right))
        gap = " " * (width - cells(shown.right) - cells(words))
        role = "row.here" if here else "row" if row.status == "new" else f"row.{row.status}"
        yield words + gap + shown.right, role


def _text(glance: Glance, width: int, height: int) -> list[_Line]:
    """The first article as the text pane shows it, its facts not yet lit."""
    first = glance.rows[0]
    head = [(f" {about(first.status, glance.published, glance.note, glance.name)}", "about")]
    if first.tags:
        tags = " ".join(f"#{tag.partition('/')[2]}" for tag in sorted(first.tags))
        head.append((f" {tags}", "tag.on"))
    lines = wrapped(glance.text, width - 2)
    page = max(height - 1 - len(head), 1)
    share = f"{100 * page // len(lines)}%" if len(lines) > page else ""
    title = ruled(f"2 Text · {safe(first.title)}", share, False, width)
    body = [(f" {safe(glance.text[start:end])}", "plain") for start, end in lines[:page]]
    return [(title, "title"), *((safe(words), role) for words, role in head), *body]


def _put(words: str, pen: str, width: int) -> str:
    """Words, and blanks for the rest of the width."""
    words = fitted(words, width)
    gap = " " * (width - cells(words))
    return f"\x1b[{pen}m{words}\x1b[0m{gap}" if pen else words + gap


def _pen(look: str) -> str:
    """The codes for a look, in the order in which Textual gives them."""
    words = look.split()
    at = words.index("on") if "on" in words else len(words)
    codes = sorted(_CODES[word] for word in words[:at] if word in _CODES)
    codes += [code for word in words[:at] if (code := _colour(word, 3))]
    codes += [_colour(word, 4) for word in words[at + 1 :]]
    return ";".join(codes)


def _colour(word: str, plane: int) -> str:
    """The code of a colour for words, or for their ground; "" for a word that names none."""
    if word.startswith("color("):
        return f"{plane}8;5;{word[6:-1]}"
    if word.startswith("bright_"):
        return f"{plane + 6}{_COLOURS.index(word.removeprefix('bright_'))}"
    return f"{plane}{_COLOURS.index(word)}" if word in _COLOURS else ""
