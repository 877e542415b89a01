"""Ranges and short scales: "5-10 people", "1.5m tablets"."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Count, Seizure


@pytest.mark.parametrize("printed", ["5-10 people", "5 to 10 people"])
def test_a_range_of_people_is_at_least_its_first_number(printed: str) -> None:
    text = f"Police arrested {printed}."
    (mention,) = (m for m in extract(text).mentions if isinstance(m.value, Count))
    assert text[mention.start : mention.end] == printed
    assert isinstance(mention.value, Count)
    assert (mention.value.role, mention.value.n, mention.value.mod) == ("arrests", 5, "at_least")


@pytest.mark.parametrize("printed", ["1.5 m", "1.5m"])
def test_m_before_tablets_is_a_million(printed: str) -> None:
    text = f"Police seized {printed} tablets of ecstasy."
    (mention,) = (m for m in extract(text).mentions if isinstance(m.value, Seizure))
    assert isinstance(mention.value, Seizure)
    assert (mention.value.item, mention.value.quantity) == ("ecstasy tablets", Decimal(1_500_000))
