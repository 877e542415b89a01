"""The analyst's own editor, for a note."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple

_FALLBACK = "vi"


class EditorError(Exception):
    """The editor could not be started or ended with an error; the note is as it was."""


class Edited(NamedTuple):
    """What came back from the editor."""

    text: str
    problem: str = ""
    """Why it may not be all: the editor was killed, and this is what it had saved."""


def edited(text: str, environ: Mapping[str, str] | None = None) -> Edited:
    """The text after the editor; $VISUAL, then $EDITOR, then vi.

    The file it works on can be read by nobody else. An exit code says that the note is to stay as
    it was (`:cq`); where the editor was killed, what it had saved is kept. Raises EditorError where
    it cannot be started, says so, or leaves something that is not text; what it left beside an
    untouched file, such as vi's record of a lost line, then stays where the error says.
    """
    environ = os.environ if environ is None else environ
    command = environ.get("VISUAL") or environ.get("EDITOR") or _FALLBACK
    folder = Path(mkdtemp(prefix="casedesk-"))
    file = folder / "note.txt"
    with open(file, "x", opener=_private, encoding="utf-8", newline="") as writing:
        writing.write(text)
    try:
        found = _written(command, file, text)
    except EditorError as error:
        if _is_untouched(file, text):
            rmtree(folder, ignore_errors=True)
            raise
        raise EditorError(f"{error}; what it left is in {folder}") from error
    if found.problem and not _is_alone(file):
        return Edited(found.text, f"{found.problem}; more may be in {folder}")
    rmtree(folder, ignore_errors=True)
    return found


def _written(command: str, file: Path, text: str) -> Edited:
    code = _run(command, file)
    if code > 0:
        raise EditorError(f"{command} ended with exit code {code}; the note is as it was")
    try:
        written = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EditorError(f"what {command} left cannot be read: {error}") from error
    if not text.endswith("\n"):
        written = written.removesuffix("\n")
    problem = f"{command} was killed by signal {-code}" if code else ""
    if problem and written in ("", text):
        raise EditorError(f"{problem}; the note is as it was")
    return Edited(written, f"{problem}; the note is as it had saved it" if problem else "")


def _is_untouched(file: Path, text: str) -> bool:
    """Whether the editor left nothing that is not in the note."""
    try:
        return _is_alone(file) and file.read_bytes() in (b"", text.encode())
    except OSError:
        return False


def _is_alone(file: Path) -> bool:
    return [one.name for one in file.parent.iterdir()] == [file.name]


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def _run(command: str, file: Path) -> int:
    try:
        return subprocess.call([*shlex.split(command), str(file)])
    except (OSError, ValueError) as error:
        raise EditorError(f"{command} cannot be started: {error}; set $VISUAL") from error
