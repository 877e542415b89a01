"""Data for whoever reads it, a person or a program: stdout's one writer."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from tui.plain import one_line, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

_JSON = msgspec.json.Encoder(decimal_format="number")


class ReaderGoneError(Exception):
    """Whoever read our output has had enough (``casedesk list | head``)."""


def is_terminal() -> bool:
    """Whether a person reads the output as it comes."""
    return sys.stdout.isatty()


def line(text: str = "") -> None:
    """One line of text; control characters in it are shown, not obeyed."""
    _write(plain(text).replace("\n", " ") + "\n")


def prose(words: str) -> None:
    """Text of several lines, as it is but for its control characters."""
    _write(plain(words).rstrip("\n") + "\n")


def row(cells: Iterable[str]) -> None:
    """One record with a tab between its cells, for cut and awk."""
    _write("\t".join(one_line(cell) for cell in cells) + "\n")


def document(value: object) -> None:
    """One value as a line of JSON, in UTF-8 whatever the locale says."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(_JSON.encode(value) + b"\n")
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, grows: str) -> None:
    """Records for a person, one a line; the column named by `grows` gives way to the others."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, header_style="bold", pad_edge=False, expand=False)
    for header in headers:
        flexible = header == grows
        grid.add_column(
            header, no_wrap=True, overflow="ellipsis", ratio=1 if flexible else None,
            min_width=20 if flexible else None,
        )  # fmt: skip
    for cells in rows:
        grid.add_row(*(Text(one_line(cell)) for cell in cells))
    show(grid)


def show(renderable: "RenderableType") -> None:
    """Something laid out for a person at a terminal."""
    from rich.console import Console

    Console(file=sys.stdout, markup=False, highlight=False, emoji=False).print(renderable)


def finish() -> None:
    """Hand over what is still held back."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def abandon() -> None:
    """Let nothing be written any more, so that a reader's leaving stays without words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(words: str) -> None:
    try:
        sys.stdout.write(words)
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(words.encode(encoding, "replace").decode(encoding))
