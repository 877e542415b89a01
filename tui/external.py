"""The analyst's own editor, for a note."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_FALLBACK = "vi"


class EditorError(Exception):
    """The editor could not be started or ended with an error."""


def edited(text: str, environ: Mapping[str, str] | None = None) -> str:
    """The text after the editor; $VISUAL, then $EDITOR, then vi.

    Raises EditorError where it cannot be started, fails, or leaves something that is not text.
    """
    environ = os.environ if environ is None else environ
    command = environ.get("VISUAL") or environ.get("EDITOR") or _FALLBACK
    with TemporaryDirectory(prefix="casedesk-") as folder:
        file = Path(folder, "note.txt")
        file.write_text(text, encoding="utf-8")
        _run(command, file)
        try:
            written = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EditorError(f"what {command} left cannot be read: {error}") from error
    return written if text.endswith("\n") else written.removesuffix("\n")


def _run(command: str, file: Path) -> None:
    try:
        code = subprocess.call([*shlex.split(command), str(file)])
    except (OSError, ValueError) as error:
        raise EditorError(f"{command} cannot be started: {error}; set $VISUAL") from error
    if code:
        raise EditorError(f"{command} ended with exit code {code}; the note is as it was")
