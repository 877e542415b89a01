"""The facts of an article with their verdicts: what the rules found, what an analyst made of it."""

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from store.engine.bodies import Document, Garbled, checked
from store.shapes import Finding, Findings

if TYPE_CHECKING:
    from facts.model import AnyValue, Extraction


@cache
def _decoders() -> tuple["msgspec.json.Decoder[Extraction]", Any]:
    from facts.model import AnyValue, Extraction

    return msgspec.json.Decoder(Extraction), AnyValue


def extraction(body: str) -> "Extraction":
    """What the rules found, from its JSON in the case."""
    try:
        return _decoders()[0].decode(body)
    except msgspec.DecodeError as error:
        raise Garbled(f"what the rules found is not what it was: {error}") from error


def value_of(document: Document) -> "AnyValue":
    """A corrected value, from the analyst's marks."""
    value: AnyValue = checked(document, _decoders()[1])
    return value


def findings(body: str | None, marks: Document | None) -> Findings:
    """All findings of an article, from its facts' JSON and its marks."""
    if body is None:
        return Findings()
    from facts.model import facts_of

    found = extraction(body)
    judged: Document = (marks or {}).get("facts", {})
    return Findings(
        facts=tuple(
            Finding(fact, fact.value) if (mark := judged.get(fact.key)) is None
            else Finding(
                fact,
                value_of(mark["value"]) if "value" in mark else fact.value,
                mark["verdict"], mark["by"], mark["at"], "value" in mark,
            )
            for fact in facts_of(found.mentions)
        ),
        incidents=found.incidents,
        boilerplate=found.boilerplate,
        published=found.published,
        extracted=True,
    )  # fmt: skip
