"""What an analyst makes of the facts: accepted, rejected, corrected, all at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from store.corrected import ANALYST
from store.engine.bodies import ABSENT, Document
from store.engine.clock import now
from store.engine.documents import body
from store.errors import UnknownFact
from store.findings import findings
from store.shapes import Finding, Judgement
from store.tags import catalogue
from store.work import triage
from store.work.intake import article, counted, require
from store.work.known_tags import usable

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_QUOTED = 60
"""Longest quote, in characters, in the label of a change."""


def judge(
    engine: "Engine", article_id: int, judgements: Mapping[str, Judgement], label: str = ""
) -> "Change | None":
    """Give facts of an article a verdict, or take it back; None where nothing differs.

    `label` says it in the words that the analyst knows the facts by.
    """
    with engine.change("judge") as writing:
        found = {finding.key: finding for finding in findings_of(writing, article_id)}
        for key, judgement in judgements.items():
            if key not in found:
                raise UnknownFact(f"Article {article_id} has no fact {key} any more.")
            _put(engine, writing, article_id, found[key], judgement)
        writing.label = label or _label(writing, article_id, found, judgements)
    return writing.change


def accept_all(engine: "Engine", article_id: int) -> "Change | None":
    """Accept every undecided fact that is not flagged, and put the tags that they propose."""
    with engine.change("judge") as writing:
        found = findings_of(writing, article_id)
        open_facts = [f for f in found if f.verdict is None and not f.flags]
        for finding in open_facts:
            _put(engine, writing, article_id, finding, Judgement("accepted"))
        accepted = [f for f in found if f.verdict == "accepted"] + open_facts
        tags = usable(engine, writing, proposed(accepted))
        tags = [tag for tag in tags if tag not in _tags(writing, article_id)]
        triage.put_tags(writing, {article_id: tags}, {"by": engine.user, "at": now()})
        done = [f"accepted {counted(len(open_facts), 'fact')}"] if open_facts else []
        given = [f"tagged {', '.join(tags)}"] if tags else []
        writing.label = ", ".join(done + given)
    return writing.change


def proposed(facts: list[Finding]) -> list[str]:
    """The response tags that facts propose, in the order of the catalogue."""
    sources = {finding.kind for finding in facts}
    sources |= {str(getattr(f.value, "role", "")) for f in facts if f.kind == "count"}
    tags = [tag for tag in catalogue().tags if not tag.hidden]
    return [tag.id for tag in tags if sources.intersection(tag.sources)]


def findings_of(writing: "Writing", article_id: int) -> tuple[Finding, ...]:
    """The facts of an article as they stand; raises `UnknownArticle`."""
    require(writing, article_id)
    text = body(writing.connection, "facts", article_id)
    return findings(text, writing.get("marks", article_id)).facts


def _tags(writing: "Writing", article_id: int) -> Document:
    tags: Document = (writing.get("marks", article_id) or {}).get("tags", {})
    return tags


def _put(
    engine: "Engine", writing: "Writing", article_id: int, finding: Finding, judgement: Judgement
) -> None:
    if judgement.verdict is None or (judgement.verdict == "rejected" and is_added(finding)):
        writing.put("marks", article_id, ("facts", finding.key), ABSENT)
        return
    was = finding.value if finding.corrected else None
    present = Judgement(finding.verdict, was, finding.places)
    if present != judgement:
        put_mark(engine, writing, article_id, finding, judgement)


def put_mark(
    engine: "Engine", writing: "Writing", article_id: int, finding: Finding, judgement: Judgement
) -> None:
    """Write a judgement down, and with a correction what had been found before it."""
    mark: Document = {"verdict": judgement.verdict, "by": engine.user, "at": now()}
    if judgement.value is not None:
        mark["value"] = msgspec.to_builtins(judgement.value)
    if judgement.places:
        mark["places"] = msgspec.to_builtins(judgement.places)
    before = ((writing.get("marks", article_id) or {}).get("facts", {})).get(finding.key, {})
    if "found" in before:
        mark["found"] = before["found"]
    elif mark.keys() & {"value", "places"}:
        first = structs.replace(finding.fact.mentions[0], id="", incidents=())
        mark["found"] = msgspec.to_builtins(first)
    writing.put("marks", article_id, ("facts", finding.key), mark)


def is_added(finding: Finding) -> bool:
    """Whether it is there only because an analyst added it."""
    return not finding.is_found and finding.mentions[0].rule == ANALYST


def _label(
    writing: "Writing",
    article_id: int,
    found: Mapping[str, Finding],
    judgements: Mapping[str, Judgement],
) -> str:
    verbs = {_verb(judgement) for judgement in judgements.values()}
    verb = verbs.pop() if len(verbs) == 1 else "judged"
    if len(judgements) != 1:
        return f"{verb} {counted(len(judgements), 'fact')}"
    (key,) = judgements
    mention = found[key].mentions[0]
    words = article(writing.connection, article_id).text[mention.start : mention.end]
    quote = " ".join(words.split())
    return f"{verb} {quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + '…'}"


def _verb(judgement: Judgement) -> str:
    if judgement.verdict is None:
        return "took back the verdict on"
    return "corrected" if judgement.value is not None else judgement.verdict
