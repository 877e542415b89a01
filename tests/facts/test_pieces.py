"""An article cut into pieces, each where it says; what is kept of words between articles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facts.memo import Memo
from facts.pieces import pieces_of
from facts.text import shadow_of

TEXTS = st.text(st.sampled_from("aQ1N é.,-'/20\n\"–’"), max_size=40) | st.text(max_size=40)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_piece_stands_where_it_says(text: str) -> None:
    shadow = shadow_of(text)
    pieces = pieces_of(shadow)
    assert len(pieces.texts) == len(pieces.starts) == len(pieces.lows)
    for index, piece in enumerate(pieces.texts):
        assert shadow[pieces.starts[index] : pieces.end(index)] == piece
    assert pieces.starts == sorted(set(pieces.starts))
    assert pieces.between(0, len(shadow)) == pieces.lows


def test_dates_numbers_and_feasts_are_pieces() -> None:
    text = "On 2020-09-23, 3/5/2021 and the 21st; Q3 of the 1990s: New Year's Eve, 1,200 Quads."
    assert [piece for piece in pieces_of(text).texts if len(piece) > 1] == [
        *("On", "2020-09-23", "3/5/2021", "and", "the", "21st", "Q3", "of", "the", "1990s"),
        *("New Year's Eve", "1,200", "Quads"),
    ]


def test_a_memo_asks_once_and_does_not_grow() -> None:
    asked: list[str] = []

    def size(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(size, most=3)
    assert [memo[word] for word in ("a", "bb", "a", "ccc", "dddd", "a")] == [1, 2, 1, 3, 4, 1]
    assert asked == ["a", "bb", "ccc", "dddd", "a"]
    assert len(memo) <= 3


def test_a_memo_answers_for_a_long_word_and_does_not_keep_it() -> None:
    memo = Memo(len)
    assert memo["x" * 1000] == 1000
    assert not memo
