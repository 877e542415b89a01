"""What analysts made of the facts of an article, put over what the rules found in it.

A mark keeps, beside its verdict, the corrected value, the corrected places of the words, and what
had been found when it was made: so a correction stands whatever the rules find later.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs

from store.engine.bodies import Document, checked
from store.shapes import Finding, Placed

if TYPE_CHECKING:
    from facts.model import AnyValue, Fact, Mention

ANALYST: Final = "analyst"
"""The rule of a fact, or of a place in the text, that an analyst added."""

_GONE: Final = "the rules find it no more; it stands as an analyst corrected it"


@cache
def _kinds() -> tuple[Any, Any]:
    from facts.model import AnyValue, Mention

    return AnyValue, Mention


def value_of(document: Document) -> "AnyValue":
    """A corrected value, from the analyst's marks."""
    value: AnyValue = checked(document, _kinds()[0])
    return value


def found_of(document: Document) -> "Mention":
    """What had been found when an analyst corrected it, or what was added; from the marks."""
    mention: Mention = checked(document, _kinds()[1])
    return mention


def standing(facts: Sequence["Fact"], judged: Mapping[str, Document]) -> tuple[Finding, ...]:
    """The facts as they stand, each once: judged, corrected and added.

    They are in the order of their first words, where an analyst moved or added any.
    """
    if not judged:
        return tuple(Finding(fact, fact.value) for fact in facts)
    known = {fact.key: fact for fact in facts}
    gone = {key: mark for key, mark in judged.items() if "found" in mark and key not in known}
    again = {now: key for key, mark in gone.items() if (now := _found_as(mark, known, judged))}
    findings = [_finding(fact, judged.get(fact.key)) for fact in facts if fact.key not in again]
    for now, key in again.items():
        one = known[now]
        same = (
            one if now in judged else structs.replace(one, key=key, value=_found(gone[key]).value)
        )
        findings.append(_finding(same, judged.get(now, gone[key])))
    missed = [key for key in gone if key not in again.values()]
    findings += [_kept(key, gone[key]) for key in missed]
    if gone or any(finding.places for finding in findings):
        findings.sort(key=lambda finding: finding.mentions[0].start)
    return tuple(findings)


def _finding(fact: "Fact", mark: Document | None) -> Finding:
    if mark is None:
        return Finding(fact, fact.value)
    places = tuple(checked(mark.get("places", ()), tuple[Placed, ...]))
    if places:
        fact = structs.replace(fact, mentions=_placed(fact.mentions, places))
    value = value_of(mark["value"]) if "value" in mark else fact.value
    return Finding(
        fact, value, mark["verdict"], mark["by"], mark["at"], "value" in mark, places
    )  # fmt: skip


def _kept(key: str, mark: Document) -> Finding:
    """A fact that the rules do not find: corrected while they did, or added by an analyst."""
    from facts.model import Fact

    mention = _found(mark)
    if mention.rule != ANALYST:
        mention = structs.replace(mention, reasons=(*mention.reasons, _GONE))
    finding = _finding(Fact(key, mention.value, (mention,)), mark)
    return structs.replace(finding, is_found=False)


def _found_as(mark: Document, known: Mapping[str, "Fact"], judged: Mapping[str, Document]) -> str:
    """The fact by which the rules now say at the same words what the analyst said, "" if none."""
    from facts.model import fact_key

    if "value" not in mark:
        return ""
    now = known.get(fact_key(value_of(mark["value"])))
    if now is None or "value" in judged.get(now.key, ()):
        return ""
    spans = [Placed(*span) for span in _spans(mark)]
    is_there = any(_touch(mention, span) for mention in now.mentions for span in spans)
    return now.key if is_there else ""


def _spans(mark: Document) -> Iterator[tuple[int, int]]:
    found = _found(mark)
    yield found.start, found.end
    for place in checked(mark.get("places", ()), tuple[Placed, ...]):
        yield place.start, place.end


def _placed(mentions: tuple["Mention", ...], places: tuple[Placed, ...]) -> tuple["Mention", ...]:
    """The mentions of a fact, with those that an analyst put in the place of what they touch."""
    from facts.model import Mention

    now = list(mentions)
    for place in places:
        same = [m for m in now if (m.start, m.end) == place.was or _touch(m, place)]
        own = same[0] if same else Mention(0, 0, mentions[0].value, ANALYST)
        now = [m for m in now if m not in same]
        now.append(structs.replace(own, start=place.start, end=place.end))
    return tuple(sorted(now, key=lambda mention: mention.start))


def _touch(mention: "Mention", place: Placed) -> bool:
    return mention.start < place.end and place.start < mention.end


def _found(mark: Document) -> "Mention":
    return found_of(mark["found"])
