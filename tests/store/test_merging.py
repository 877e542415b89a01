"""Two hands in one note: laws of the merge by line."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.work.merging import Names, merge

NAMES = Names("ana", "bea")
TEXTS = st.lists(st.sampled_from(["", "a", "b", "c", "d", " e"]), max_size=8).map("\n".join)


def lines(text: str) -> Counter[str]:
    return Counter(text.split("\n"))


@given(TEXTS, TEXTS)
def test_who_changed_nothing_takes_nothing_away(base: str, text: str) -> None:
    assert merge(base, text, base) == (text, 0)
    assert merge(base, base, text) == (text, 0)
    assert merge(base, text, text) == (text, 0)


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_that_either_added_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = lines(merge(base, mine, theirs).text)
    for text in (mine, theirs):
        added = lines(text) - lines(base)
        assert not {line: n for line, n in (added - merged).items() if line}


@given(TEXTS, TEXTS, TEXTS)
def test_both_hands_see_the_same_clashes(base: str, mine: str, theirs: str) -> None:
    here, there = merge(base, mine, theirs, NAMES), merge(base, theirs, mine, Names("bea", "ana"))
    assert here.clashes == there.clashes
    assert set(lines(here.text)) == set(lines(there.text))


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_kept_twice_is_said_once_for_each(base: str, mine: str, theirs: str) -> None:
    text, clashes = merge(base, mine, theirs, NAMES)
    told = [line for line in text.split("\n") if line.startswith("-- ")]
    assert len(told) == 3 * clashes
    assert [line for line in told if line == "-- both are kept"] == ["-- both are kept"] * clashes


@given(TEXTS, TEXTS, TEXTS)
def test_what_was_typed_meanwhile_goes_into_what_was_merged(
    base: str, mine: str, theirs: str
) -> None:
    merged = merge(base, mine, theirs).text
    assert merge(mine, f"{mine}\nlater", merged).text.count("later") == 1


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("", "mine", "theirs", "theirs\nmine"),
        ("a", "a\nmine", "a\ntheirs", "a\ntheirs\nmine"),
        ("a\nb", "a1\nb", "a\nb1", "a1\nb1"),
        ("Ask Rab", "Ask Rabat", "Ask Rab\nCall them", "Ask Rabat\nCall them"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a\n", "a\nmine", "a\ntheirs", "a\ntheirs\nmine"),
        ("a", "a\nboth\nmine", "a\nboth", "a\nboth\nmine"),
    ],
)
def test_lines_of_both_hands(base: str, mine: str, theirs: str, merged: str) -> None:
    assert merge(base, mine, theirs, NAMES) == (merged, 0)


def test_the_same_line_changed_by_both_is_kept_twice_with_who_wrote_which() -> None:
    base, mine, theirs = "top\nAsk Rabat.\nend", "top\nAsk Paris.\nend", "top\nAsk Madrid.\nend"
    assert merge(base, mine, theirs, NAMES).text.split("\n") == [
        "top", "-- bea wrote:", "Ask Madrid.", "-- ana wrote:", "Ask Paris.", "-- both are kept",
        "end",
    ]  # fmt: skip


def test_a_line_taken_out_by_one_and_changed_by_the_other() -> None:
    assert merge("Ask Rabat.", "Ask Paris.", "", NAMES).text.split("\n") == [
        "-- bea took out:", "-- ana wrote:", "Ask Paris.", "-- both are kept",
    ]  # fmt: skip
