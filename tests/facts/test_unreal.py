"""What did not happen is no fact: negations, denials, plans, suppositions, nothing of it."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Age, Count, Money, Seizure


def told(text: str) -> list[str]:
    """The quotes of the counts and seizures of a text."""
    return [
        text[m.start : m.end]
        for m in extract(text).mentions
        if isinstance(m.value, Count | Seizure)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police did not arrest 5 men.",
        "Police didn't arrest 5 men.",
        "Police never arrested the 5 men.",
        "20 men were not arrested.",
        "None of the 20 suspects was arrested.",
        "Police failed to arrest 20 men.",
        "Police tried to arrest 20 men.",
        "Officers planned to arrest 12 men on Monday.",
        "Officers were hoping to seize 12 kg of heroin.",
        "The force withdrew without arresting 5 men.",
        "The gang fled without police arresting 5 men.",
        "The 2019 police raid shook the town.",
        "Police denied that they had seized 20 kg of cocaine.",
        "Police denied they had seized 20 kg of cocaine.",
        "Police denied seizing 20 kg of cocaine.",
        "If police seize 20 kg of cocaine, they burn it.",
        "Police will arrest 20 men next week.",
        "20 kg of cocaine will be seized.",
        "Police said zero kilograms of cocaine was seized.",
        "Zero people were killed.",
        "Police arrested 0 people.",
    ],
)
def test_what_did_not_happen_is_no_fact(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Police not only arrested 5 men but seized 20 kg of cocaine.",
         ["5 men", "20 kg of cocaine"]),
        ("Police did not comment but arrested 5 men.", ["5 men"]),
        ("Two men denied smuggling 20 kg of cocaine.", ["20 kg of cocaine"]),
        ("Police, who did not fire, seized 20 kg of cocaine.", ["20 kg of cocaine"]),
    ],
)  # fmt: skip
def test_what_happened_beside_it_is_kept(text: str, quotes: list[str]) -> None:
    assert [quote for quote in told(text) if quote in quotes] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 5 kg of cannabis, and 3 people in a van were held.",
        "Police arrested 25 men. Officers seized 20 of them.",
    ],
)
def test_whom_the_police_seize_is_not_kidnapped(text: str) -> None:
    assert "kidnapped" not in _roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen seized 20 people.",
        "Pirates seized 12 crew members off Benin.",
        "Twelve sailors were seized by pirates.",
    ],
)
def test_whom_gunmen_seize_is_kidnapped(text: str) -> None:
    assert _roles(text) == ["kidnapped"]


def _roles(text: str) -> list[str]:
    return [m.value.role for m in extract(text).mentions if isinstance(m.value, Count)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Police seized 5 kgs of cannabis (11 lbs).", ["5 kgs of cannabis"]),
        ("Police seized 5 kg of cannabis (11 lb) and 3 kg of heroin.",
         ["5 kg of cannabis", "3 kg of heroin"]),
    ],
)  # fmt: skip
def test_a_conversion_in_brackets_is_no_second_seizure(text: str, quotes: list[str]) -> None:
    assert told(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 14,235 kilograms of cannabis resin in a truck followed by a car.",
        "Morocco seized 217.32 kilograms of cocaine, while cannabis seizures rose by 37 tonnes.",
    ],
)
def test_a_lorry_or_another_substance_raises_no_doubt(text: str) -> None:
    assert not any(mention.flags for mention in extract(text).mentions)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He tried to smuggle 5 kg of cocaine into Spain.", ["5 kg of cocaine"]),
        ("Police arrested 12 men who had planned to flee.", ["12 men"]),
        ("Without delay, police arrested 12 men.", ["12 men"]),
        ("Police seized 2000 tablets of ecstasy and his 2000 pills.",
         ["2000 tablets of ecstasy", "2000 pills"]),
        ("Police seized 18 kg of cocaine, or about 40 pounds, in Lima.", ["18 kg of cocaine"]),
        ("Police seized 18 kg of cocaine or 30 kg of heroin.",
         ["18 kg of cocaine", "30 kg of heroin"]),
    ],
)  # fmt: skip
def test_what_was_tried_and_found_out_is_told(text: str, quotes: list[str]) -> None:
    assert told(text) == quotes


def test_people_between_two_numbers_are_at_least_the_first() -> None:
    (mention,) = extract("Police arrested between 5 and 10 people.").mentions
    assert isinstance(mention.value, Count)
    assert (mention.value.n, mention.value.mod) == (5, "at_least")


def test_who_is_one_of_those_told_is_no_age() -> None:
    text = "Police held three men aged 25, 31 and 40, one of whom is wanted."
    (age,) = (m.value for m in extract(text).mentions if isinstance(m.value, Age))
    assert (age.min, age.max) == (25, 40)


def test_a_sum_converted_after_or_is_one_sum() -> None:
    (sum_,) = extract("Customs seized 100,000 dirhams, or nearly $10,000.").mentions
    assert isinstance(sum_.value, Money)
    assert (sum_.value.amount, sum_.value.usd) == (Decimal(100_000), Decimal(10_000))
