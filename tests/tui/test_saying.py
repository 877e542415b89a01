"""What the screen says of a value is read as the same value."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import extract
from facts.model import (
    Acronym,
    Age,
    AnyValue,
    Count,
    Date,
    Measure,
    Money,
    Operation,
    PublicationDate,
    Seizure,
    fact_key,
    kind_of,
)
from facts.numbers.numerals import MODIFIERS, VAGUE
from facts.rules import load
from facts.rules.kinds import Role, Unit
from facts.said import said
from tests.laws import tried
from tui.desk.labels import value_words

SEEDS = Path(__file__).parents[2] / "seeds"
ROLES = sorted({role.role or name for name, role in load().table(Role).items()})
MEASURES = sorted({unit.unit for unit in load().table(Unit).values() if unit.measures})
SOME = sorted(set(VAGUE.values()))
UNITS = {"cannabis resin": "kg", "cocaine": "kg", "alcohol": "litre"}

numbers = st.integers(1, 2_000_000)
modifiers = st.sampled_from((None, *MODIFIERS))
some = st.sampled_from(SOME)
amounts = st.decimals("0.001", 9_999_999, places=3)
currencies = st.sampled_from(("MAD", "EUR", "USD"))
days = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)
values: st.SearchStrategy[AnyValue] = st.one_of(
    st.builds(
        lambda what, n, mod: Seizure(what, "drug", n, UNITS[what], mod),
        st.sampled_from(sorted(UNITS)), amounts, modifiers,
    ),
    st.builds(lambda n, mod: Seizure("cars", "vehicle", Decimal(n), "unit", mod),
              numbers, modifiers),
    st.builds(lambda mod: Seizure("cars", "vehicle", None, "unit", mod), some),
    st.builds(lambda n, c, mod: Money(Decimal(n), c, mod=mod), numbers, currencies, modifiers),
    st.builds(lambda c, mod: Money(None, c, mod=mod), currencies, some),
    st.builds(lambda n, unit, mod: Measure(n, unit, mod=mod),
              amounts, st.sampled_from(MEASURES), modifiers),
    st.builds(lambda a, b: Age(min(a, b), max(a, b)), st.integers(1, 99), st.integers(1, 99)),
    days.map(PublicationDate),
    st.sampled_from(("Neptune II", "Trigger VI")).map(Operation),
    st.tuples(days, days).map(lambda both: Date(min(both), max(both), "range")),
    st.builds(Date, st.none(), days, st.just("day"), st.just("until")),
    st.builds(Acronym, st.sampled_from(("WCO", "Daesh")), st.sampled_from(("Islamic State",))),
)  # fmt: skip


def assert_can_be_typed(value: AnyValue) -> None:
    words = value_words(value, is_corrected=True)
    for like in (None, value):
        read = said(kind_of(value), words, like=like)
        assert fact_key(read) == fact_key(value), words
        assert getattr(read, "mod", None) == getattr(value, "mod", None), words


@tried(60)
@given(values)
def test_what_is_shown_can_be_typed(value: AnyValue) -> None:
    assert_can_be_typed(value)


@pytest.mark.parametrize("role", ROLES)
def test_a_count_of_each_role_can_be_typed_as_it_is_shown(role: str) -> None:
    for mod in (None, *MODIFIERS):
        for n in (0, 1, 2, 1_000, 2_000_000):
            assert_can_be_typed(Count(n, role, mod))
    for mod in SOME:
        assert_can_be_typed(Count(None, role, mod))


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_what_is_found_in_a_seed_can_be_typed_as_it_is_shown(seed: Path) -> None:
    found = extract(seed.read_text(encoding="utf-8"))
    for value in {fact_key(mention.value): mention.value for mention in found.mentions}.values():
        if isinstance(value, Date) and not (value.start or value.end):
            continue  # "unknown day" names none
        for is_corrected in (True, False):
            words = value_words(value, is_corrected=is_corrected)
            read = said(kind_of(value), words, like=value, published=found.published)
            assert fact_key(read) == fact_key(value), words
