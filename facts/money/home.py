"""Bare dollars: which country's is told by where the article is at home."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from facts.model import Mention, Money, Place
from facts.rules import RuleBook
from facts.rules.amounts import Currency
from facts.rules.kinds import words
from facts.text import Article

RULE = "money.at-home"

_OF_AMERICA = ("US", "U.S", "American", "United States")
"""What says in a sum whose dollars they are."""


def at_home(article: Article, mentions: Sequence[Mention], rules: RuleBook) -> list[Mention]:
    """The mentions, bare dollars in the currency of the country most of the places lie in.

    "$28,000" in a release from Wellington are New Zealand's. Where that country's own dollars are
    printed in full somewhere ("A$1.5m ($1m)"), the bare ones are those of the United States.
    """
    bare = [index for index, mention in enumerate(mentions) if _is_bare(article, mention)]
    currency = _of_home(mentions, rules.derive(_at_home)) if bare else None
    if currency is None or _prints_in_full(article.shadow, currency):
        return list(mentions)
    told = list(mentions)
    for index in bare:
        told[index] = _in(currency, mentions[index])
    return told


def _is_bare(article: Article, mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Money) or value.currency != "USD":
        return False
    printed = article.shadow[mention.start : mention.end]
    return not any(word in printed for word in _OF_AMERICA)


def _at_home(book: RuleBook) -> Mapping[str, Currency]:
    """The currencies that are plain dollars at home, by country."""
    return {one.dollars_of: one for one in book.table(Currency).values() if one.dollars_of}


def _of_home(mentions: Iterable[Mention], dollars: Mapping[str, Currency]) -> Currency | None:
    """The currency of the country more than half of the places lie in, if it has dollars."""
    places = Counter(
        mention.value.country for mention in mentions if isinstance(mention.value, Place)
    )
    country, number = next(iter(places.most_common(1)), (None, 0))
    return dollars.get(country or "") if number * 2 > places.total() else None


def _prints_in_full(shadow: str, currency: Currency) -> bool:
    in_full = (*words(currency.signs), *words(currency.names), currency.id)
    return any(spelling in shadow for spelling in in_full)


def _in(currency: Currency, mention: Mention) -> Mention:
    reason = f"the article is at home where {currency.id} are the dollars"
    value = structs.replace(mention.value, currency=currency.id)
    return structs.replace(mention, value=value, rule=RULE, reasons=(*mention.reasons, reason))
