"""What a script may write into the case's own tables: only what every screen can read."""

from functools import cache
from typing import Any, Final

import msgspec

from store.engine import own
from store.engine.bodies import Document
from store.engine.schema import TABLE_NUMBERS
from store.errors import MisshapenDocument
from store.work.intake import text_hash

_WHOLE: Final = frozenset({"facts", "marks", "incidents", "tags"})
"""Tables from which names are taken that articles and incidents are found by."""


@cache
def _kinds() -> dict[str, Any]:
    from facts.model import Extraction

    return {**own.KINDS, "facts": Extraction}


def is_own(table: str) -> bool:
    """Whether it is one of the tables that the case itself reads."""
    return table in TABLE_NUMBERS or table in own.KINDS


def check(table: str, doc_id: int, document: Document) -> None:
    """Raise `MisshapenDocument`, naming the place, where a table of the case cannot hold this."""
    try:
        msgspec.convert(document, _kinds().get(table, dict))
        if table == "marks":
            _check_values(document)
        if table in _WHOLE:
            msgspec.json.encode(document)
    except msgspec.ValidationError as error:
        raise MisshapenDocument(f"Document {doc_id} of {table} was not written: {error}.") from None
    except UnicodeEncodeError:
        raise MisshapenDocument(
            f"Document {doc_id} of {table} was not written: there is half of a character in it"
            " (a lone surrogate); the whole one would do."
        ) from None
    if table == "articles" and document["sha256"] != text_hash(document["text"]):
        raise MisshapenDocument(
            f"Document {doc_id} of articles was not written: the sha256 is not its text's."
        )


def _check_values(marks: Document) -> None:
    from facts.model import AnyValue, Mention

    for fact, verdict in marks.get("facts", {}).items():
        for part, kind in (("value", AnyValue), ("found", Mention)):
            try:
                if part in verdict:
                    msgspec.convert(verdict[part], kind)
            except msgspec.ValidationError as error:
                raise msgspec.ValidationError(f"{error}, the {part} of {fact}") from None
