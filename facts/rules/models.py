"""Examples that every rule of a kind has: a sentence that holds for each row of a table.

Rows of data need none of their own: ``casedesk rules check`` puts the first word of a row into the
sentence of its kind, so an analyst's own currency, country or group is tried as it is written.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from facts.rules.amounts import Currency
from facts.rules.kinds import Rule, words
from facts.rules.naming import Agency, Country, Demonym, Group

MODELS: Final[Mapping[type[Rule], Mapping[str, str]]] = {
    Currency: {
        "signs": "Police said that they paid [{}12,000] there.",
        "names": "Police said that they paid [12,000 {}] there.",
    },
    Country: {
        "names": "Police held two men in [{}] on Monday.",
        "people": "Police held two [{}] men on Monday.",
    },
    Demonym: {"words": "Police held two [{}] men on Monday."},
    Group: {
        "names": "Police held a member of [{}] on Monday.",
        "acronym": "Police held a member of [{}] on Monday.",
    },
    Agency: {
        "names": "It was the [{}] that told.",
        "acronym": "It was [{}] that told.",
    },
}
"""By kind and by the key of a rule: the sentence, with braces for a word of the key."""


def modelled(rule: Rule) -> Iterator[str]:
    """The examples of a rule that has none of its own: one for each key that holds words."""
    if rule.examples:
        return
    for key, sentence in MODELS.get(type(rule), {}).items():
        for word in words(getattr(rule, key) or "")[:1]:
            yield sentence.format(word)
