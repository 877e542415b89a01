"""Numbers that cannot be meant: flagged, with a reading and a reason, and nothing else flagged."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Mention

YEAR = (
    "Security operations enabled police to seize 179,657 tonnes of cannabis in 2019. Police also "
    "seized 542,455 kilograms of cocaine, 7,196 kilograms of heroin, and 1,407,451 tablets of "
    "ecstasy, including 974,983 ecstasy tablets from Europe."
)


def flagged(text: str) -> list[Mention]:
    return [mention for mention in extract(text).mentions if mention.flags]


def test_decimal_commas_are_suspected_by_ceiling_and_by_neighbour() -> None:
    found = flagged(YEAR)
    assert [YEAR[m.start : m.end].split()[0] for m in found] == ["179,657", "542,455", "7,196"]
    assert [m.flags for m in found] == [
        ("implausible_magnitude", "decimal_comma_suspected"),
        ("implausible_magnitude", "decimal_comma_suspected"),
        ("decimal_comma_suspected",),
    ]
    suggested = [m.suggested.quantity for m in found if m.suggested]
    assert suggested == [Decimal("179657"), Decimal("542.455"), Decimal("7.196")]


def test_a_flag_says_why_in_words() -> None:
    first, _, third = flagged(YEAR)
    assert first.reasons == (
        "one comma, three digits, above the ceiling of 8000 t a year for cannabis",
    )
    assert "the shape of its neighbour '542,455 kilograms of cocaine'" in third.reasons[0]


def test_less_than_its_own_increase_is_inconsistent() -> None:
    text = "Police seized 217.32 kilograms of cannabis resin, 37 tonnes more than in 2019."
    (mention,) = flagged(text)
    assert mention.flags == ("inconsistent_with_context",)
    assert mention.suggested is not None
    assert mention.suggested.quantity == Decimal("217320")


def test_more_than_a_car_can_carry_is_a_decimal_comma() -> None:
    (mention,) = flagged("Officers found 14,235 kilograms of cannabis resin in a private car.")
    assert mention.flags == ("implausible_magnitude", "decimal_comma_suspected")
    assert mention.suggested is not None
    assert mention.suggested.quantity == Decimal("14.235")
    assert mention.reasons == (
        "one comma, three digits, more than the 2,000 kg that a car may hold",
    )


@pytest.mark.parametrize(
    "place",
    [
        "hidden in the soles of their hiking boots",
        "strapped under her clothes",
        "in their underwear",
        "in the lining of a suitcase",
    ],
)
def test_more_than_is_worn_or_hidden_on_a_person_is_a_decimal_comma(place: str) -> None:
    (mention,) = flagged(f"Police caught three men with 1,240 kilograms of cocaine {place}.")
    assert mention.flags == ("implausible_magnitude", "decimal_comma_suspected")
    assert mention.suggested is not None
    assert mention.suggested.quantity == Decimal("1.24")


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 1,240 kg of cocaine in a container, in the soles of its boots.",
        "Police seized 1,663 kg of cannabis in a car.",
        "Police seized 6,663 kg of cannabis in a warehouse and a car.",
        "Police seized 6,663 kg of cannabis.",
        "In 2019, police seized 179,657 kilograms of cannabis.",
        "Customs seized 16 tonnes of cocaine in Hamburg.",
        "Colombia seized 669 tonnes of cocaine in 2021.",
        "The police confiscated 2,496 cell phones.",
        "Guards seized 118,596 pills and 1,124 kg of kif.",
    ],
)
def test_what_can_be_meant_is_not_flagged(text: str) -> None:
    assert flagged(text) == []
