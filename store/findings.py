"""The facts of an article with their verdicts: what the rules found, what an analyst made of it."""

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from store import corrected
from store.engine.bodies import Document, Garbled
from store.shapes import Findings

if TYPE_CHECKING:
    from facts.model import Extraction


@cache
def _decoder() -> "msgspec.json.Decoder[Extraction]":
    from facts.model import Extraction

    return msgspec.json.Decoder(Extraction)


def extraction(body: str) -> "Extraction":
    """What the rules found, from its JSON in the case."""
    try:
        return _decoder().decode(body)
    except msgspec.DecodeError as error:
        raise Garbled(f"what the rules found is not what it was: {error}") from error


def findings(body: str | None, marks: Document | None) -> Findings:
    """All findings of an article, from its facts' JSON and its marks."""
    judged: Document = (marks or {}).get("facts", {})
    if body is None:
        return Findings(corrected.standing((), judged))
    from facts.model import facts_of

    found = extraction(body)
    return Findings(
        facts=corrected.standing(facts_of(found.mentions), judged),
        incidents=found.incidents,
        boilerplate=found.boilerplate,
        published=found.published,
        extracted=True,
    )
