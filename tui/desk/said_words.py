"""What the rules read in words of an article: loaded beside the keys, as that takes a while."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from facts.model import AnyValue
from tui.own_rules import own_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.rules import RuleBook
    from tui.desk.desk import Desk

_ANY_KIND = "seizure"
"""What the first words are read as where their kind is not chosen yet."""


class SaidWords:
    """The rules at hand, the analyst's own laid over them."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._book: RuleBook | None = None
        self._is_asked_for = False

    @property
    def is_ready(self) -> bool:
        """Whether the rules are there."""
        return self._book is not None

    def fetch(self, kind: str, start: int, end: int, then: "Callable[[], None]") -> None:
        """Load them beside the keys, by reading these words once; then do something."""
        if self._is_asked_for:
            return
        self._is_asked_for, desk = True, self._desk
        text = desk.text
        desk.reader.write(
            lambda: self._load(kind or _ANY_KIND, text, start, end),
            lambda _: then(),
            desk.hear_refusal,
        )

    def waited_for(self) -> Future[None] | None:
        """What a key waits for that cannot do without them; None where they are there."""
        return None if self.is_ready else self._desk.reader.ask(lambda: None)

    def in_place(self, kind: str, start: int, end: int, like: AnyValue | None) -> AnyValue | None:
        """What words of the article say in their sentence; None where that is unclear."""
        return self._read(self._rules(), kind, self._desk.text, start, end, like)

    def alone(self, kind: str, words: str, like: AnyValue | None) -> AnyValue:
        """What words say that were typed; raises UnclearError."""
        from facts.said import said

        published = self._desk.facts.findings.published
        return said(kind, words, like=like, published=published, rules=self._rules())

    def _read(
        self, rules: "RuleBook", kind: str, text: str, start: int, end: int, like: AnyValue | None
    ) -> AnyValue | None:
        from facts.said import UnclearError, said_in

        published = self._desk.facts.findings.published
        try:
            return said_in(kind, text, start, end, like=like, published=published, rules=rules)
        except UnclearError:
            return None

    def _load(self, kind: str, text: str, start: int, end: int) -> None:
        """What a rule needs is made ready when it is first asked."""
        rules = _loaded()
        self._read(rules, kind, text, start, end, None)
        self._book = rules

    def _rules(self) -> "RuleBook":
        if self._book is None:
            self._book = _loaded()
        return self._book


def _loaded() -> "RuleBook":
    """The analyst's own rules; the built-in ones where those cannot be used."""
    from facts.rules import RuleError, load

    try:
        return load(own_files())
    except RuleError:
        return load()
