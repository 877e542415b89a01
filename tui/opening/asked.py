"""Which case a command line asks to see, where that is plain without reading options."""

import os
import sys
from collections.abc import Mapping, Sequence


def asked_for(words: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The path of the case that is about to be opened on the desk; None where that is not plain.

    The places are those of `tui.locations`.
    """
    if sys.platform != "linux":
        return None
    match list(words):
        case ["demo"]:
            return _kept(environ, "sample.case")
        case [] | ["open"]:
            named = environ.get("CASEDESK_CASE")
            return os.path.expanduser(named) if named else _kept(environ, "default.case")  # noqa: PTH111
        case ["open", path] if path and not path.startswith("-"):
            return os.path.expanduser(path)  # noqa: PTH111
    return None


def config_folder(environ: Mapping[str, str]) -> str:
    """The folder of the settings, without what only other systems need to find it."""
    config = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111
    return f"{config}/casedesk"


def _kept(environ: Mapping[str, str], name: str) -> str:
    data = environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return f"{data}/casedesk/{name}"
