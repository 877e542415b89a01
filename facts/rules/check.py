"""Run the examples that rules carry: what is in brackets must be found, by that rule."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from facts.model import Extraction, Mention
from facts.rules.book import RuleBook
from facts.rules.catalogue import KINDS
from facts.rules.grammar import grammar
from facts.rules.kinds import IncidentType, Rule
from facts.rules.models import modelled

_BRACKETED = re.compile(r"\[([^\[\]]+)\]")


class Failure(Struct, frozen=True):
    """An example that does not hold."""

    path: Path
    line: int | None
    rule: str
    """The rule as ``casedesk rules list`` prints it: "role.arrests"."""
    example: str
    problem: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.rule}: {self.problem} in {self.example!r}"


class Listed(Struct, frozen=True):
    """A rule as the list of rules shows it."""

    rule: str
    path: Path
    line: int | None
    examples: int


def every_rule(book: RuleBook) -> Iterator[Rule]:
    """All rules of a book, kind by kind."""
    for kind in KINDS:
        yield from book.table(kind).values()


def listing(book: RuleBook) -> Iterator[Listed]:
    """All rules of a book with the file and line each was last written in, and the grammar."""
    for rule in every_rule(book):
        tried = len(rule.examples) or len(list(modelled(rule)))
        yield Listed(name_of(rule), book.origin(rule), book.line(rule), tried)
    for one in grammar():
        yield Listed(one.name, one.path, one.line, 1)


def name_of(rule: Rule) -> str:
    """A rule's name as mentions carry it: its table and its id."""
    return f"{rule.table}.{rule.id}"


def check(book: RuleBook) -> Iterator[Failure]:
    """The examples of a book that do not hold; nothing if all do."""
    find = _extraction(book)
    for rule in every_rule(book):
        name = name_of(rule)
        tried = [(example, _problem(rule, example, find)) for example in rule.examples]
        tried += [(example, _missing(example, find)) for example in modelled(rule)]
        for example, problem in tried:
            if problem:
                yield Failure(book.origin(rule), book.line(rule), name, example, problem)
    for one in grammar():  # an analyst's word may stand in one of its examples
        problem = _misread(one.name, one.example, find)
        if problem:
            yield Failure(one.path, one.line, one.name, one.example, problem)


def _extraction(book: RuleBook) -> Callable[[str], Extraction]:
    from facts import extract  # the extraction itself stands on the rules

    return lambda text: extract(text, rules=book)


def _problem(rule: Rule, example: str, find: Callable[[str], Extraction]) -> str | None:
    if not isinstance(rule, IncidentType):
        return _misread(name_of(rule), example, find)
    told = {one for incident in find(example).incidents for one in incident.types}
    return None if rule.id in told else f"it tells {', '.join(sorted(told)) or 'no incident'}"


def _missing(example: str, find: Callable[[str], Extraction]) -> str | None:
    """What is wrong where anything at all may be found in brackets."""
    text, spans = _plain(example)
    found = {(mention.start, mention.end) for mention in find(text).mentions}
    lost = [text[start:end] for start, end in spans if (start, end) not in found]
    return f"nothing is found at {lost[0]!r}" if lost else None


def _misread(rule: str, example: str, find: Callable[[str], Extraction]) -> str | None:
    text, spans = _plain(example)
    if not spans:
        return "nothing is in brackets"
    found = find(text).mentions
    for start, end in spans:
        here = [m for m in found if (m.start, m.end) == (start, end)]
        if not here:
            return f"nothing is found at {text[start:end]!r}"
        if not _is_by(rule, here):
            return f"{text[start:end]!r} is found by {', '.join(sorted(m.rule for m in here))}"
    return None


def _is_by(rule: str, mentions: Iterable[Mention]) -> bool:
    """Whether the rule made one of them; a rule that makes none itself needs only the place."""
    made = [m for m in mentions if m.rule.startswith(rule.partition(".")[0] + ".")]
    return not made or any(m.rule == rule for m in made)


def _plain(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its brackets, and where they were."""
    spans: list[tuple[int, int]] = []
    removed = 0
    for match in _BRACKETED.finditer(example):
        start = match.start() - removed
        spans.append((start, start + len(match[1])))
        removed += 2
    return _BRACKETED.sub(r"\1", example), spans
