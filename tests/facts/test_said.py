"""Values as an analyst says them: read by the rules, or refused with what is right."""

from decimal import Decimal

import pytest

from facts.model import (
    Acronym,
    Age,
    AnyValue,
    Count,
    Date,
    Measure,
    Money,
    Nationality,
    Operation,
    Organisation,
    Person,
    Place,
    PublicationDate,
    Published,
    Seizure,
    fact_key,
)
from facts.said import RIGHT, UnclearError, said, said_in

RESIN = Seizure("cannabis resin", "drug", Decimal(179657000), "kg", printed="179,657 tonnes")
PILLS = Seizure("pills", "drug", Decimal(3), "unit")
CELLS = Count(2000, "cells_dismantled", "more_than")
WEDNESDAY = Published("2020-09-23", "header")


@pytest.mark.parametrize(
    ("kind", "words", "like", "value"),
    [
        ("count", "21 people arrested", None, Count(21, "arrests")),
        ("count", "207 cells", None, Count(207, "cells_dismantled")),
        ("count", "at least 207 cells", None, Count(207, "cells_dismantled", "at_least")),
        ("count", "1 cell dismantled", None, Count(1, "cells_dismantled")),
        ("count", "at least 30 officers", None, Count(30, "officers", "at_least")),
        ("count", "some people arrested", None, Count(None, "arrests", "vague")),
        ("count", "hundreds of animals rescued", None, Count(None, "animals_rescued", "hundreds")),
        ("count", "207", CELLS, Count(207, "cells_dismantled")),
        ("seizure", "179.657 t", RESIN, Seizure("cannabis resin", "drug", Decimal(179657), "kg")),
        ("seizure", "179.5", RESIN, Seizure("cannabis resin", "drug", Decimal("179.5"), "kg")),
        ("seizure", "4", PILLS, Seizure("pills", "drug", Decimal(4), "unit")),
        ("seizure", "4 cars", RESIN, Seizure("cars", "vehicle", Decimal(4), "unit")),
        (
            "seizure", "almost 40 pounds of cocaine", None,
            Seizure("cocaine", "drug", Decimal("18.1436948"), "kg", "nearly"),
        ),
        ("money", "MAD 6 million", None, Money(Decimal(6000000), "MAD")),
        ("money", "103,305", Money(Decimal(1), "USD"), Money(Decimal(103305), "USD")),
        ("date", "2002-", None, Date("2002-01-01", None, "year", "since")),
        ("date", "2019..2021", None, Date("2019-01-01", "2021-12-31", "range")),
        ("date", "the first week of April 2020", None, Date("2020-04-01", "2020-04-07", "week")),
        ("date", "on Tuesday", None, Date("2020-09-22", "2020-09-22", "day")),
        ("date", "until May 2020", None, Date(None, "2020-05-31", "month", "until")),
        ("publication_date", "22 Sep 2020", None, PublicationDate("2020-09-22")),
        ("place", "Foobar, Morocco", None, Place("Foobar", "place", "MA")),
        ("nationality", "Moroccan", None, Nationality("MA")),
        ("nationality", "Algeria", None, Nationality("DZ")),
        ("organisation", "Sea Guard (SG)", None, Organisation("Sea Guard", "SG")),
        ("acronym", "SG = Sea Guard", None, Acronym("SG", "Sea Guard")),
        ("operation", "Operation Neptune II", None, Operation("Neptune II")),
        ("person", "Ana Silva, spokeswoman", None, Person("Ana Silva", "spokeswoman")),
        ("age", "27", None, Age(27, 27)),
        ("age", "20 to 30", None, Age(20, 30)),
        ("age", "18 or more", None, Age(18, None)),
        ("measure", "12 km", None, Measure(Decimal(12), "km")),
    ],
)  # fmt: skip
def test_words_are_read_as_a_value(
    kind: str, words: str, like: AnyValue | None, value: AnyValue
) -> None:
    found = said(kind, words, like=like, published=WEDNESDAY)
    assert fact_key(found) == fact_key(value)
    assert getattr(found, "unresolved", None) is None


def test_a_place_that_is_known_comes_with_its_country() -> None:
    larache = said("place", "Larache")
    assert isinstance(larache, Place)
    assert (larache.country, larache.lat is not None) == ("MA", True)


@pytest.mark.parametrize("kind", RIGHT)
def test_what_cannot_be_read_is_refused_with_what_is_right(kind: str) -> None:
    with pytest.raises(UnclearError, match="it is written as"):
        said(kind, "")
    for right in RIGHT[kind].replace(" or ", ", ").split(", "):
        if kind not in ("place", "person", "age"):
            assert said(kind, right)


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [
        ("count", "9 blorbs", "9 blorbs is not a count; .* 21 people arrested"),
        ("date", "soon", "soon is not a date; .* since 2002"),
        ("place", "Foobar, ZZ", "no country ZZ"),
        ("date", "2021..2019", "is not a date"),
        ("age", "30 to 20", "is not an age"),
    ],
)
def test_the_reason_is_given(kind: str, words: str, why: str) -> None:
    with pytest.raises(UnclearError, match=why):
        said(kind, words)


def test_words_of_a_text_are_read_in_their_sentence() -> None:
    text = (
        "It was over. Officers seized almost 40 pounds of cocaine and arrested 21 men. More came."
    )
    cocaine = Seizure("cocaine", "drug", Decimal(1), "kg")

    def read(kind: str, words: str, like: AnyValue | None = None) -> AnyValue:
        start = text.index(words)
        return said_in(kind, text, start, start + len(words), like=like)

    assert read("count", "21 men") == Count(21, "arrests")
    assert read("seizure", "40 pounds", cocaine) == Seizure(
        "cocaine", "drug", Decimal("18.14369480"), "kg"
    )
    nearly = read("seizure", "almost 40 pounds of cocaine")
    assert isinstance(nearly, Seizure)
    assert (nearly.mod, nearly.printed) == ("nearly", "40 pounds")
    with pytest.raises(UnclearError):
        read("count", "21")


def test_of_a_very_long_sentence_only_what_is_near_is_read() -> None:
    text = "so " * 300_000 + "they arrested 21 men and" + " so" * 300_000
    start = text.index("21 men")
    assert said_in("count", text, start, start + 6) == Count(21, "arrests")
    with pytest.raises(UnclearError, match="so many words"):
        said_in("count", text, 0, len(text))
