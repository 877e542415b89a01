"""Titles are cut in their middle, so that rows which begin alike can be told apart."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.middle import cut
from tui.widths import cells

_ALIKE = (
    "The Customs Administration dismantles Tunisian network for wildlife trafficking",
    "The Customs Administration dismantles Tunisian network for money laundering",
    "The Customs Administration dismantles Tunisian network for drug smuggling",
)
_WIDTH = 34
"""Cells that a title has in a window of 120 columns."""


def test_titles_that_begin_alike_look_different() -> None:
    shown = [cut(title, _WIDTH).words for title in _ALIKE]
    assert shown[1] == "The Customs Admin…money laundering"
    assert len(set(shown)) == len(_ALIKE)


def test_a_title_that_fits_is_whole() -> None:
    assert cut("Five held in Rabat", 18).words == "Five held in Rabat"


def test_where_there_is_hardly_room_the_beginning_is_left() -> None:
    assert cut(_ALIKE[0], 8).words == "The Cus…"


@pytest.mark.parametrize("outlet", [" - Morocco World News", " | Reuters", " — The Example Post"])
def test_the_name_of_the_outlet_goes_first(outlet: str) -> None:
    assert cut(_ALIKE[1] + outlet, _WIDTH).words == cut(_ALIKE[1], _WIDTH).words
    assert cut(f"23 arrested in Rabat over extortion{outlet}", 36).words == (
        "23 arrested in Rabat over extortion…"
    )


def test_a_title_of_spaces_holds_nobody_up() -> None:
    begun = process_time()
    assert cut(f"{'a' * 30}{' ' * 20_000}b", 40).words.endswith(" b")
    assert process_time() - begun < 2, "it took six seconds while each run of spaces was tried"


@given(st.text(), st.integers(0, 60))
def test_what_is_shown_fits_and_is_of_the_title(title: str, width: int) -> None:
    shown = cut(title, width)
    assert cells(shown.words) <= max(width, 1)
    if shown.start:
        assert title.startswith(shown.head)
        assert title.startswith(shown.tail, shown.start)
        assert len(shown.head) < shown.start


@given(st.text(), st.integers(0, 60))
def test_places_stay_in_order_and_within_what_is_shown(title: str, width: int) -> None:
    shown = cut(title, width)
    places = [shown.place(offset) for offset in range(len(title) + 1)]
    assert all(before <= after for before, after in pairwise(places))
    assert places[0] == 0
    assert places[-1] <= len(shown.words)


def test_words_that_are_left_out_are_at_the_sign_for_them() -> None:
    shown, title = cut(_ALIKE[1], _WIDTH), _ALIKE[1]
    start, end = title.index("Tunisian"), title.index("Tunisian") + len("Tunisian")
    assert shown.words[shown.place(start) : shown.place(end, is_end=True)] == "…"
    start, end = title.index("money"), len(title)
    lit = shown.words[shown.place(start) : shown.place(end, is_end=True)]
    assert lit == "money laundering"
