"""What an article claims in numbers: seizures and counts, read sentence by sentence."""

from collections.abc import Iterable, Sequence

from facts.counts import Counter, role_rules
from facts.frames.lexicon import lexicon
from facts.frames.sentence import read_sentences
from facts.frames.tokens import Taken, Telling
from facts.model import Age, Date, Mention, Money, PublicationDate
from facts.numbers import Number
from facts.quantities import SEIZING, SeizureReader
from facts.rules.book import RuleBook
from facts.text import Article


def find(
    article: Article, numbers: Sequence[Number], rules: RuleBook, taken: Iterable[Mention] = ()
) -> list[Mention]:
    """The seizures and counts of an article, in order.

    `taken` are the mentions other rules have found already: dates, sums and ages are no counts,
    and the phrases here do not run into them.
    """
    spans = [Taken(m.start, m.end, m.kind) for m in taken if isinstance(m.value, _OPAQUE)]
    counter = Counter(rules.derive(role_rules))
    seizures = SeizureReader()
    found: list[Mention] = []
    known = rules.derive(lexicon)
    for sentence in read_sentences(article, numbers, spans, known, rules.derive(_telling)):
        read = list(seizures.read(sentence))
        found += [mention for mention, _ in read]
        found += counter.read(sentence, {phrase.first for _, phrase in read if phrase})
    return sorted(found, key=lambda mention: (mention.start, mention.end))


_OPAQUE = (Date, PublicationDate, Money, Age)
_ALONE = SEIZING | {"arrest"}
"""Triggers that tell something where nothing is counted: goods seized, that there were arrests."""


def _telling(rules: RuleBook) -> Telling:
    """The words that tell something without a number; ask with ``rules.derive(_telling)``."""
    signals = rules.derive(lexicon).signals
    alone = (word for word, triggers in signals.items() if not triggers.isdisjoint(_ALONE))
    return Telling(frozenset(alone), frozenset(signals))
