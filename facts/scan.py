"""All the scanners over one article, and what is left where two of them claim the same words.

Amounts (dates, sums, ages, seizures, counts, measures) do not overlap each other, nor do names
(operations, organisations, people, places, nationalities); a name may stand inside a count ("ten
Vietnamese men") and an age inside one. Between two claims the kind decides, by the order below,
then the longer.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from msgspec import structs

from facts import ages, checks, claims, dates, measures, money, names, numbers, reported
from facts.model import Mention, PublicationDate
from facts.money.home import at_home
from facts.numbers import Number
from facts.rules import RuleBook
from facts.spans import Cover
from facts.text import Article

_AMOUNTS = ("publication_date", "date", "money", "age", "seizure", "count", "measure")
_NAMES = ("operation", "organisation", "person", "place", "nationality")
_RANKS = {kind: rank for rank, kind in enumerate((*_NAMES[:1], *_AMOUNTS, *_NAMES[1:], "acronym"))}
"""The order in which kinds are settled."""
_NEVER_NAMES = frozenset({"publication_date", "date", "money"})
_ORDER = itemgetter(0, 1, 2)
_NOT_SEIZED = frozenset({"measure.increase", "measure.decrease", "measure.unit"})


def scan(article: Article, rules: RuleBook) -> tuple[Mention, ...]:
    """Every mention of an article in order, each with its id ("f01")."""
    found = _amounts(article, rules) + names.find(article, rules)
    kept = at_home(article, settle(article, found), rules)
    checked = reported.mark(article, checks.check(article, kept, rules))
    return tuple(
        structs.replace(mention, id=f"f{number:02d}")
        for number, mention in enumerate(checked, start=1)
    )


def _amounts(article: Article, rules: RuleBook) -> list[Mention]:
    """What is found outward from the numbers, each number used once."""
    used = Cover(len(article.text))
    found = _publication(article) + dates.find(article)
    free = _free(used, numbers.find(article), found)
    sums = money.find(article, free, rules)
    free = _free(used, free, sums)
    aged = ages.find(article, free, rules)
    free = _free(used, free, aged)
    found += sums + aged
    measured = measures.find(article, free, rules)
    sure = [mention for mention in measured if mention.rule in _NOT_SEIZED]
    found += claims.find(article, _free(used, free, sure), rules, found)
    return found + measured


def _publication(article: Article) -> list[Mention]:
    """The day of publication where the header has it; in the text it is a date like others."""
    if article.published is None or article.published_at is None:
        return []
    if article.published.basis != "header":
        return []
    value = PublicationDate(article.published.date)
    return [
        Mention(article.published_at.start, article.published_at.end, value, "published.header")
    ]


def _free(used: Cover, given: Sequence[Number], found: Iterable[Mention]) -> list[Number]:
    """The numbers that are in no mention yet; what was found is used from now on."""
    for mention in found:
        used.take(mention.start, mention.end)
    return [number for number in given if not used.touches(number.start, number.end)]


def settle(article: Article, found: Iterable[Mention]) -> list[Mention]:
    """The mentions that stand, in the order of the text; in boilerplate only the header's date."""
    size = len(article.text)
    hidden = Cover(size, ((part.start, part.end) for part in article.boilerplate))
    amounts, names, never_names = Cover(size), Cover(size), Cover(size)
    kept: list[tuple[int, int, str, Mention]] = []
    for _, _, start, kind, mention in sorted(map(_claim, found), key=_ORDER):
        end = mention.end
        if kind != "publication_date" and hidden.touches(start, end):
            continue
        if kind in _AMOUNTS and not amounts.touches(start, end):
            if kind != "age":
                amounts.take(start, end)
            if kind in _NEVER_NAMES:
                never_names.take(start, end)
        elif (
            kind in _NAMES and not names.touches(start, end) and not never_names.touches(start, end)
        ):
            names.take(start, end)
            if kind == "operation":
                amounts.take(start, end)  # the year in "Frozen Shield 2020" is no date
        elif kind != "acronym":
            continue
        kept.append((start, -end, kind, mention))
    return [mention for _, _, _, mention in sorted(kept, key=_ORDER)]


def _claim(mention: Mention) -> tuple[int, int, int, str, Mention]:
    """A mention behind what it is settled by: kind, then length, then place."""
    start, kind = mention.start, mention.kind
    return _RANKS[kind], start - mention.end, start, kind, mention
