"""The forms in which a language of news says that something was seized, one line for each."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Count, Seizure


def seized(text: str) -> list[tuple[str | None, str | None, str]]:
    """Quantity, unit and item of each seizure, in the order of the text."""
    return [
        (_plain(m.value.quantity), m.value.unit, m.value.item)
        for m in extract(text).mentions
        if isinstance(m.value, Seizure)
    ]


def _plain(quantity: Decimal | None) -> str | None:
    return None if quantity is None else f"{quantity.normalize():f}"


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "item"),
    [
        ("Agents confiscated 60 cases of cigars.", "60", "case", "cigars"),
        ("Nine cases of smuggled rum were found in the shed.", "9", "case", "smuggled rum"),
        ("41 leopard skins weighing 90 kg were found on a bus.", "41", "unit", "leopard skins"),
        ("Inside her suitcase were 31 tortoises.", "31", "unit", "tortoises"),
        ("In the boot of the taxi was 3.5 kg of opium.", "3.5", "kg", "opium"),
        ("Tucked behind the seats were six rifles.", "6", "unit", "rifles"),
        ("In the second lorry there were 90 boxes of tramadol.", "90", "box", "tramadol"),
        ("Police said that on board were 400 kg of hashish.", "400", "kg", "hashish"),
        ("Guards stopped a bid to export 3,000 tortoises.", "3000", "unit", "tortoises"),
    ],
)
def test_a_form_that_tells_of_a_seizure(text: str, quantity: str, unit: str, item: str) -> None:
    assert (quantity, unit, item) in seized(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officers handled 60 cases of cigar smuggling.",
        "Courts heard 40 cases of weapons possession.",
        "On the list were 300 weapons.",
    ],
)
def test_a_form_that_only_looks_like_a_seizure(text: str) -> None:
    assert seized(text) == []


def test_cases_of_drugs_are_matters_of_the_law_where_nothing_is_in_them() -> None:
    text = "Last year police cracked 12,000 drug cases."
    assert seized(text) == []
    assert [m.value.role for m in extract(text).mentions if isinstance(m.value, Count)] == ["cases"]
