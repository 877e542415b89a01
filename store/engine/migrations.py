"""Cases of an older format: brought to this one when they are opened to be worked in.

Each step is one transaction, and is begun only when a copy of the case as it was lies beside it.
Who opens an older case only to read it is shown it as it would be, and its file stays as it is:
a case that may not be written, or that one wants to leave as it was found, can still be read.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from store.engine.bodies import Garbled
from store.engine.copying import backup_folder, copy
from store.engine.schema import FORMAT, OLDEST
from store.errors import CaseError, NewerCase


class Step(NamedTuple):
    """From one format to the next."""

    statements: tuple[str, ...]
    """What makes the next format of it; later ones never change what stands here."""
    was: dict[str, str]
    """How the tables and indexes that it changes were laid out; "" is one that was not there."""
    shown: tuple[str, ...]
    """What shows it as the next format to who only reads: views and tables of their own."""


_INCIDENTS: Final = (
    "CREATE TABLE incident_facts ( incident INTEGER, article INTEGER, fact TEXT, "
    "stands TEXT, PRIMARY KEY (incident, article, fact) ) WITHOUT ROWID",
    "CREATE INDEX facts_in_incidents ON incident_facts (article)",
    "CREATE TABLE incident_rows ( id INTEGER PRIMARY KEY, winner INTEGER, day TEXT "
    "NOT NULL, row TEXT )",
    "CREATE INDEX incidents_by_day ON incident_rows (day DESC, id DESC) WHERE row IS NOT NULL",
    "CREATE INDEX merged_incidents ON incident_rows (winner) WHERE winner IS NOT NULL",
    "CREATE TABLE incident_terms ( field TEXT, value TEXT, incident INTEGER, PRIMARY "
    "KEY (field, value, incident) ) WITHOUT ROWID",
    "CREATE INDEX terms_of_incidents ON incident_terms (incident)",
    "CREATE TABLE incident_touched ( incident INTEGER, seq INTEGER, PRIMARY KEY "
    "(incident, seq) ) WITHOUT ROWID",
)
"""The tables that are derived from incidents, of which a case of format 1 has none."""


_LISTS: Final = (
    "CREATE INDEX rows_by_source ON rows (source)",
    "CREATE INDEX dates_of_articles ON dates (article)",
    "CREATE INDEX amounts_of_articles ON amounts (article)",
    "CREATE TABLE picked ( user TEXT, article INTEGER, PRIMARY KEY (user, article) ) WITHOUT ROWID",
)
"""What articles are found by, and the rows that are marked."""


_NOTES: Final = (
    "CREATE TABLE noted ( word TEXT, kind TEXT, id INTEGER, PRIMARY KEY (word, kind, id) )"
    " WITHOUT ROWID",
)
"""What notes link to, and the words of notes on incidents and on the case."""


STEPS: Final = {
    1: Step(
        statements=(
            "ALTER TABLE drafts RENAME TO drafts_1",
            "CREATE TABLE drafts ("
            " session TEXT, about TEXT NOT NULL DEFAULT 'article', article INTEGER,"
            " user TEXT NOT NULL, process TEXT NOT NULL, at TEXT NOT NULL,"
            " base TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (session, about, article) )",
            "INSERT INTO drafts SELECT session, 'article', article, user, process, at, base, text"
            " FROM drafts_1",
            "DROP TABLE drafts_1",
            *_INCIDENTS,
            *_LISTS,
            *_NOTES,
        ),
        was={
            **dict.fromkeys((made.split()[2] for made in (*_INCIDENTS, *_LISTS, *_NOTES)), ""),
            "drafts": "CREATE TABLE drafts ( session TEXT, article INTEGER, user TEXT NOT NULL,"
            " process TEXT NOT NULL, at TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL,"
            " PRIMARY KEY (session, article) )",
        },
        shown=(
            "CREATE TEMP VIEW drafts AS SELECT session, 'article' AS about, article, user,"
            " process, at, base, text FROM main.drafts",
            *(
                made.replace("CREATE TABLE", "CREATE TEMP TABLE")
                for made in (*_INCIDENTS, *_LISTS, *_NOTES)
                if made.startswith("CREATE TABLE")
            ),
        ),
    )
}
"""By the format that each begins with."""


def format_of(connection: sqlite3.Connection) -> int:
    """The format that a case has now; raises `Garbled` where this casedesk knows none such."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not OLDEST <= version <= FORMAT:
        raise Garbled(f"it says of itself that it is of format {version}")
    return version


def refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `NewerCase` where a newer casedesk has brought the case to its format meanwhile.

    What this one wrote would leave out what that one derives from it.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > FORMAT:
        raise NewerCase(
            f"{path} was brought to format {version} by a newer casedesk, and nothing was changed: "
            f"this one has it open in format {FORMAT}; open it again with that version or a later "
            "one."
        )


def layout_before(version: int) -> dict[str, str]:
    """How a case of that format is laid out where this one's tables are laid out otherwise."""
    was: dict[str, str] = {}
    for step in range(FORMAT - 1, version - 1, -1):
        was |= STEPS[step].was
    return was


def show(connection: sqlite3.Connection) -> None:
    """Show a case of an older format as one of this; nothing is written to its file."""
    for step in range(format_of(connection), FORMAT):
        for statement in STEPS[step].shown:
            connection.execute(statement)


def bring_up(
    connection: sqlite3.Connection, path: Path, derive: Callable[[sqlite3.Connection], None]
) -> None:
    """Bring a case to this format inside the transaction that holds the right to write.

    `derive` fills what was not derived from documents before. Raises `CaseError` where no copy of
    the case as it was can be made; then nothing is changed.
    """
    version = format_of(connection)
    if version >= FORMAT:
        return  # another process was first
    try:
        _keep_as_it_was(path, version)
    except (OSError, sqlite3.Error) as error:
        raise CaseError(
            f"{path} is of format {version} and was not brought to format {FORMAT}, as no copy of "
            f"it could be made beside it: {error}."
        ) from error
    for step in range(version, FORMAT):
        for statement in STEPS[step].statements:
            connection.execute(statement)
    derive(connection)
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def _keep_as_it_was(path: Path, version: int) -> None:
    now = datetime.now(UTC)
    copy(path, backup_folder(path) / f"{now:%Y-%m-%dT%H%M%S.%f}Z-format-{version}.case")
