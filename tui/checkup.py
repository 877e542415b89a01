"""What a desk needs around it, looked at piece by piece."""

import codecs
import contextlib
import importlib.metadata
import locale
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui import locations
from tui.appearance import theme_for
from tui.diagnostics import RefusedError
from tui.settings import Settings

LITTLE_MB = 50
"""Less free room than this is worth a word: a case grows with every change."""

LIBRARIES = ("textual", "rich", "tinydb", "msgspec", "click", "platformdirs")


class Finding(NamedTuple):
    """One thing that was looked at: how it is, and what to do where that will not do."""

    subject: str
    state: str
    remedy: str = ""


def checks(case: Path) -> Iterator[Finding]:
    """Everything looked at, in the order of what depends on what."""
    yield Finding("casedesk", _version("casedesk"))
    yield _python()
    yield from map(_library, LIBRARIES)
    yield _sqlite()
    yield _terminal()
    yield _size()
    yield _colours()
    yield _locale()
    yield _rules()
    yield _case(case)
    yield _drafts(case)
    yield _room(case)
    yield _logs()


def _python() -> Finding:
    return Finding("python", f"{platform.python_version()} in {sys.executable}")


def _library(name: str) -> Finding:
    version = _version(name)
    remedy = "" if version else f"Install it: {sys.executable} -m pip install {name}"
    return Finding(name, version or "missing", remedy)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _sqlite() -> Finding:
    version = sqlite3.sqlite_version
    with contextlib.closing(sqlite3.connect(":memory:")) as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" in options:
        return Finding("sqlite", f"{version} with FTS5")
    return Finding(
        "sqlite", f"{version} without FTS5", "Use a Python whose SQLite has full-text search."
    )


def _terminal() -> Finding:
    kind = os.environ.get("TERM", "")
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return Finding("terminal", f"none here (TERM is {kind or 'not set'})")
    if kind in {"", "dumb", "unknown"}:
        return Finding(
            "terminal",
            f"TERM is {kind or 'not set'}",
            "Set TERM to what the terminal is, such as xterm-256color.",
        )
    over = " over SSH" if "SSH_CONNECTION" in os.environ else ""
    inside = " in tmux" if "TMUX" in os.environ else ""
    return Finding("terminal", f"{kind}{inside}{over}")


def _size() -> Finding:
    if not sys.stdout.isatty():
        return Finding("size", "no terminal to measure")
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    small = 0 < columns < 60 or 0 < rows < 16
    return Finding(
        "size",
        f"{columns}x{rows}",
        "Make it 80x24 or larger; 120x40 shows four panes." if small else "",
    )


def _colours() -> Finding:
    if "NO_COLOR" in os.environ:
        return Finding("colours", "none, as NO_COLOR asks")
    if theme_for(Settings(), os.environ) == "mono":
        return Finding("colours", "none")
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return Finding("colours", "16 million")
    return Finding("colours", "256" if "256" in os.environ.get("TERM", "") else "16")


def _locale() -> Finding:
    encoding = codecs.lookup(sys.stdout.encoding or locale.getencoding()).name
    if encoding == "utf-8":
        return Finding("locale", "UTF-8")
    return Finding(
        "locale",
        f"{encoding}: letters outside it will show as question marks",
        "Set LANG to a UTF-8 locale such as C.UTF-8, or PYTHONUTF8=1.",
    )


def _rules() -> Finding:
    from tui.own_rules import own_files
    from tui.rulebook import rule_book

    files = own_files()
    try:
        rule_book()
    except RefusedError as error:
        return Finding("rules", f"yours in {locations.rules_folder()}", str(error))
    own = f"files of your own: {len(files)}, in" if files else "built-in; yours would go into"
    return Finding("rules", f"{own} {locations.rules_folder()}")


def _case(path: Path) -> Finding:
    if not path.exists():
        return Finding("case", f"{path} (not there yet: casedesk import makes it)")
    from store import CaseError, open_case

    try:
        with open_case(path, read_only=True) as case:
            count = case.count()
    except CaseError as error:
        return Finding("case", str(path), str(error))
    return Finding("case", f"{path} ({count:,} articles)")


def _drafts(case: Path) -> Finding:
    """Drafts of notes are kept in the case; its journal is written beside it."""
    folder = _existing(case.parent)
    locked = [place for place in (folder, case) if place.exists() and not os.access(place, os.W_OK)]
    if not locked:
        return Finding("drafts", "kept in the case, which can be written")
    return Finding(
        "drafts",
        f"{locked[0]} may not be written",
        f"Get the right to write it, or take a copy: cp {case} elsewhere.case",
    )


def _room(case: Path) -> Finding:
    free_mb = shutil.disk_usage(_existing(case.parent)).free // 1_000_000
    remedy = "Make room: a full disk takes no change." if free_mb < LITTLE_MB else ""
    return Finding("room", f"{free_mb:,} MB free for the case", remedy)


def _logs() -> Finding:
    folder = _existing(locations.state_folder())
    if os.access(folder, os.W_OK):
        return Finding("logs", f"crashes are told in {locations.state_folder()}")
    return Finding(
        "logs", f"{folder} may not be written", "Set XDG_STATE_HOME to a folder of yours."
    )


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())
