"""The kinds of rules there are: one struct each, with the table and the file it is written in.

Lists of words are written as one string, separated by commas: `nouns = "people, men, women"`.
A new kind is a subclass of `Rule` here, named in `KINDS`.
"""

import re
from typing import ClassVar, Literal

from msgspec import Struct


def words(text: str) -> tuple[str, ...]:
    """The words or phrases of a comma-separated list, without blanks around them."""
    if not text:  # of most rules there are lists that say nothing
        return ()
    parts = " ".join(text.split()).split(",")
    return tuple(filter(None, map(str.strip, parts)))


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule has: an id, examples, and a switch to turn it off."""

    table: ClassVar[str]
    """The name of its table: ``substance`` of ``[substance.cocaine]``."""
    file: ClassVar[str]
    """The built-in file it is written in."""
    patterns: ClassVar[tuple[str, ...]] = ()
    """The keys that hold a regular expression."""

    id: str = ""
    """The name of the entry within its table."""
    examples: tuple[str, ...] = ()
    """Sentences with what must be found in brackets: ``arrested [21 people]``.

    Those of a type of incident need none: they tell one.
    """
    off: bool = False
    """True in an analyst's file: this built-in rule is not to be used."""

    def demand_sound(self) -> None:
        """Raise ValueError where a value can be written but not used, as a broken pattern."""
        for key in self.patterns:
            try:
                re.compile(getattr(self, key))
            except re.error as error:
                raise ValueError(f"{key} is no pattern: {error}") from error


class Substance(Rule, frozen=True, kw_only=True):
    """A drug or another good that is weighed, poured or counted, and how much is plausible."""

    table: ClassVar[str] = "substance"
    file: ClassVar[str] = "substances.toml"

    names: str
    """Its names in the texts; the last word of a name is enough to end an item."""
    category: str
    """drug, wildlife, weapon, goods, ..."""
    event: float | None = None
    """The most, in tonnes, that one operation has plausibly seized."""
    year: float | None = None
    """The most, in tonnes, that one country plausibly seizes in a year."""
    year_of: dict[str, float] = {}
    """The same for single countries, by ISO 3166-1 alpha-2 code."""


class Item(Rule, frozen=True, kw_only=True):
    """Things that are seized by the piece, of one category."""

    table: ClassVar[str] = "item"
    file: ClassVar[str] = "items.toml"

    nouns: str
    """Singular nouns; plurals are understood."""
    category: str
    """vehicle, electronics, weapon, goods, ..."""


class Unit(Rule, frozen=True, kw_only=True):
    """A unit of mass or volume, or a package, and what it is in kg, litres or pieces."""

    table: ClassVar[str] = "unit"
    file: ClassVar[str] = "units.toml"

    names: str
    """As printed, singular and plural."""
    unit: str
    """kg, litre, unit, the package itself, or what it is short for: km, percent."""
    factor: str = "1"
    """How many of `unit` one is, as a decimal number."""
    form: bool = False
    """True where the word belongs to the item ("tramadol capsules")."""
    measures: bool = False
    """True where nothing is seized by it: a distance, an area, a share."""


class Noun(Rule, frozen=True, kw_only=True):
    """What is counted: people who are held, migrants, cells, searches, countries."""

    table: ClassVar[str] = "noun"
    file: ClassVar[str] = "nouns.toml"

    nouns: str
    """Singular nouns; plurals are understood. A noun may belong to several rules."""


class Trigger(Rule, frozen=True, kw_only=True):
    """Words that say what was done: seize, arrest, rescue."""

    table: ClassVar[str] = "trigger"
    file: ClassVar[str] = "triggers.toml"

    verbs: str = ""
    """Base forms; an irregular verb is written with its past and participle."""
    nominals: str = ""
    """Nouns before "of": the *arrest of* 21 people."""
    after: str = ""
    """Phrases that follow who it is about: 21 people are *in custody*."""
    before: str = ""
    """Phrases that precede it: *claimed the lives of* 21 people."""
    alone: str = ""
    """Verbs that say it of one who is not counted: police *arrested* their leader."""
    items: str = ""
    """What things it is done to: any, known (contraband), or a list of categories."""


class Role(Rule, frozen=True, kw_only=True):
    """The role a number has when a trigger governs what is counted."""

    table: ClassVar[str] = "role"
    file: ClassVar[str] = "roles.toml"

    role: str = ""
    """The role in the schema; the id where it is not given."""
    triggers: str = ""
    """Ids of triggers that give it to `nouns`."""
    nouns: str = ""
    """Ids of noun rules."""
    bare: str = ""
    """Ids of noun rules that have the role without any trigger."""
    context: str = ""
    """Words of which one must be in the sentence."""
    without: str = ""
    """Single words of which none may be in the sentence."""
    recalls: bool = False
    """True where a count of the same role earlier in the article does for the words."""
    beside: bool = False
    """True where the trigger says it only if it stands right beside what is counted."""


class IncidentType(Rule, frozen=True, kw_only=True):
    """A kind of incident, known by its seizures, the roles of its counts and its words."""

    table: ClassVar[str] = "incident_type"
    file: ClassVar[str] = "incident_types.toml"
    patterns: ClassVar[tuple[str, ...]] = ("pattern",)

    seizures: str = ""
    """Categories of what is seized; "cash" for money."""
    roles: str = ""
    """Roles of counts."""
    words: str = ""
    """Words and phrases of its sentences."""
    both: bool = False
    """True where it takes words as well as a role or a seizure."""
    weight: float = 4
    """How much a seizure says for it; a word says 2, a role 1."""
    fallback: bool = False
    """True for a type that is taken only where nothing more precise is said."""
    telling: str = ""
    """Roles of counts that tell it without any word."""
    groups: str = ""
    """Types of organisations whose name tells it where people were arrested."""
    matter: Literal["", "always", "alone"] = ""
    """Whether a paragraph that turns to it is another incident; "alone": if nothing is seized."""
    vague: bool = False
    """True for a type that news may begin with before it says what it is about."""
    violent: bool = False
    """True where dead and wounded told next belong to it."""
    family: str = ""
    """Types of one family are both given where both are told."""
    follows: str = ""
    """Types of incidents before it that it is only a part of: weapons found after terrorists."""
    pattern: str = ""
    """A regular expression that opens an incident without any number."""
    needs: str = ""
    """Single words of which one is in whatever the pattern matches; it is tried only then."""


KINDS: tuple[type[Rule], ...] = (Substance, Item, Unit, Noun, Trigger, Role, IncidentType)
"""Every kind of rule, in the order ``casedesk rules list`` prints them."""
