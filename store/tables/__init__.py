"""TinyDB on a case: its tables, queries and operations, document by document, safe to share.

    db = CaseDB("morocco.case")
    db.table("people").upsert({"name": "X", "seen": 1}, where("name") == "X")

Every operation of a table is one change of the log: durable, undone like any other, and isolated
from every other process. What is handed out is a copy.
"""

from store.tables.database import CaseDB, CaseStorage, CaseTable

__all__ = ["CaseDB", "CaseStorage", "CaseTable"]
