"""Values, days and incidents in words."""

from decimal import Decimal

import pytest

from facts.model import (
    Acronym,
    Age,
    AnyValue,
    Count,
    Date,
    Incident,
    Measure,
    Money,
    Nationality,
    Operation,
    Organisation,
    Period,
    Person,
    Place,
    PublicationDate,
    Reading,
    Seizure,
)
from tui import doubts, wording
from tui.days import day, period
from tui.incident_words import incident_words
from tui.panes.places import Place as Box
from tui.panes.places import arrange


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (PublicationDate("2020-09-23"), "23 Sep 2020"),
        (Date("2020-09-22", "2020-09-22", "day"), "22 Sep 2020"),
        (Date(None, None, "day", unresolved="vague"), "unknown day (vague)"),
        (
            Date("XXXX-07-24", "XXXX-09-08", "range", unresolved="year"),
            "24 Jul – 8 Sep, the year is open",
        ),
        (Place("Casablanca", "city", "MA"), "Casablanca, MA"),
        (Place("Morocco", "country", "MA"), "Morocco"),
        (Place("Europe", "continent", None), "Europe"),
        (Nationality(region="Africa"), "Africa"),
        (Organisation("Europol"), "Europol"),
        (Organisation("General Directorate", "DGSN"), "General Directorate (DGSN)"),
        (Acronym("WCO", "World Customs Organization"), "WCO = World Customs Organization"),
        (Operation("Neptune II"), "Operation Neptune II"),
        (Person("Ana Silva", "spokeswoman"), "Ana Silva, spokeswoman"),
        (Count(21, "arrests"), "21 people arrested"),
        (Count(1, "arrests"), "1 person arrested"),
        (Count(195, "arrests", "at_least"), "at least 195 people arrested"),
        (Count(1, "investigations_opened"), "1 investigation opened"),
        (Count(3, "killed"), "3 people killed"),
        (Count(None, "animals_rescued", "hundreds"), "hundreds of animals rescued"),
        (Count(None, "arrests", "thousands"), "thousands of people arrested"),
        (
            Seizure("cannabis resin", quantity=Decimal(1992), unit="kg", printed="1.992 tonnes"),
            "1.992 tonnes of cannabis resin = 1,992 kg",
        ),
        (Seizure("cell phones", quantity=Decimal(2496), unit="unit"), "2,496 cell phones"),
        (Seizure("pills", unit="unit", mod="vague", printed="thousands"), "thousands of pills"),
        (Seizure("pills", unit="unit", mod="thousands", printed="thousands"), "thousands of pills"),
        (Seizure("cars", unit="unit", mod="hundreds", printed="hundreds"), "hundreds of cars"),
        (Seizure("cars", unit="unit", mod="dozens"), "dozens of cars"),
        (
            Seizure("oxy capsules", None, Decimal(9), "unit", printed="9 capsules"),
            "9 oxy capsules",
        ),
        (
            Seizure("cocaine doses", None, Decimal(9), "dose", printed="9 doses"),
            "9 doses of cocaine",
        ),
        (Seizure("cocaine doses", None, Decimal(9), "dose"), "9 doses of cocaine"),
        (Seizure("computers"), "computers"),
        (
            Money(Decimal(931870), "MAD", Decimal(103305), "approximately", "cash_seized"),
            "approximately MAD 931,870 ($103,305), cash seized",
        ),
        (Money(Decimal("0.50"), "EUR"), "EUR 0.5"),
        (Money(None, "USD", mod="millions"), "millions of USD"),
        (Age(20, 45), "aged 20 to 45"),
        (Age(30, 30), "aged 30"),
        (Age(18, None), "aged 18 or more"),
        (Measure(Decimal(127000), "kg", "increase", "increase"), "127,000 kg, increase"),
    ],
)
def test_a_value_in_words(value: AnyValue, said: str) -> None:
    assert wording.words(value) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2020-09-14", "2020-09-20", "14–20 Sep 2020"),
        ("2021-03-29", "2021-04-02", "29 Mar – 2 Apr 2021"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2020-02-01", "2020-02-29", "Feb 2020"),
        ("2002-01-01", None, "since 2002"),
        (None, "2020-01-05", "until 5 Jan 2020"),
        (None, None, "unknown"),
        ("2018-03-06", "2021-03-06", "6 Mar 2018 – 6 Mar 2021"),
    ],
)
def test_a_period_in_words(start: str | None, end: str | None, said: str) -> None:
    assert period(start, end) == said


def test_what_is_no_day_stays_as_it_is() -> None:
    assert [day("2020-Q3"), day("2020"), day("2020-13-01")] == ["2020-Q3", "2020", "1 13 2020"]


def test_both_readings_of_a_number() -> None:
    printed = Seizure("heroin", quantity=Decimal(7196), unit="kg", printed="7,196 kilograms")
    assert doubts.as_printed(printed) == "7,196 kilograms"
    assert doubts.reading(printed, Reading(Decimal("7.196"), "kg")) == "7.196 kg"


def test_an_incident_without_a_day_or_a_place_says_so() -> None:
    incident = Incident(id="i1", types=("arrest",), scope="event")
    assert incident_words(incident) == "arrest · no date · no place"


def test_an_incident_in_words() -> None:
    incident = Incident(
        id="i1",
        types=("drug_seizure",),
        scope="aggregate",
        date=Period("2019-01-01", "2019-12-31"),
        countries=("MA", "ES", "FR"),
    )
    assert incident_words(incident) == "drug seizure · total · 2019 · MA, ES …"


@pytest.mark.parametrize("columns", [60, 80, 119, 120, 200])
@pytest.mark.parametrize("rows", [16, 24, 60])
@pytest.mark.parametrize("pane", ["list", "text", "facts", "note"])
def test_panes_fill_the_screen_and_do_not_overlap(columns: int, rows: int, pane: str) -> None:
    cells = [
        (x, y)
        for box in arrange(columns, rows, pane).values()
        for x in range(box.x, box.x + box.width)
        for y in range(box.y, box.y + box.height)
    ]
    assert len(cells) == len(set(cells)) == columns * (rows - 3)


def test_a_small_terminal_has_no_panes() -> None:
    assert arrange(59, 40, "list") == arrange(120, 15, "list") == {}
    assert arrange(120, 40, "list")["list"] == Box(0, 0, 38, 37)
