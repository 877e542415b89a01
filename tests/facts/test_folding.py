"""Names as they are compared, one by one or many at once."""

from hypothesis import given
from hypothesis import strategies as st

from facts.folding import fold, fold_all

NAMES = st.text(st.sampled_from("aZséßİ'’-. \n,"), max_size=8) | st.text(max_size=8)


@given(st.lists(NAMES, max_size=5))
def test_many_names_are_folded_as_each_of_them_is(names: list[str]) -> None:
    assert fold_all(names) == [fold(name) for name in names]
