"""Ages of people, and numbers with a unit that was not seized."""

from decimal import Decimal

import pytest

from facts import ages, measures, numbers
from facts.model import Age, Measure
from facts.rules import load
from facts.text import read


def ages_in(text: str) -> list[tuple[str, Age]]:
    article = read(text)
    found = ages.find(article, numbers.find(article), load())
    return [(text[m.start : m.end], m.value) for m in found if isinstance(m.value, Age)]


def measures_in(text: str) -> list[tuple[str, Measure]]:
    article = read(text)
    found = measures.find(article, numbers.find(article), load())
    return [(text[m.start : m.end], m.value) for m in found if isinstance(m.value, Measure)]


@pytest.mark.parametrize(
    ("text", "quote", "youngest", "oldest"),
    [
        ("men aged between 20 and 45", "aged between 20 and 45", 20, 45),
        ("two men, aged 19 and 25", "aged 19 and 25", 19, 25),
        ("men aged 22, 30 and 41", "aged 22, 30 and 41", 22, 41),
        ("three men, aged 35 and 46, and two women", "aged 35 and 46", 35, 46),
        ("aged between 27 and 44 years,", "aged between 27 and 44 years", 27, 44),
        ("a 34-year-old suspect", "34-year-old", 34, 34),
        ("a 17 year old girl", "17 year old", 17, 17),
        ("18 to 25 years old", "18 to 25 years old", 18, 25),
        ("Ahmed Alaoui, 34, was held", "34", 34, 34),
        ("Juan Perez (41), of Cádiz", "41", 41, 41),
        ("a man in his 30s", "in his 30s", 30, 39),
        ("a woman in her twenties", "in her twenties", 20, 29),
        ("girls under the age of 10", "under the age of 10", None, 9),
        ("a German hostage, 70, after a deadline", "70", 70, 70),
        ("one of the victims, 19, who had been recruited", "19", 19, 19),
        ("his wife, 31, and her son, were held", "31", 31, 31),
        ("two brothers, 19 and 22, were held", "19 and 22", 19, 22),
        ("a driver (45) was held", "45", 45, 45),
        ('Eli Quux, a/k/a "Ti Blan," 28, and others', "28", 28, 28),
        ("the suspect, A.B., 34, was held", "34", 34, 34),
        ("Zed Quux, 34 years, was held", "34", 34, 34),
        ("Zed Quux, 34; Xan Quux", "34", 34, 34),
        ("Zed Quux, 34", "34", 34, 34),
        ("Zed Quux, 34, fled", "34", 34, 34),
        ("the youngest victim, just 9, was treated", "9", 9, 9),
        ("the youngest was 3 and the rest older", "3", 3, 3),
        ("Oluwaseun Quux 'm' 34 years, was nabbed", "34", 34, 34),
        ("anyone over 18 convicted of it", "over 18", 19, None),
        ("the baby, 11 months old, was well", "11 months old", 0, 0),
        ("Diana de Cardenas, 33, was born there", "33", 33, 33),
        ("the 22- and 24-year-old men", "22- and 24-year-old", 22, 24),
        ("a man of 34, from Leeds", "34", 34, 34),
        ("the driver, who is 34, fled", "34", 34, 34),
        ("men whose ages ranged from 18 to 40", "ages ranged from 18 to 40", 18, 40),
        ("between the ages of 18 and 35", "between the ages of 18 and 35", 18, 35),
        ("people aged 18 or over", "aged 18 or over", 18, None),
        ("people aged 18 or more", "aged 18 or more", 18, None),
        ("people aged 60 and up", "aged 60 and up", 60, None),
        ("people aged 15 or less", "aged 15 or less", None, 15),
        ("people aged at least 18", "aged at least 18", 18, None),
        ("people aged up to 25", "aged up to 25", None, 25),
        ("people aged no more than 25", "aged no more than 25", None, 25),
        ("minors under 18 were found", "under 18", None, 17),
        ("the under-18s were freed", "under-18s", None, 17),
        ("men in their 20s and 30s", "in their 20s and 30s", 20, 39),
        ("a girl in her late teens", "in her late teens", 13, 19),
        ("an 18-month-old baby", "18-month-old", 1, 1),
        ("a baby aged eight months", "aged eight months", 0, 0),
    ],
)
def test_an_age_is_one_number_or_a_range(
    text: str, quote: str, youngest: int | None, oldest: int
) -> None:
    assert ages_in(text) == [(quote, Age(youngest, oldest))]


@pytest.mark.parametrize(
    "text",
    ["held in the United States (65), Germany (47) and Italy (41)",
     "on March 5, 12 people", "a five-year sentence", "the ten-year-old war", "in 2019, 34 cases",
     "12 people, 34 cars", "in Casablanca (34) and Rabat (12)", "an eight-month-old ban",
     "the number of arrests, 38, was low", "weapons under 18 kilograms", "a 20-year-old truck",
     "of the total, 40, were men", "a gang of 34 men"],
)  # fmt: skip
def test_numbers_that_are_no_ages(text: str) -> None:
    assert ages_in(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "quantity", "unit", "mod"),
    [
        ("an increase of 127 tonnes", "127 tonnes", "127000", "kg", "increase"),
        ("37 tonnes more than in 2019", "37 tonnes more", "37000", "kg", "increase"),
        ("a drop of nearly 3%", "nearly 3%", "3", "percent", "decrease"),
        ("12 percent fewer than in 2019", "12 percent fewer", "12", "percent", "decrease"),
        ("weighing 460.95kg", "460.95kg", "460.95", "kg", None),
        (
            "weighed 3 tonnes, 40 kilograms and 250 grams",
            "3 tonnes, 40 kilograms and 250 grams",
            "3040.25",
            "kg",
            None,
        ),
        ("a 1,100-km border", "1,100-km", "1100", "km", None),
        ("about 80 per cent of it", "about 80 per cent", "80", "percent", "about"),
        ("a rise of 40 ounces", "40 ounces", "1.1339809250", "kg", "increase"),
        ("12 nautical miles off", "12 nautical miles", "12", "nautical mile", None),
    ],
)
def test_a_measure_is_a_number_in_a_unit(
    text: str, quote: str, quantity: str, unit: str, mod: str | None
) -> None:
    ((found, value),) = measures_in(text)
    assert (found, value.quantity, value.unit, value.mod) == (quote, Decimal(quantity), unit, mod)


def test_a_mass_alone_is_left_to_the_seizures() -> None:
    assert measures_in("seized 5 tonnes of cannabis") == []
    assert measures_in("rose to 1,300 tonnes, up from 1,137 tonnes") == []
