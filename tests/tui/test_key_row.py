"""Rows of keys: what may follow is all there, however narrow, and so is the way out."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from store import Case
from tests.tui.playing import playing
from tui.orders import SORTINGS
from tui.widgets.key_row import Choice, Keys, key_row, rows_of

CHOICES = st.lists(
    st.builds(Choice, st.sampled_from("abc?"), st.text("abcdé 警", min_size=1, max_size=30)),
    max_size=9,
)


def no_style(_: str) -> Style:
    return Style()


@given(CHOICES, st.integers(50, 120))
def test_every_key_that_may_follow_has_room_in_two_rows(choices: list[Choice], room: int) -> None:
    rows = rows_of(choices, room, 2)
    assert len(rows) <= 2
    assert [choice.key for row in rows for choice in row] == [choice.key for choice in choices]
    for row in rows:
        assert sum(choice.width for choice in row) - 2 <= room


@given(CHOICES)
def test_where_there_is_room_no_title_is_cut(choices: list[Choice]) -> None:
    assert rows_of(choices, 400, 2) == [choices]


@given(CHOICES, st.integers(20, 120))
def test_what_must_never_be_missing_is_at_the_right(choices: list[Choice], width: int) -> None:
    ways_out = (Choice("?", "help"), Choice("Esc", "leave"))
    row = key_row(Keys(tuple(choices), ways_out), no_style, width)
    assert row.cell_length == width
    assert row.text.endswith("? help  Esc leave  ")


async def test_every_order_can_be_read_on_the_smallest_terminal(case: Case) -> None:
    async with playing(case, 60, 20) as player:
        await player.press("z")
        shown = " ".join(player.rows[-2:])
        assert "…" not in shown
        assert all(f"{one.letter} {one.title}" in shown for one in SORTINGS)
