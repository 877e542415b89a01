"""The kinds of rules that tell names: of countries, places, organisations and people."""

from typing import ClassVar, Literal

from facts.rules.kinds import Rule


class Country(Rule, frozen=True, kw_only=True):
    """A country or territory; the id is its ISO 3166-1 alpha-2 code."""

    table: ClassVar[str] = "country"
    file: ClassVar[str] = "countries.toml"

    names: str
    """The usual English name first, then the others."""
    people: str = ""
    """Adjectives and demonyms in the singular."""
    capital: str = ""
    """The city whose name may stand for the government."""
    country: str = ""
    """The code of the country it is a part of, where it is not one itself."""
    within: str = ""
    """The code of a country whose news names its towns as its own."""
    type: str = "country"


class Demonym(Rule, frozen=True, kw_only=True):
    """An adjective or demonym of an area wider than a country, or of a part of one."""

    table: ClassVar[str] = "nationality"
    file: ClassVar[str] = "nationalities.toml"

    words: str
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    region: str | None = None


class NotNationality(Rule, frozen=True, kw_only=True):
    """Where an adjective or demonym says nothing of people or a country."""

    table: ClassVar[str] = "notnationality"
    file: ClassVar[str] = "nationalities.toml"

    phrases: str = ""
    """Things that are called so: "Indian hemp"."""
    after: str = ""
    """Words after the adjective: "Moroccan dirhams"."""


class PlaceNames(Rule, frozen=True, kw_only=True):
    """Places of one type and one country that are no countries and not in the table of towns."""

    table: ClassVar[str] = "place"
    file: ClassVar[str] = "places.toml"

    names: str
    type: str
    """city, region, port, district, airport, sea, river or continent."""
    country: str | None = None
    """ISO 3166-1 alpha-2; none for seas, continents and areas wider than a country."""
    one: bool = False
    """True where all are names of one place, the first being the usual one."""


class ShortNames(Rule, frozen=True, kw_only=True):
    """Regions of a country by the short names that follow a town and a comma: "Tucson, Ariz."."""

    table: ClassVar[str] = "shortname"
    file: ClassVar[str] = "places.toml"

    names: str
    """Each full name with its short ones after a colon, without dots: "Arizona: Ariz AZ"."""
    country: str
    type: str = "region"


class PlaceWord(Rule, frozen=True, kw_only=True):
    """Words beside a name that make it a place: an id starts with "before" or "after" the name."""

    table: ClassVar[str] = "placeword"
    file: ClassVar[str] = "places.toml"

    words: str
    type: str
    """The type of the place."""


class Feature(Rule, frozen=True, kw_only=True):
    """Capitalised words that make the name of a feature of the land or the sea."""

    table: ClassVar[str] = "feature"
    file: ClassVar[str] = "places.toml"

    words: str
    type: str
    at: Literal["last", "first", "of"]
    """Where in the name: the last word, the first, or the first before "of"."""


class NotPlace(Rule, frozen=True, kw_only=True):
    """Words that are the names of towns too, and seldom mean them."""

    table: ClassVar[str] = "notplace"
    file: ClassVar[str] = "places.toml"

    words: str


class PlaceTerms(Rule, frozen=True, kw_only=True):
    """Words that stand before, within or after the names of places; the id says which."""

    table: ClassVar[str] = "placeterm"
    file: ClassVar[str] = "places.toml"

    words: str


class Agency(Rule, frozen=True, kw_only=True):
    """A named organisation."""

    table: ClassVar[str] = "agency"
    file: ClassVar[str] = "agencies.toml"

    names: str
    """The full name first, then the others."""
    acronym: str = ""
    """The usual acronym first, then the others; exactly as printed."""
    type: str = "agency"
    """agency, ministry, military, international, court, media, ngo, party, company, ..."""
    country: str = ""
    """ISO 3166-1 alpha-2; empty for those of many countries."""
    apart: bool = False
    """True where each name is an organisation of its own."""


class Group(Agency, frozen=True, kw_only=True):
    """An armed group or a criminal organisation."""

    table: ClassVar[str] = "group"
    file: ClassVar[str] = "groups.toml"

    type: str = "armed_group"


class Head(Rule, frozen=True, kw_only=True):
    """Words that make an organisation of the capitalised words around them."""

    table: ClassVar[str] = "head"
    file: ClassVar[str] = "organisations.toml"

    words: str
    type: str


class GangNoun(Rule, frozen=True, kw_only=True):
    """Common nouns beside the name of a gang, an armed group, a charity, a company."""

    table: ClassVar[str] = "gang"
    file: ClassVar[str] = "organisations.toml"

    words: str
    type: str
    where: Literal["beside", "called", "after", "before", "short"] = "beside"
    """Where the noun stands: beside the name, as a part of it; called: before "known as" or a name
    in quotes; after the name or right before it, as no part of it; short: right before it and only
    where it is in capitals."""


class NameWords(Rule, frozen=True, kw_only=True):
    """Words that open, join or end the name of an organisation; the id says which."""

    table: ClassVar[str] = "nameword"
    file: ClassVar[str] = "organisations.toml"

    words: str


class Title(Rule, frozen=True, kw_only=True):
    """Words beside the name of a person; the id says how."""

    table: ClassVar[str] = "title"
    file: ClassVar[str] = "people.toml"

    words: str


class GivenNames(Rule, frozen=True, kw_only=True):
    """Given names by which a person is known without a title."""

    table: ClassVar[str] = "given"
    file: ClassVar[str] = "people.toml"

    words: str


class Surnames(Rule, frozen=True, kw_only=True):
    """Surnames that stand before the given name."""

    table: ClassVar[str] = "surname"
    file: ClassVar[str] = "people.toml"

    words: str


NAMING: tuple[type[Rule], ...] = (
    Country,
    Demonym,
    NotNationality,
    PlaceNames,
    ShortNames,
    PlaceWord,
    Feature,
    NotPlace,
    PlaceTerms,
    Agency,
    Group,
    Head,
    GangNoun,
    NameWords,
    Title,
    GivenNames,
    Surnames,
)
"""Every kind of rule about names."""
