"""The role rules made ready to ask."""

from collections.abc import Iterator

from msgspec import Struct

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.rules.book import RuleBook
from facts.rules.kinds import Role, words


class RoleRule(Struct, frozen=True):
    """A role rule made ready to ask."""

    rule: Role
    triggers: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    context: frozenset[str]
    """Single words of which one must stand in the sentence."""
    phrases: tuple[str, ...]
    """Phrases of which one does as well."""
    openings: frozenset[str]
    """The first words of the phrases."""
    role: str
    """The role it gives."""
    without: frozenset[str]
    """Single words of which none may stand in the sentence."""
    is_free: bool
    """True where it asks for no words."""


class RoleRules:
    """The role rules of a book in their order, and those that ask for a kind of noun."""

    def __init__(self, rules: tuple[RoleRule, ...]) -> None:
        self._rules = rules
        self._by_nouns: dict[frozenset[str], tuple[RoleRule, ...]] = {}

    def __iter__(self) -> Iterator[RoleRule]:
        return iter(self._rules)

    def of(self, nouns: frozenset[str]) -> tuple[RoleRule, ...]:
        """The rules that give a role to any of these nouns."""
        known = self._by_nouns.get(nouns)
        if known is None:
            known = tuple(rule for rule in self._rules if rule.nouns & nouns)
            self._by_nouns[nouns] = known
        return known

    def told(self, nouns: frozenset[str], triggers: frozenset[str]) -> list[RoleRule]:
        """Those of them that one of these triggers may give."""
        return [rule for rule in self.of(nouns) if not rule.triggers.isdisjoint(triggers)]

    def named(self, role: str) -> RoleRule | None:
        """The first rule that gives a role."""
        return next((rule for rule in self._rules if rule.role == role), None)


def role_rules(book: RuleBook) -> RoleRules:
    """The role rules of a book; ask for them with ``book.derive(role_rules)``."""
    return RoleRules(tuple(_ready(rule) for rule in book.table(Role).values()))


def _ready(rule: Role) -> RoleRule:
    context = words(rule.context)
    phrases = tuple(phrase for phrase in context if " " in phrase)
    return RoleRule(
        rule,
        triggers=frozenset(words(rule.triggers)),
        nouns=frozenset(words(rule.nouns)),
        bare=frozenset(words(rule.bare)),
        context=frozenset(word for word in context if " " not in word),
        phrases=phrases,
        openings=frozenset(phrase.partition(" ")[0] for phrase in phrases),
        role=rule.role or rule.id,
        without=frozenset(words(rule.without)),
        is_free=not context,
    )


class Counted(Struct, frozen=True, gc=False):
    """A phrase whose role is known."""

    phrase: Phrase
    nouns: frozenset[str]
    role: RoleRule
    n: int | None
    part_of: int | None = None


def in_context(rule: RoleRule, sentence: Sentence) -> bool:
    """Whether one of the words a rule asks for stands in the sentence, and none it forbids."""
    if rule.without and not rule.without.isdisjoint(sentence.spoken):
        return False
    if rule.is_free or not rule.context.isdisjoint(sentence.spoken):
        return True
    if rule.openings.isdisjoint(sentence.spoken):
        return False
    return any(sentence.has(phrase) for phrase in rule.phrases)
