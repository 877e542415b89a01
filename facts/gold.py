"""An extraction in the shape of the project's gold standard, as ``casedesk extract`` prints it."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import to_builtins

from facts.model import Boilerplate, Extraction, Incident, Mention


def document(name: str, data: bytes | None, text: str, extraction: Extraction) -> dict[str, Any]:
    """One document: `data` are the file's bytes, the text's UTF-8 where there is no file."""
    raw = text.encode("utf-8", errors="surrogatepass") if data is None else data
    return {
        "doc": name,
        "sha256": hashlib.sha256(raw).hexdigest(),
        "chars": len(text),
        "language": extraction.language,
        "published": _plain(extraction.published),
        "rules": extraction.rules,
        "facts": [_fact(text, mention) for mention in extraction.mentions],
        "incidents": [_incident(incident) for incident in extraction.incidents],
        "boilerplate": [_hidden(text, part) for part in extraction.boilerplate],
    }


def _fact(text: str, mention: Mention) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "id": mention.id,
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "quote": text[mention.start : mention.end],
        "value": _plain(mention.value),
        "rule": mention.rule,
    }
    for key in ("polarity", "reported_by"):
        if getattr(mention, key):
            fact[key] = getattr(mention, key)
    for key in ("reasons", "incidents"):
        if getattr(mention, key):
            fact[key] = list(getattr(mention, key))
    return fact


def _incident(incident: Incident) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(incident)
    return {key: value for key, value in plain.items() if value is not None or key == "date"}


def _hidden(text: str, part: Boilerplate) -> dict[str, Any]:
    quote = text[part.start : part.end]
    return {"start": part.start, "end": part.end, "quote": quote, "reason": part.reason}


def _plain(value: Any) -> Any:
    """A value as JSON has it: no kind tag, decimals as numbers."""
    return _numbers(to_builtins(value, builtin_types=(Decimal,)))


def _numbers(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: _numbers(part) for key, part in value.items() if key != "kind"}
    if isinstance(value, list | tuple):
        return [_numbers(part) for part in value]
    return value
