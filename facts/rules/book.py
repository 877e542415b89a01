"""The rule book: every table of rules, read when first asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast
from zlib import crc32

import msgspec

from facts.nearest import nearest
from facts.rules.catalogue import KINDS
from facts.rules.errors import RuleError
from facts.rules.kinds import Rule
from facts.rules.overlay import laid_over
from facts.rules.references import demand_named
from facts.rules.source import Source, read

R = TypeVar("R", bound=Rule)
T = TypeVar("T")

BUILT_IN = Path(__file__).parent
"""Where the built-in rule files are."""


class RuleBook:
    """The rules an extraction runs by, the built-in ones with an analyst's laid over them."""

    def __init__(self, overlays: Sequence[Source] = ()) -> None:
        """`overlays` in the order they are laid on: the last one wins."""
        self._overlays = tuple(overlays)
        self._tables: dict[type[Rule], dict[str, Any]] = {}
        self._origins: dict[type[Rule], dict[str, Source]] = {}
        self._derived: dict[Callable[[RuleBook], object], object] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """The analyst's files that are laid over the built-in rules, in their order."""
        return tuple(source.path for source in self._overlays)

    @property
    def fingerprint(self) -> str:
        """Eight letters that differ where an analyst's files say something else; "" without any."""
        texts = "\0".join(source.text for source in self._overlays)
        return f"{crc32(texts.encode()):08x}" if self._overlays else ""

    def table(self, kind: type[R]) -> Mapping[str, R]:
        """The rules of a kind by id, in the order they are written."""
        if kind not in self._tables:
            self._tables[kind] = self._build(kind)
        return cast("dict[str, R]", self._tables[kind])

    def derive(self, make: "Callable[[RuleBook], T]") -> T:
        """What `make` builds from this book, built once (a lexicon, a compiled pattern)."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("T", self._derived[make])

    def origin(self, rule: Rule) -> Path:
        """The file a rule was last written in."""
        self.table(type(rule))
        return self._origins[type(rule)][rule.id].path

    def line(self, rule: Rule, key: str | None = None) -> int | None:
        """The line a rule, or one of its keys, was last written on."""
        self.table(type(rule))
        return self._origins[type(rule)][rule.id].line_of(rule.table, rule.id, key)

    def _build(self, kind: type[R]) -> dict[str, R]:
        rules: dict[str, R] = {}
        origins: dict[str, Source] = {}
        raw: dict[str, dict[str, object]] = {}
        known = set(kind.__struct_fields__) - {"id"}
        ours = _built_in_source(kind.file)
        for source in (ours, *self._overlays):
            for entry, keys in source.tables.get(kind.table, {}).items():
                if not known.issuperset(keys):
                    raise _unknown_key(source, kind, entry, next(k for k in keys if k not in known))
                raw[entry] = laid_over(raw.get(entry, {}), keys)
                if raw[entry].get("off"):
                    rules.pop(entry, None)
                    continue
                rules[entry] = _decoded(source, kind, entry, raw[entry], tried=source is ours)
                origins[entry] = source
        self._origins[kind] = origins
        return rules


@cache
def _built_in_source(file: str) -> Source:
    """A built-in rule file, read once for all the kinds of rules that are written in it."""
    return read(BUILT_IN / file, keeps=True)


def _unknown_key(source: Source, kind: type[Rule], entry: str, key: str) -> RuleError:
    known = set(kind.__struct_fields__) - {"id"}
    line = source.line_of(kind.table, entry, key)
    wrong = f"unknown key {key!r} in {entry!r}{nearest(key, sorted(known))}"
    return RuleError(source.path, line, wrong)


def _decoded(
    source: Source, kind: type[R], entry: str, keys: dict[str, object], *, tried: bool
) -> R:
    try:
        rule = msgspec.convert({**keys, "id": entry}, kind)
        if not tried:  # the tests try ours: each start need not
            rule.demand_sound()
    except (msgspec.ValidationError, ValueError) as error:
        line = source.line_of(kind.table, entry)
        raise RuleError(source.path, line, f"in {entry!r}: {error}") from error
    return rule


def _demand_known_tables(source: Source) -> None:
    known = {kind.table for kind in KINDS}
    for name, entries in source.tables.items():
        if name not in known:
            line = next((source.line_of(name, entry) for entry in entries), None)
            wrong = f"unknown kind of rule {name!r}{nearest(name, sorted(known))}"
            raise RuleError(source.path, line, wrong)


def load(overlays: Sequence[Path] = ()) -> RuleBook:
    """The rule book, with the files of `overlays` laid over it in their order.

    An analyst's files are read whole at once, so that a mistake is a RuleError here and not in
    the middle of an import. Without overlays the same book is given each time.
    """
    if not overlays:
        return _built_in()
    sources = [read(path) for path in overlays]
    for source in sources:
        _demand_known_tables(source)
    book = RuleBook(sources)
    touched = {name for source in sources for name in source.tables}
    for kind in KINDS:
        if kind.table in touched:
            book.table(kind)
    demand_named(book, touched)
    return book


@cache
def _built_in() -> RuleBook:
    return RuleBook()
