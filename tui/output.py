"""Data for whoever reads it, a person or a program: stdout's one writer."""

import itertools
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tui.plain import one_line, plain

if TYPE_CHECKING:
    import msgspec

NARROWEST = 20
"""Columns left to a title on the narrowest terminal; the line may then wrap."""

WIDEST = 100
"""Columns beyond which lines of an article are hard to read."""


class ReaderGoneError(Exception):
    """Whoever read our output has had enough (``casedesk list | head``)."""


def is_terminal() -> bool:
    """Whether a person reads the output as it comes."""
    return sys.stdout.isatty()


def line(words: str = "", *, strong: bool = False) -> None:
    """One line of text; control characters in it are shown, not obeyed."""
    words = one_line(words) if "\n" in words else plain(words)
    bold = strong and is_terminal() and "NO_COLOR" not in os.environ
    _write(f"\x1b[1m{words}\x1b[0m\n" if bold else f"{words}\n")


def prose(words: str) -> None:
    """Text of several lines, as it is; at a terminal wrapped at words, with single blank lines."""
    words = plain(words).rstrip("\n")
    if is_terminal():
        width = min(shutil.get_terminal_size().columns, WIDEST)
        lines = (textwrap.fill(part, width, break_on_hyphens=False) for part in words.split("\n"))
        words = "\n".join(line for line, _ in itertools.groupby(lines))
    _write(words + "\n")


def drawn(pieces: Iterable[tuple[str, str]]) -> None:
    """A line of words, each with its role in `tui.themes`: coloured and wrapped at a terminal."""
    if is_terminal():
        _write(_coloured(pieces))
    else:
        _write("".join(words for words, _ in pieces) + "\n")


def row(cells: Iterable[str]) -> None:
    """One record with a tab between its cells, for cut and awk."""
    _write("\t".join(one_line(cell) for cell in cells) + "\n")


def document(value: object) -> None:
    """One value as a line of JSON, in UTF-8 whatever the locale says."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoder().encode(value) + b"\n")
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def pieces(parts: Iterable[str]) -> None:
    """An export, piece by piece and as it is, in UTF-8 whatever the locale says."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(part.encode() for part in parts)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def columns(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Records for a person, one a line as they come.

    A width of 0 takes what the others leave; a negative one sets its column flush right.
    """
    taken = sum(map(abs, widths)) + 2 * (len(widths) - 1)
    room = max(shutil.get_terminal_size().columns - taken, NARROWEST)
    for cells in rows:
        fitted = (_fitted(one_line(c), w or room) for c, w in zip(cells, widths, strict=True))
        _write("  ".join(fitted).rstrip() + "\n")


def finish() -> None:
    """Hand over what is still held back."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def abandon() -> None:
    """Let nothing be written any more, so that a reader's leaving stays without words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _coloured(pieces: Iterable[tuple[str, str]]) -> str:
    """As a terminal takes it; the words are a `Text` of their own, never parsed as markup."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    from tui.appearance import theme_for
    from tui.settings import Settings
    from tui.themes import look

    styles = look(theme_for(Settings(), os.environ)).styles
    text = Text.assemble(*((words, styles[role]) for words, role in pieces))
    width = min(shutil.get_terminal_size().columns, WIDEST)
    paper = Console(file=StringIO(), force_terminal=True, width=width, highlight=False)
    with paper.capture() as captured:
        paper.print(text)
    return captured.get()


def _fitted(words: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size

    if width < 0:
        return " " * max(-width - cell_len(words), 0) + words
    return set_cell_size(words, width) if cell_len(words) <= width else _cut(words, width)


def _cut(words: str, width: int) -> str:
    from rich.cells import set_cell_size

    return set_cell_size(words, width - 1).rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _write(words: str) -> None:
    try:
        sys.stdout.write(words)
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(words.encode(encoding, "replace").decode(encoding))


@cache
def _encoder() -> "msgspec.json.Encoder":
    import msgspec

    return msgspec.json.Encoder(decimal_format="number")
