"""What can be saved of a damaged case, in a new file; the old one is left exactly as it is.

Documents and log are held against each other: the log tells which of the pieces of a document is
the right one and brings back short ones that are gone, and what it cannot explain is written into
it as one last change, so that the new case is whole and says what it has been through.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from store.care.debris import Debris
from store.care.exclusive import alone
from store.care.flaws import Progress, silent
from store.care.image import image_of
from store.care.salvage import Salvage, Saved
from store.engine import files
from store.engine.copying import copy, like
from store.engine.failures import FAILURES
from store.errors import CaseError, CaseMissing


def repair(path: Path, target: Path, progress: Progress = silent) -> Saved:
    """Save what can be saved into a new case, at a place where nothing is.

    Raises `CaseMissing` where there is no file, `CaseBusy` where somebody has the case open,
    `CaseError` where there is nothing to save.
    """
    if not path.is_file():
        raise CaseMissing(f"There is no file at {path} that could be repaired.")
    if target.exists():
        raise CaseError(f"{target} is there already; a repair never writes over a file.")
    try:
        with alone(path), TemporaryDirectory(prefix=".repair-", dir=target.parent) as folder:
            image, fresh = Path(folder) / "image", Path(folder) / "fresh.case"
            holes = image_of(path, image)
            with closing(Debris()) as debris:
                progress("what can be read", 0, 1)
                debris.gather(image)
                files.make(fresh)
                with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
                    saved = Salvage(connection, debris, path, progress).run()
            if not saved.articles and not saved.changes:
                raise CaseError(f"Nothing of a case was found in {path}; no file was made.")
            like(path, fresh)
            copy(fresh, target)
    except (OSError, *FAILURES) as error:
        raise CaseError(f"{path} was not repaired: {error}.") from error
    return msgspec.structs.replace(saved, path=target, lost=(*holes, *saved.lost))
