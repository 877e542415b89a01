"""Choosing words by their edges: laws for any text and any keys."""

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.selection import Selection, word_from

TEXT = "The “first” word, (then) 1,407 more. Next sentence!\n\nمراكش and 警察 end"
moves = st.lists(
    st.sampled_from(["other_edge", "by_characters", "by_words", "by_sentences", "moved_to"])
    .flatmap(lambda name: st.tuples(st.just(name), st.integers(-3, 90))),
    max_size=12,
)  # fmt: skip


def moved(one: Selection, text: str, name: str, by: int) -> Selection:
    if name == "other_edge":
        return one.other_edge()
    result: Selection = getattr(one, name)(text, by)
    return result


@given(st.text(min_size=1, max_size=80) | st.just(TEXT), st.integers(0, 100), moves)
def test_there_is_always_something_chosen_inside_the_text(
    text: str, place: int, done: list[tuple[str, int]]
) -> None:
    one = word_from(text, min(place, len(text)))
    for name, by in done:
        before = one
        one = moved(one, text, name, by)
        assert 0 <= one.start < one.end <= len(text)
        if not before.is_carried and name != "other_edge":
            still = "end" if before.edge == "start" else "start"
            assert getattr(one, still) == getattr(before, still)


@given(st.integers(0, len(TEXT)))
def test_a_word_on_and_back_is_where_it_was(place: int) -> None:
    for edge in ("start", "end"):
        one = Selection(0, len(TEXT), edge)
        begun = one.moved_to(TEXT, place)
        here = begun.by_words(TEXT, 1)
        back = here.by_words(TEXT, -1)
        is_moved = here.at != begun.at and back.at != here.at
        assert not is_moved or back.by_words(TEXT, 1).at == here.at


def test_words_are_without_the_signs_around_them() -> None:
    one = word_from(TEXT, 4)
    words = []
    for _ in range(6):
        words.append(TEXT[one.start : one.end])
        one = one.by_words(TEXT, 1)
    assert words == ["first", "word", "then", "1,407", "more", "Next"]
