"""Facts that the rules missed: added by an analyst, from words of the text."""

from typing import TYPE_CHECKING

from store.corrected import ANALYST
from store.errors import FactRefused
from store.shapes import Finding, Judgement, Placed
from store.work.intake import article
from store.work.judging import findings_of, put_mark

if TYPE_CHECKING:
    from facts.model import AnyValue
    from store.changes.log import Change
    from store.changes.writing import Engine


class Adding:
    """Adding facts to the articles of a case."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def add(
        self, article_id: int, start: int, end: int, value: "AnyValue", label: str = ""
    ) -> "Change | None":
        """Say that words of an article mean a value; the fact is accepted at once.

        Where the article says so elsewhere already, it gets one more place. None where the fact
        stands at these very words; raises `FactRefused` for words that are not in the text.
        """
        with self._engine.change("judge") as writing:
            found = findings_of(writing, article_id)
            size = len(article(writing.connection, article_id).text)
            if not 0 <= start < end <= size:
                raise FactRefused(f"There are no characters {start} to {end} in its {size:,}.")
            place = Placed(start, end)
            same = _like(found, value)
            is_there = same is not None and _has(same, place)
            if same is None:
                same = _new(value, place, {finding.key for finding in found})
            if not is_there or same.verdict != "accepted":
                places = same.places if is_there else (*same.places, place)
                own = same.value if same.corrected else None
                judgement = Judgement("accepted", own, places)
                put_mark(self._engine, writing, article_id, same, judgement)
            writing.label = label or f"added a {same.kind}"
        return writing.change


def _like(found: tuple[Finding, ...], value: "AnyValue") -> Finding | None:
    """The fact that says the same as it stands."""
    from facts.model import fact_key

    key = fact_key(value)
    return next((finding for finding in found if fact_key(finding.value) == key), None)


def _has(finding: Finding, place: Placed) -> bool:
    return any((m.start, m.end) == (place.start, place.end) for m in finding.mentions)


def _new(value: "AnyValue", place: Placed, taken: set[str]) -> Finding:
    from facts.model import Fact, Mention, fact_key

    key = fact_key(value)
    while key in taken:  # by a fact that was corrected to say something else
        key += "'"
    mention = Mention(place.start, place.end, value, ANALYST)
    return Finding(Fact(key, value, (mention,)), value, is_found=False)
