"""What is lit is what was looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import parse_query
from store.search.folding import fold
from store.search.highlight import places, spans
from store.search.query import Words

texts = st.text(
    st.characters(codec="utf-8") | st.sampled_from("aéßİıŁø٣ـَأإىةکی–’_- ﬁ½™"), max_size=40
)


def lit(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, parse_query(query))]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Cafés in Málaga, a cafe.", "cafe", ["cafe"]),
        ("Cafés in Málaga, a CAFÉ.", "malaga | cafe", ["Málaga", "CAFÉ"]),
        ("In Tit\n Mellil; Tit.", '"tit mellil" -tit', ["Tit\n Mellil"]),
        ("Trafficking, traffickers", "traffick*", ["Trafficking", "traffickers"]),
        ("شرطة الشُّرْطَة", "الشرطه", ["الشُّرْطَة"]),
        ("در کراچی و كراچي", "کراچی", ["کراچی", "كراچي"]),
        ("می‌خواهد رفت", "میخواهد", ["می‌خواهد"]),
        ("The cafe\u0301’s door", "cafe", ["cafe\u0301"]),
        ("In Diyarbakır–Şırnak", "sirnak tag:drugs", ["Şırnak"]),
        ("DİYARBAKIR and diyarbakır", "diyarbakir", ["DİYARBAKIR", "diyarbakır"]),
        ("An oﬃcer, an officer", "officer", ["oﬃcer", "officer"]),
        ("boat", "note:boat", []),
        ("nothing of it", "cannabis", []),
    ],
)
def test_lights_the_words_as_written(text: str, query: str, found: list[str]) -> None:
    assert lit(text, query) == found


@given(texts)
def test_every_word_the_search_finds_is_lit(text: str) -> None:
    for word in fold(text).split():
        found = spans(text, Words(word))
        assert found
        assert all(word in fold(text[start:end]).split() for start, end in found)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Trafficking in traffic", "affic", ["affic", "affic"]),
        ("Seized 1.992 tonnes, 1,992", "1.992", ["1.992", "1,992"]),
        ("in Tit\nMellil", "tit  mell", ["Tit\nMell"]),
        ("الشُّرْطَة", "شرطة", ["شُّرْطَة"]),
        ("oﬃcers", "offi", ["oﬃ"]),
        ("What? Why?", "?", ["?", "?"]),
        ("Málaga", "x", []),
    ],
)
def test_finds_also_parts_of_words(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, words)] == found
