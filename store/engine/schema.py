"""The inside of a case file: what every table is for, and the marks that say it is a case."""

import re
import sqlite3
from functools import cache
from typing import Final

APPLICATION_ID: Final = 0x43415345
""""CASE", at byte 68 of the file (SQLite's application_id)."""

FORMAT: Final = 2
"""The format of the tables below, at byte 60 of the file (SQLite's user_version)."""

OLDEST: Final = 1
"""The oldest format that can still be opened."""

TABLE_NUMBERS: Final = {"articles": 1, "facts": 2, "marks": 3, "notes": 4, "case": 5}
"""Tables every case has; a table that a script adds takes the next number, for good."""

ID_BITS: Final = 40
"""A document's key is its table's number above this many bits of its id, so that a table is one
range of one b-tree and an id costs no index of its own."""

SCHEMA: Final = """
CREATE TABLE tables (
    no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    listed INTEGER NOT NULL DEFAULT 0,   -- whether TinyDB would list it
    last_id INTEGER NOT NULL DEFAULT 0   -- an article's number is never given twice
);
CREATE TABLE documents (key INTEGER PRIMARY KEY, body NOT NULL);   -- JSON, packed or not

-- The change log. Nothing in it is ever rewritten.
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, user TEXT NOT NULL, session TEXT NOT NULL,
    action TEXT NOT NULL, label TEXT NOT NULL, undoes INTEGER, clock TEXT,
    articles TEXT NOT NULL, hash BLOB NOT NULL, patches NOT NULL
);

CREATE INDEX taken_back ON changes (undoes) WHERE undoes IS NOT NULL;

-- Derived from the log: which changes touched an article, and what each analyst's keys would undo.
CREATE TABLE touched (
    article INTEGER, seq INTEGER, PRIMARY KEY (article, seq)
) WITHOUT ROWID;
CREATE TABLE stacks (
    user TEXT, stack TEXT, seq INTEGER, PRIMARY KEY (user, stack, seq)
) WITHOUT ROWID;

-- Derived from the documents: the list, its filters, its dates, its words.
CREATE TABLE rows (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, published TEXT, source TEXT NOT NULL,
    status TEXT NOT NULL, tags TEXT NOT NULL, facts INTEGER NOT NULL, flagged INTEGER NOT NULL,
    accepted INTEGER NOT NULL, has_note INTEGER NOT NULL
);
CREATE INDEX rows_by_source ON rows (source);   -- a tenth of what a row is, to be looked through
CREATE TABLE texts (
    sha256 BLOB, article INTEGER, PRIMARY KEY (sha256, article)   -- to know a text again
) WITHOUT ROWID;
CREATE TABLE names (
    no INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (field, value)
);
CREATE TABLE terms (
    name INTEGER, article INTEGER, PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE TABLE dates (
    first TEXT, last TEXT, article INTEGER, PRIMARY KEY (first, last, article)
) WITHOUT ROWID;
CREATE INDEX dates_of_articles ON dates (article);
CREATE TABLE amounts (
    field TEXT, what TEXT, unit TEXT, n REAL, article INTEGER,
    PRIMARY KEY (field, what, unit, n, article)
) WITHOUT ROWID;
CREATE INDEX amounts_of_articles ON amounts (article);
CREATE TABLE found (
    article INTEGER PRIMARY KEY, terms TEXT NOT NULL, dates TEXT NOT NULL, amounts TEXT NOT NULL
);
CREATE TABLE totals (what TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (body, note, content='', tokenize='ascii');

-- Derived from the incidents: their facts as they stand (NULL where one is found no more), the
-- list of those not merged into another, what each is found by, and which changes touched it.
CREATE TABLE incident_facts (
    incident INTEGER, article INTEGER, fact TEXT, stands TEXT,
    PRIMARY KEY (incident, article, fact)
) WITHOUT ROWID;
CREATE INDEX facts_in_incidents ON incident_facts (article);
CREATE TABLE incident_rows (
    id INTEGER PRIMARY KEY, winner INTEGER, day TEXT NOT NULL, row TEXT
);
CREATE INDEX incidents_by_day ON incident_rows (day DESC, id DESC) WHERE row IS NOT NULL;
CREATE INDEX merged_incidents ON incident_rows (winner) WHERE winner IS NOT NULL;
CREATE TABLE incident_terms (
    field TEXT, value TEXT, incident INTEGER, PRIMARY KEY (field, value, incident)
) WITHOUT ROWID;
CREATE INDEX terms_of_incidents ON incident_terms (incident);
CREATE TABLE incident_touched (
    incident INTEGER, seq INTEGER, PRIMARY KEY (incident, seq)
) WITHOUT ROWID;

-- Derived from the notes: what they link to, and the words of those on no article.
CREATE TABLE noted (
    word TEXT, kind TEXT, id INTEGER, PRIMARY KEY (word, kind, id)
) WITHOUT ROWID;

-- What is being typed, not yet a change.
CREATE TABLE drafts (
    session TEXT, about TEXT NOT NULL DEFAULT 'article', article INTEGER,
    user TEXT NOT NULL, process TEXT NOT NULL, at TEXT NOT NULL,
    base TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (session, about, article)
);

-- The rows that each analyst has marked in the list: no judgement, and no change.
CREATE TABLE picked (
    user TEXT, article INTEGER, PRIMARY KEY (user, article)
) WITHOUT ROWID;
"""


def unlike(connection: sqlite3.Connection, was: dict[str, str]) -> str | None:
    """The first table or index that is missing from a case or laid out otherwise, None if none.

    `was` is how the case's format laid out those that are laid out otherwise now.
    """
    there = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL"))
    for name, statement in (_laid_out() | was).items():
        if _bare(there.get(name, "")) != statement:
            return name
    return None


@cache
def _laid_out() -> dict[str, str]:
    statements = re.sub("--.*", "", SCHEMA).split(";")
    return {found[1]: _bare(found[0]) for s in statements if (found := _CREATE.search(s))}


_CREATE: Final = re.compile(r"CREATE (?:VIRTUAL )?(?:TABLE|INDEX) (\w+).*", re.DOTALL)


def _bare(statement: str) -> str:
    return " ".join(re.sub("--.*", "", statement).split())
