"""What an analyst says a fact is, in words as on the screen or in an article, read as a value.

The words are read by the rules that read articles, each kind in sentences where such words stand.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import structs

from facts import extract
from facts.rules import load
from facts.said import amounts, named, when
from facts.said.saying import RIGHT, Saying, UnclearError
from facts.values import AnyValue, Count, Money, Seizure, kind_of

if TYPE_CHECKING:
    from facts.model import Published
    from facts.rules import RuleBook

__all__ = ["RIGHT", "UnclearError", "said", "said_in"]

_CALLED: Final = {
    "publication_date": "day",
    "nationality": "nationality or country",
    "money": "sum of money",
    "measure": "amount",
}
_LONGEST: Final = 1_000
"""Characters of words that can be one fact, and of a sentence on either side of them."""
_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))+[.!?]?")

_READERS: Final[Mapping[str, Callable[[Saying], AnyValue | None]]] = {
    "publication_date": when.published,
    "date": when.date,
    "place": named.place,
    "nationality": named.nationality,
    "organisation": named.organisation,
    "acronym": named.acronym,
    "operation": named.operation,
    "person": named.person,
    "count": amounts.count,
    "seizure": amounts.seizure,
    "money": amounts.money,
    "age": amounts.age,
    "measure": amounts.measure,
}


def said(
    kind: str,
    words: str,
    *,
    like: AnyValue | None = None,
    published: "Published | None" = None,
    rules: "RuleBook | None" = None,
) -> AnyValue:
    """The value that words say, of one kind; raises `UnclearError` that says what would be right.

    What the words leave open is as in `like`, the value so far: "207" is of the same things.
    """
    saying = Saying(words, like if like and kind_of(like) == kind else None, published, rules)
    value = _READERS[kind](saying) if saying.words else None
    if value is None:
        what = _CALLED.get(kind, kind)
        article = "an" if what[0] in "aeiou" else "a"
        raise UnclearError(
            f"{saying.words or 'Nothing'} is not {article} {what}; it is written as {RIGHT[kind]}"
        )
    return value


def said_in(
    kind: str,
    text: str,
    start: int,
    end: int,
    *,
    like: AnyValue | None = None,
    published: "Published | None" = None,
    rules: "RuleBook | None" = None,
) -> AnyValue:
    """The value that words of a text say: as the rules read their sentence, or them alone.

    Raises `UnclearError`.
    """
    if end - start > _LONGEST:
        raise UnclearError("so many words are no single fact")
    book = rules or load()
    from_, inside = _sentence(text, start, end)
    first = start - from_
    for mention in extract(inside, published=published, rules=book).mentions:
        here = (mention.start, mention.end) == (first, first + end - start)
        if here and mention.kind == kind:
            return _plain(mention.value)
    return said(kind, text[start:end], like=like, published=published, rules=book)


def _sentence(text: str, start: int, end: int) -> tuple[int, str]:
    """The sentence around some words and where it begins; of a very long one the part near them."""
    low = max(0, start - _LONGEST)
    for sentence in _SENTENCE.finditer(text, low, min(len(text), end + _LONGEST)):
        if sentence.start() <= start and end <= sentence.end():
            return sentence.start(), sentence.group()
    return start, text[start:end]


def _plain(value: AnyValue) -> AnyValue:
    """Without doubts: an analyst chose the words."""
    if isinstance(value, Seizure | Count):
        return structs.replace(value, flags=(), suggested=None)
    return structs.replace(value, flags=()) if isinstance(value, Money) else value
