"""What is said of a fact, as the case keeps it: a verdict, and what was corrected with it."""

from facts.model import AnyValue, fact_key, with_reading
from store import Finding, Judgement
from store.shapes import Placed, Verdict

Span = tuple[int, int]
"""Where words of an article begin and end."""

GIVEN_BACK = Judgement(None)
"""What is left of a correction that is taken back: the rules say it again."""


def kept(fact: Finding, verdict: Verdict) -> Judgement:
    """A verdict on a fact with what was corrected in it."""
    return Judgement(verdict, fact.value if fact.corrected else None, fact.places)


def corrected(fact: Finding, value: AnyValue, was: Span, now: Span) -> Judgement:
    """A value that was typed or read, and words that were moved; what the rules say is not kept."""
    is_own = fact_key(value) != fact_key(fact.fact.value)
    return Judgement("accepted", value if is_own else None, _placed(fact, was, now))


def suggested(fact: Finding) -> AnyValue | None:
    """What a doubtful number may mean instead, None where nothing is suggested."""
    reading = getattr(fact.fact.value, "suggested", None)
    return with_reading(fact.fact.value, reading) if reading else None


def read_as(fact: Finding, value: AnyValue) -> Judgement:
    """Another value at the same words."""
    return Judgement("accepted", value, fact.places)


def _placed(fact: Finding, was: Span, now: Span) -> tuple[Placed, ...]:
    """The places of a fact that an analyst chose, once one of its mentions moved."""
    before = next((p for p in fact.places if (p.start, p.end) == was), None)
    others = tuple(p for p in fact.places if p is not before)
    origin = before.was if before else was
    if now in (was, origin) and before is None:
        return others
    return (*others, Placed(*now, was=origin)) if now != origin else others
