"""What the screen says of a value is read as the same value."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from facts.model import Age, AnyValue, Count, Money, Operation, PublicationDate, Seizure, fact_key
from facts.said import said
from tui.desk.labels import value_words

numbers = st.integers(1, 2_000_000)
modifiers = st.sampled_from((None, "at_least", "more_than", "nearly", "up_to"))
roles = st.sampled_from(
    "arrests suspects cells_dismantled officers searches killed convicted countries".split()
)
amounts = st.decimals("0.001", 9_999_999, places=3)
values: st.SearchStrategy[AnyValue] = st.one_of(
    st.builds(Count, st.none() | numbers, roles, modifiers).map(
        lambda v: Count(None, v.role, "hundreds") if v.n is None else v
    ),
    st.builds(
        lambda what, n, unit, mod: Seizure(what, "drug", n, unit, mod),
        st.sampled_from(("cannabis resin", "cocaine")), amounts, st.just("kg"), modifiers,
    ),
    st.builds(lambda n: Seizure("cars", "vehicle", Decimal(n), "unit"), numbers),
    st.builds(lambda n, c: Money(Decimal(n), c), numbers, st.sampled_from(("MAD", "EUR", "USD"))),
    st.builds(lambda a, b: Age(min(a, b), max(a, b)), st.integers(1, 99), st.integers(1, 99)),
    st.dates().map(lambda day: PublicationDate(day.isoformat())).filter(
        lambda value: "1900" < value.date < "2100"
    ),
    st.sampled_from(("Neptune II", "Trigger VI")).map(Operation),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(values)
def test_what_is_shown_can_be_typed(value: AnyValue) -> None:
    words = value_words(value, is_corrected=True)
    for like in (None, value):
        read = said(str(value.__struct_config__.tag), words, like=like)
        assert fact_key(read) == fact_key(value), words
