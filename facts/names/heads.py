"""The words that names of organisations are made of."""

from collections.abc import Iterable

from msgspec import Struct

from facts.folding import fold
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import GangNoun, Head, NameWords


class Heads(Struct, frozen=True):
    """The words that names of organisations are made of, as printed."""

    types: dict[str, str]
    """The type of organisation that a head word gives ("Ministry": ministry)."""
    openers: frozenset[str]
    """Heads before "of" or "for"."""
    joiners: frozenset[str]
    """Lower-case words inside a name."""
    outside: frozenset[str]
    """Capitalised words that are no part of the name beside them."""
    matters: frozenset[str]
    """Capitalised words that name a belief, a people, a make."""
    owners: frozenset[str]
    """Words whose "'s" belongs to the name: "People's National Army"."""
    ranks: frozenset[str]
    """Capitalised words that belong to a person and end the name of an organisation."""
    reigns: frozenset[str]
    """Those of them that the name of an airport opens with: "King Zed Airport"."""
    things: frozenset[str]
    """Capitalised words that make a thing or a place of the words before them."""
    objects: frozenset[str]
    """Capitalised words that end the long form of a short form that is no organisation."""
    vague: frozenset[str]
    """Capitalised heads that name no organisation in particular."""
    levels: frozenset[str]
    """Words that make of a known name that of a body below the country: "Yunnan Provincial ..."."""
    parts: frozenset[str]
    """Heads that make of a body's name that of a part of it: "National Police Unit"."""
    numbered: frozenset[str]
    """Heads of units that have numbers: "19th Infantry Division"."""
    areas: frozenset[str]
    """Heads that make a part of a town of its name: "Makindye Division"."""
    abroad: frozenset[str]
    """Heads that "in" and a region go on after: "Mission in Zyx"."""
    tools: frozenset[str]
    """Nouns after an acronym that is no body, but what one uses."""

    ship_marks: frozenset[str]
    """Abbreviations before the name of a ship: MV."""
    vessels: frozenset[str]
    """Nouns before the name of a ship: "vessel"."""

    no_bodies: frozenset[str]
    """Words in capitals that name no organisation: GPS."""
    acts: frozenset[str]
    """Words after an acronym that make it an organisation: "spokesman"."""

    bodies: frozenset[str]
    """Common nouns for those who act for a country: "police", "troops"."""

    governs: frozenset[str]
    """Verbs after a capital that stands for its government."""
    addressed: frozenset[str]
    """Verbs before one."""
    struggles: frozenset[str]
    """Words within a name that "against" goes on after: "Fight"."""
    twins: frozenset[str]
    """Heads that may be the first of two matters of a service."""
    services: frozenset[str]
    """Heads of a service for two matters: "Intelligence and Security Service"."""
    press: frozenset[str]
    """Words that make a medium of an agency."""
    sides: frozenset[str]
    """Prefixes that take a side and make no new name: "pro-ISIS"."""
    prefixes: frozenset[str]
    """Short words for peoples in the names of borders: "Indo-Pak"."""
    sited: frozenset[str]
    """Words before "at" that lead to a place, not to a firm: "stopped at"."""
    gangs: dict[str, str]
    """Common nouns for gangs, and the type each gives: "clan"."""
    called: dict[str, str]
    """Those and others before "known as" or a name in quotes: "network"."""
    bearers: dict[str, str]
    """Those after a name that they are no part of: "flight"."""
    leading: dict[str, str]
    """Those right before a name, by their last word: "NGO"."""
    leading_short: dict[str, str]
    """Those right before a name in capitals: "group"."""
    nouns: frozenset[str]
    """All these common nouns."""

    def breaks_at(self, owner: str) -> bool:
        """Whether a possessive ends a name: "Morocco's" does, "People's" does not."""
        return fold(owner) not in self.owners


def heads(rules: RuleBook) -> Heads:
    """The words of the rule book that names of organisations are made of."""
    kinds = {entry.id: entry for entry in rules.table(NameWords).values()}
    gangs = rules.table(GangNoun).values()
    types = {word: head.type for head in rules.table(Head).values() for word in listed(head.words)}

    def of(name: str) -> frozenset[str]:
        return frozenset(listed(kinds[name].words)) if name in kinds else frozenset()

    return Heads(
        types,
        of("openers"),
        of("joiners"),
        of("outside"),
        of("matters"),
        frozenset(fold(word) for word in of("owners")),
        of("ranks"),
        of("reigns"),
        of("things"),
        of("objects"),
        frozenset(fold(word) for word in of("vague")),
        of("levels"),
        of("parts"),
        of("numbered"),
        of("areas"),
        of("abroad"),
        of("tools"),
        of("ship_marks"),
        of("vessels"),
        of("no_bodies"),
        of("acts"),
        of("bodies"),
        of("governs"),
        of("addressed"),
        of("struggles"),
        of("twins"),
        of("services"),
        of("press"),
        of("sides"),
        of("prefixes"),
        of("sited"),
        _nouns(gangs, "beside"),
        _nouns(gangs, "beside", "called"),
        _nouns(gangs, "after"),
        _nouns(gangs, "before"),
        _nouns(gangs, "before", "short"),
        frozenset(_nouns(gangs, "beside", "called", "after", "before", "short")),
    )


def _nouns(gangs: Iterable[GangNoun], *where: str) -> dict[str, str]:
    """The nouns that a name stands so beside, by their last word, and the type each gives."""
    return {
        word.rpartition(" ")[2]: gang.type
        for gang in gangs
        if gang.where in where
        for word in listed(gang.words)
    }
