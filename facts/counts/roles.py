"""The role rules made ready to ask."""

from typing import NamedTuple

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.rules.book import RuleBook
from facts.rules.kinds import Role, words


class RoleRule(NamedTuple):
    """A role rule made ready to ask."""

    rule: Role
    triggers: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    context: tuple[str, ...]

    @property
    def role(self) -> str:
        """The role it gives."""
        return self.rule.role or self.rule.id


def role_rules(book: RuleBook) -> tuple[RoleRule, ...]:
    """The role rules of a book; ask for them with ``book.derive(role_rules)``."""
    return tuple(
        RoleRule(
            rule,
            frozenset(words(rule.triggers)),
            frozenset(words(rule.nouns)),
            frozenset(words(rule.bare)),
            words(rule.context),
        )
        for rule in book.table(Role).values()
    )


class Counted(NamedTuple):
    """A phrase whose role is known."""

    phrase: Phrase
    nouns: frozenset[str]
    role: RoleRule
    n: int | None
    part_of: int | None = None


def in_context(rule: RoleRule, sentence: Sentence) -> bool:
    """Whether one of the words a rule asks for stands in the sentence."""
    return not rule.context or any(sentence.has(phrase) for phrase in rule.context)
