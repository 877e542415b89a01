"""Why a fact is there: its words, its rule, its doubts, who says it, what was made of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from facts.model import Incident, Mention
from tui import wording
from tui.days import day
from tui.doubts import as_printed, reading, why_doubted
from tui.incident_words import incident_words
from tui.plain import one_line

if TYPE_CHECKING:
    from store import Finding

_AROUND = 70
"""Characters of the text shown on either side of the words of a fact."""


class Detail(NamedTuple):
    """One thing to know about a fact, under a label of one or two words."""

    label: str
    words: str


def details(mention: Mention) -> Iterator[Detail]:
    """Who says it, what is doubted about it and why, and the reading that is suggested."""
    if mention.polarity:
        yield Detail("polarity", f"{mention.polarity}; the text does not say that it is so")
    if mention.reported_by:
        yield Detail("issued by", one_line(mention.reported_by))
    if mention.flags:
        yield Detail("doubted", why_doubted(mention.flags))
        yield Detail("printed", one_line(as_printed(mention.value)))
    for reason in mention.reasons:
        yield Detail("because", one_line(reason))
    if mention.suggested:
        yield Detail("suggested", reading(mention.value, mention.suggested))


def judged(finding: "Finding") -> Iterator[Detail]:
    """What the fact says as it stands, and who judged it when."""
    stands = wording.as_it_stands(finding.value, finding.corrected)
    yield Detail(wording.KINDS[finding.kind], one_line(stands))
    if finding.corrected:
        yield Detail("found", one_line(wording.words(finding.fact.value)))
    for place in finding.places:
        was = f", where the rules saw {place.was[0]:,} to {place.was[1]:,}" if place.was else ""
        yield Detail("words by", f"an analyst: {place.start:,} to {place.end:,}{was}")
    if finding.verdict:
        is_other = finding.corrected and finding.verdict == "accepted"
        how = "accepted with another reading" if is_other else finding.verdict
        yield Detail("verdict", f"{how} by {one_line(finding.by or '?')}, {_when(finding.at)}")
    else:
        yield Detail("verdict", "not judged yet")


def found(mention: Mention, text: str, incidents: Iterable[Incident]) -> Iterator[Detail]:
    """The words of a mention in their sentence, the rule that saw them, and all else about it."""
    yield Detail("words", _in_context(text, mention.start, mention.end))
    yield Detail("place", f"characters {mention.start:,} to {mention.end:,}")
    yield Detail("rule", mention.rule)
    yield from details(mention)
    supported = [incident for incident in incidents if incident.id in mention.incidents]
    for incident in supported:
        yield Detail("incident", one_line(incident_words(incident)))
    if not supported:
        yield Detail("incident", "none")


def _in_context(text: str, start: int, end: int) -> str:
    """The words in brackets between what stands before and after them in their line."""
    before = text[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = f"… {before.partition(' ')[2] or before}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0] or after} …"
    return one_line(f"{before}[{text[start:end]}]{after}")


def _when(at: str | None) -> str:
    return f"{day(at[:10])} {at[11:16]} UTC" if at else "at an unknown time"
