"""Words are found however they are written."""

import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Case, parse_query
from store.search.folding import fold, fold_piece, indexed

from_many_scripts = st.text(
    st.characters(codec="utf-8") | st.sampled_from("aéßİıŁø٣ـَأإىةکی–’_-. \0ﬁ½")
)


@given(from_many_scripts)
def test_folded_is_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(from_many_scripts)
def test_the_index_and_the_query_see_the_same_words(text: str) -> None:
    assert [word for word in re.split(r"[\x00-\x2f:-@[-`{-\x7f]+", indexed(text)) if word] == (
        fold(text).split()
    )


@given(st.text(st.sampled_from("aB é\xa0١ن\n_-ıẞ\u2003\x1f"), max_size=20))
def test_a_text_is_folded_as_its_pieces_are(text: str) -> None:
    """A text may be taken in long parts where it is ASCII: what is around a word says nothing."""
    alone = [word for piece in text.split() for word in fold_piece(piece).split()]
    assert fold(text).split() == [word for one in alone for word in fold(one).split()]


@given(from_many_scripts)
def test_the_index_finds_each_word_of_a_text(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5 (t, content='', tokenize='ascii')")
    connection.execute("INSERT INTO w (rowid, t) VALUES (1, ?)", (indexed(text),))
    for word in fold(text).split():
        found = connection.execute("SELECT rowid FROM w WHERE w MATCH ?", (f'"{word}"',))
        assert found.fetchall() == [(1,)]
    connection.close()


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Málaga", "malaga"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("الشُّرْطَة", "الشرطه"),
        ("مـخـدرات", "مخدرات"),
        ("أمن", "امن"),
        ("کراچی", "كراچي"),
        ("٢٠٢٠", "2020"),
        ("co\u00adcaine", "cocaine"),
        ("ﬁve", "five"),
    ],
)
def test_ways_of_writing_are_joined(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_text_titles_and_notes_are_searched(case: Case) -> None:
    case.write_note(3, "Ask the Zürich office.")
    assert list(case.ids(parse_query("diyarbakir cafe"))) == [3]
    assert list(case.ids(parse_query("zurich"))) == [3]
    assert list(case.ids(parse_query("note:zurich office"))) == [3]
    assert list(case.ids(parse_query("note:cafe"))) == []
    case.undo()
    assert list(case.ids(parse_query("zurich"))) == []
