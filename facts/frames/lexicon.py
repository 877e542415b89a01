"""The words of the rules as look-ups: nouns with what they stand for, triggers with their form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from facts.frames.verbs import Form, forms
from facts.frames.words import plural
from facts.rules.book import RuleBook
from facts.rules.kinds import Item, Noun, Role, Substance, Trigger, Unit, words
from facts.rules.naming import Country, Demonym
from facts.saying import saying

TriggerForm: TypeAlias = Form | Literal["nominal", "after", "before"]


class Sense(Struct, frozen=True, gc=False):
    """What a noun stands for."""

    nouns: frozenset[str] = frozenset()
    """Ids of the noun rules it belongs to: person, migrant, country."""
    category: str | None = None
    """What it is as a thing: drug, vehicle, electronics."""
    substance: str | None = None
    """The id of the substance, if it is one."""
    unit: Unit | None = None
    """The unit of measure or package, if it is one."""
    many: bool = False
    """True for a plural, or for what is only weighed."""
    item: str | None = None
    """The id of the rule that makes it a thing."""


class Act(Struct, frozen=True):
    """A form of a trigger word, and the triggers it is one of in that form."""

    form: TriggerForm
    triggers: frozenset[str]


class Lexicon(Struct, frozen=True):
    """Everything the frames look up by word."""

    senses: Mapping[str, Sense]
    """By name in lower case, singular and plural."""
    names: Mapping[str, tuple[int, ...]]
    """The first word of names of several words, with their numbers of words, the most first."""
    acts: Mapping[str, tuple[Act, ...]]
    """By trigger word or phrase in lower case."""
    pairs: Mapping[tuple[str, str], tuple[int, ...]]
    """The first two words of trigger phrases, with the numbers of words, the most first."""
    openings: frozenset[str]
    """The first words of trigger phrases."""
    starts: frozenset[str]
    """The same, and trigger words that stand alone."""
    signals: Mapping[str, frozenset[str]]
    """Words of which one is in every trigger, with the triggers they may be of."""
    things: Mapping[str, frozenset[str] | None]
    """The categories each trigger is done to; None for any thing."""
    takings: dict[tuple[frozenset[str], str | None, bool], bool]
    """What `takes` has answered so far: there are few sets of triggers and few categories."""
    saying: frozenset[str]
    """The verbs of saying."""
    roles: tuple[Role, ...]
    units: Mapping[str, Unit]
    """By name in lower case."""
    factors: Mapping[str, Decimal]
    """By unit id: how many kg, litres or pieces one is."""

    def takes(self, triggers: frozenset[str], category: str | None, *, known: bool) -> bool:
        """Whether one of these triggers is done to things of a category.

        `known` for what is a thing for sure: some triggers are done to any thing that is one.
        """
        asked = triggers, category, known
        answer = self.takings.get(asked)
        if answer is None:
            answer = any(self._takes(trigger, category, known=known) for trigger in triggers)
            self.takings[asked] = answer
        return answer

    def _takes(self, trigger: str, category: str | None, *, known: bool) -> bool:
        if trigger not in self.things:
            return False
        things = self.things[trigger]
        if things is None:
            return True
        return known if "known" in things else category in things


def lexicon(book: RuleBook) -> Lexicon:
    """The lexicon of a rule book; ask for it with ``book.derive(lexicon)``."""
    acts = _acts(book.table(Trigger).values())
    senses = _senses(book)
    openings = frozenset(phrase.partition(" ")[0] for phrase in acts if " " in phrase)
    return Lexicon(
        senses=senses,
        names=_names(senses),
        acts=acts,
        pairs=_pairs(acts),
        openings=openings,
        starts=openings.union(phrase for phrase in acts if " " not in phrase),
        signals=_signals(acts),
        things={rule.id: _things(rule) for rule in book.table(Trigger).values() if rule.items},
        takings={},
        saying=book.derive(saying).words,
        roles=tuple(book.table(Role).values()),
        units={name: sense.unit for name, sense in senses.items() if sense.unit},
        factors={rule.id: Decimal(rule.factor) for rule in book.table(Unit).values()},
    )


CONTRABAND = frozenset({"drug", "weapon", "wildlife", "cultural"})
"""What is seized whatever the verb: nobody finds heroin and leaves it there."""


def _things(rule: Trigger) -> frozenset[str] | None:
    if rule.items == "any":
        return None
    return frozenset(words(rule.items))


def _senses(book: RuleBook) -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    for noun in book.table(Noun).values():
        plain = _one_and_many(Sense(nouns=frozenset({noun.id})))
        for name, many in _both(words(noun.nouns)):
            old = senses.get(name)
            senses[name] = plain[many] if old is None else _called(old, noun.id, many=many)
    for item in book.table(Item).values():
        plain = _one_and_many(Sense(category=item.category, item=f"item.{item.id}"))
        for name, many in _both(words(item.nouns)):
            _put(senses, name, plain[many])
    for substance in book.table(Substance).values():
        weighed = Sense(
            category=substance.category,
            substance=substance.id,
            many=True,
            item=f"substance.{substance.id}",
        )
        for name in words(substance.names):
            _put(senses, name, weighed)
    for name in _demonyms(book):
        old = senses.get(name, Sense())
        senses[name] = structs.replace(old, nouns=old.nouns | {"nationality"})
    for unit in book.table(Unit).values():
        for name in () if unit.measures else words(unit.names):
            old = senses.get(name, Sense())
            senses[name] = structs.replace(old, unit=unit)
    return senses


def _demonyms(book: RuleBook) -> Iterator[str]:
    for country in book.table(Country).values():
        yield from _plurals(words(country.people.lower()))
    for wider in book.table(Demonym).values():
        yield from _plurals(words(wider.words.lower()))


def _plurals(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        if not name.endswith(("s", "ese", "sh", "ch", "men")):
            yield f"{name}s"


def _one_and_many(sense: Sense) -> tuple[Sense, Sense]:
    """The sense of a singular and of a plural: all words of a rule share them."""
    return sense, structs.replace(sense, many=True)


def _called(old: Sense, noun: str, *, many: bool) -> Sense:
    return structs.replace(old, nouns=old.nouns | {noun}, many=many)


def _put(senses: dict[str, Sense], name: str, thing: Sense) -> None:
    """Give a word the sense of a thing, beside what it stands for already."""
    old = senses.get(name)
    if old is None:
        senses[name] = thing
    elif old.category is None or thing.substance:
        senses[name] = structs.replace(
            old,
            category=thing.category,
            substance=thing.substance or old.substance,
            many=thing.many,
            item=thing.item,
        )


def _both(nouns: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for noun in nouns:
        many = plural(noun)
        yield noun, many == noun
        yield many, True


def _acts(triggers: Iterable[Trigger]) -> dict[str, tuple[Act, ...]]:
    found: dict[str, dict[TriggerForm, frozenset[str]]] = {}
    for trigger in triggers:
        own = frozenset((trigger.id,))
        for phrase, form in _forms(trigger):
            acts = found.setdefault(phrase, {})
            acts[form] = acts[form] | own if form in acts else own
    return {
        phrase: tuple(Act(form, ids) for form, ids in acts.items())
        for phrase, acts in found.items()
    }


def _forms(trigger: Trigger) -> Iterator[tuple[str, TriggerForm]]:
    """Each form of each word and phrase of a trigger."""
    for verb in words(trigger.verbs):
        yield from forms(verb)
    for noun in words(trigger.nominals):
        yield noun, "nominal"
        if not noun.endswith("ing"):
            yield plural(noun), "nominal"
    for phrase in words(trigger.after):
        yield phrase, "after"
    for phrase in words(trigger.before):
        yield phrase, "before"


def _names(senses: Iterable[str]) -> dict[str, tuple[int, ...]]:
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for name in senses:
        first, blank, rest = name.partition(" ")
        if blank:
            sizes[first].add(rest.count(" ") + 2)
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def _signals(acts: Mapping[str, tuple[Act, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for phrase, meanings in acts.items():
        word = max(phrase.split(), key=len) if " " in phrase else phrase
        for act in meanings:
            found[word] = found[word] | act.triggers if word in found else act.triggers
    return found


def _pairs(acts: Iterable[str]) -> dict[tuple[str, str], tuple[int, ...]]:
    sizes: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for phrase in acts:
        if " " in phrase:
            first, second, *more = phrase.split(" ")
            sizes[first, second].add(len(more) + 2)
    return {pair: tuple(sorted(found, reverse=True)) for pair, found in sizes.items()}
