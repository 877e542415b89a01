"""A case on a disk that is filled and emptied again: what one meets there, as lines of text.

Run with the folder of a small disk; tests say what the lines should be.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from store import Case, CaseError, NewArticle, open_case

NOTE = "words " * 100_000
TEXTS = [
    NewArticle(f"T{n}", f"Article {n}. " + "police " * 2000, f"{n}.txt", "/") for n in range(9)
]


def fill(folder: Path) -> None:
    """Leave not a block on the disk."""
    opened = os.open(folder / "fill", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        for size in (65536, 4096, 1):
            while os.write(opened, bytes(size)) == size:
                pass
    except OSError:
        pass
    finally:
        os.close(opened)


def say(*words: object) -> None:
    """Print a line for the test to read."""
    print(*words)  # noqa: T201  what the test reads


def tell(what: str, act: Callable[[], object]) -> None:
    """Print how an act ended."""
    try:
        say(what, "->", act())
    except CaseError as error:
        say(what, "!!", type(error).__name__, error)


def act(case: Case, folder: Path) -> None:
    """Work on while the disk is filled and emptied."""
    tell("import", lambda: len(case.add_articles(TEXTS).added))
    fill(folder)
    tell("tag", lambda: case.tag([1], ["drugs/cannabis"]))
    tell("trouble", lambda: case.trouble)
    tell("draft", lambda: case.save_draft(1, NOTE[:-1]))
    tell("note", lambda: case.write_note(1, NOTE) and "kept")
    tell("trouble", lambda: case.trouble)
    tell("tag", lambda: case.tag([1], ["drugs/cannabis"]))
    tell("read", lambda: (case.count(), case.note(1) == NOTE, "police" in case.article(9).text))
    tell("notes", lambda: _write_on(case))
    tell("read", lambda: (case.count(), case.note(1)[:5]))
    (folder / "fill").unlink()
    tell("tag", lambda: case.tag([1], ["drugs/cannabis"]) and "tagged")
    tell("trouble", lambda: case.trouble)


def _write_on(case: Case) -> None:
    for n in range(100):
        case.write_note(1, f"{n:05}" + NOTE)


def open_when_full(path: Path) -> None:
    """Open a case where there is no room even for what lies beside it."""
    fill(path.parent)
    tell("open", lambda: open_case(path))
    with open_case(path, read_only=True) as case:
        tell("read", lambda: (case.count(), case.note(1)[:5]))
    (path.parent / "fill").unlink()
    with open_case(path) as case:
        tell("tag", lambda: case.tag([2], ["drugs/cannabis"]) and "tagged")


def open_after_a_kill(path: Path) -> None:
    """Open what a killed process left behind on a full disk: its spare is there to begin with."""
    if (child := os.fork()) == 0:
        try:
            open_case(path, user="ana").save_draft(3, "before the kill")
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    Path(f"{path}-shm").unlink()  # as after a restart of the machine
    fill(path.parent)
    with open_case(path, user="ana") as case:
        tell("drafts", lambda: [draft.text for draft in case.drafts()])
        tell("note", lambda: case.write_note(4, "after it") and case.note(4))
    (path.parent / "fill").unlink()
    with open_case(path, user="ana") as case:
        tell("recovered", lambda: (len(case.recovered), case.note(3)))


def main(folder: Path) -> None:
    """Do all of it."""
    path = folder / "try.case"
    with open_case(path, create=True, user="ana") as case:
        act(case, folder)
        say("beside", *sorted(file.name for file in folder.iterdir()))
    say("left", *sorted(file.name for file in folder.iterdir()))
    open_when_full(path)
    open_after_a_kill(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
