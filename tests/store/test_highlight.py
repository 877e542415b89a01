"""What is lit is what was looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import parse_query
from store.search.folding import fold
from store.search.highlight import spans
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
        ("The cafe\u0301’s door", "cafe", ["cafe\u0301"]),
        ("In Diyarbakır–Şırnak", "sirnak tag:drugs", ["Şırnak"]),
        ("nothing of it", "cannabis", []),
    ],
)
def test_lights_the_words_as_written(text: str, query: str, found: list[str]) -> None:
    assert lit(text, query) == found


@given(texts)
def test_every_word_the_search_finds_is_lit(text: str) -> None:
    for word in fold(text).split():
        places = spans(text, Words(word))
        assert places
        assert all(word in fold(text[start:end]).split() for start, end in places)
