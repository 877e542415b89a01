"""Words that an analyst typed or chose, with what is known beside them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TypeVar

from facts import extract
from facts.rules import load
from facts.values import AnyValue

if TYPE_CHECKING:
    from facts.model import Published
    from facts.rules import RuleBook

_V = TypeVar("_V")

RIGHT: Final = {
    "publication_date": "22 Sep 2020 or 2020-09-22",
    "date": "22 Sep 2020, 2020-09, 2019..2021, since 2002 or the first week of April 2020",
    "place": "Larache or Larache, MA",
    "nationality": "Moroccan, Morocco or MA",
    "organisation": "Europol or World Customs Organization (WCO)",
    "acronym": "WCO = World Customs Organization",
    "operation": "Neptune II",
    "person": "Ana Silva or Ana Silva, spokeswoman",
    "count": "21 people arrested, at least 207 cells dismantled or hundreds of victims rescued",
    "seizure": "179.657 t of cannabis resin, almost 40 pounds of cocaine or 4 cars",
    "money": "MAD 6 million or $103,305",
    "age": "27, 20 to 30 or 18 or more",
    "measure": "12 km or 37 percent",
}
"""How each kind is written."""


class UnclearError(ValueError):
    """Words that are no value of the kind, with what would be right."""


class Saying:
    """Words that an analyst typed or chose, and what is known beside them."""

    def __init__(
        self,
        words: str,
        like: AnyValue | None = None,
        published: "Published | None" = None,
        rules: "RuleBook | None" = None,
    ) -> None:
        """`like` is what the fact said so far: what the words leave open stays as it is."""
        self.words = " ".join(words.split())
        self.like = like
        self.published = published
        self.rules = rules or load()

    def liked(self, kind: type[_V]) -> _V | None:
        """What the fact said so far, where that was of this kind."""
        return self.like if isinstance(self.like, kind) else None

    def first(self, kind: type[_V], sentences: Iterable[str]) -> _V | None:
        """The first value of a kind that one of these sentences says."""
        for sentence in sentences:
            found = extract(sentence, published=self.published, rules=self.rules).mentions
            values = [m.value for m in found if isinstance(m.value, kind)]
            if values:
                return values[0]
        return None
