"""Numbers as they are printed and as they are read."""

from decimal import Decimal

import pytest

from facts.numbers import Number, find
from facts.text import read


def numbers(text: str) -> list[Number]:
    return find(read(text))


def only(text: str) -> Number:
    (number,) = numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("1,407,451 tablets", "1407451", "1,407,451"),
        ("2,496 cell phones", "2496", "2,496"),
        ("٢٬٤٩٦ phones", "2496", "٢٬٤٩٦"),
        ("۲۵ kg", "25", "۲۵"),
        ("１２ kg", "12", "１２"),
        ("1.992 tonnes", "1.992", "1.992"),
        ("179,657 tonnes", "179657", "179,657"),
        ("15,01 quintals", "15.01", "15,01"),
        ("3,5 tonnes", "3.5", "3,5"),
        ("0,543 kg", "0.543", "0,543"),
        ("1, 000 pills", "1000", "1, 000"),
        ("17, 793 pills", "17793", "17, 793"),
        ("1 407 451 pills", "1407451", "1 407 451"),
        ("7\u00a0600 kg", "7600", "7\u00a0600"),
        ("1.407.451 doses", "1407451", "1.407.451"),
        ("2,50,000 rupees", "250000", "2,50,000"),
        ("5 lakh rupees", "500000", "5 lakh"),
        ("nine (9) men", "9", "nine (9)"),
        ("43 (forty-three) rifles", "43", "43 (forty-three)"),
        ("a dozen cars", "12", "a dozen"),
        ("two dozen cars", "24", "two dozen"),
        ("half a tonne", "0.5", "half a"),
        ("half a million euros", "500000", "half a million"),
        ("thirty-nine people", "39", "thirty-nine"),
        ("two hundred and six men", "206", "two hundred and six"),
        ("one thousand two hundred", "1200", "one thousand two hundred"),
        ("two and a half million", "2500000", "two and a half million"),
        ("a million and a half", "1500000", "a million and a half"),
        ("1.2 million searches", "1200000", "1.2 million"),
        ("2½ tonnes", "2.5", "2½"),
        ("03 metal detectors", "3", "03"),
        ("476kg of cannabis", "476", "476"),
    ],
)
def test_a_number_is_read_as_english_prints_it(text: str, value: str, printed: str) -> None:
    number = only(text)
    assert number.value == Decimal(value)
    assert number.printed == printed


@pytest.mark.parametrize(
    ("text", "mod", "printed"),
    [
        ("hundreds of cars", "hundreds", "hundreds"),
        ("tens of thousands of pills", "thousands", "tens of thousands"),
        ("several hundred kg", "hundreds", "several hundred"),
        ("a large number of phones", "vague", "a large number"),
        ("a few men", "vague", "a few"),
        ("huge quantities of hashish", "vague", "huge quantities"),
        ("more than hundreds of cars", "hundreds", "hundreds"),
    ],
)
def test_a_vague_amount_has_no_value(text: str, mod: str, printed: str) -> None:
    number = only(text)
    assert (number.value, number.mod, number.printed) == (None, mod, printed)


@pytest.mark.parametrize(
    ("text", "mod", "start"),
    [
        ("at least 195 people", "at_least", 0),
        ("more than a dozen people", "more_than", 0),
        ("over 3,100 police", "more_than", 0),
        ("nearly 500 victims", "nearly", 0),
        ("some 2.8 tons", "about", 0),
        ("as many as 30 men", "up_to", 0),
        ("arrested approximately 12 men", "approximately", 9),
        ("arrested 12 men", None, 9),
    ],
)
def test_a_modifier_is_kept_with_its_place(text: str, mod: str | None, start: int) -> None:
    number = only(text)
    assert (number.mod, number.mod_start) == (mod, start)


@pytest.mark.parametrize(
    "text",
    ["AK-47 rifles", "Covid-19", "at 10:30 a.m.", "on 3/5/2021", "the 21st", "Article 19",
     "no one came", "this one", "one another", "as many as they could", "G20"],
)  # fmt: skip
def test_parts_of_names_times_ordinals_and_labels_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_lists_stay_lists() -> None:
    assert [n.value for n in numbers("12, 300 and 400 people")] == [12, 300, 400]
    assert [n.value for n in numbers("on June 12, 300 people")] == [12, 300]
    assert [n.value for n in numbers("two and three")] == [2, 3]


def test_groups_are_told_apart_from_plain_digits() -> None:
    assert only("7,196 kilograms").grouped
    assert not only("7196 kilograms").grouped


def test_digits_without_end_are_no_number() -> None:
    assert numbers("9" * 5000) == []


@pytest.mark.parametrize(
    "text",
    [f"5 {'million ' * 900}tonnes", f"$3 {'trillion ' * 9000}", f"five {'hundred ' * 900}men"],
)
def test_no_run_of_scales_reads_beyond_what_articles_count(text: str) -> None:
    assert all(n.value is None or n.value <= 10**18 for n in numbers(text))


def test_a_larger_scale_follows_a_small_one() -> None:
    assert only("3 thousand million euros").value == 3 * 10**9
    assert only("2 lakh crore rupees").value == 2 * 10**12


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$6, 300 pills and a gun", [6, 300]),
        ("killed 12, 300 fled", [12, 300]),
        ("rose by 12, 300% more", [12, 300]),
        ("$17, 793 was found", [17793]),
        ("$6, 000 notes", [6000]),
    ],
)
def test_a_sum_and_a_count_beside_each_other_stay_two(text: str, values: list[int]) -> None:
    assert [n.value for n in numbers(text)] == values
