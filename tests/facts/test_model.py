"""Keys of facts: the same value has the same key, however it is written."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from facts.model import Organisation, fact_key


def key(name: str) -> str:
    return fact_key(Organisation(name))


@given(st.text(st.characters(max_codepoint=127)))
def test_a_name_in_ascii_is_folded_as_any_other(name: str) -> None:
    letters = (c if c.isalnum() or c in "-." else " " for c in name.casefold())
    assert key(name) == f"organisation:{' '.join(''.join(letters).split())}"


@given(st.text(max_size=20))
def test_accents_and_case_make_no_other_fact(name: str) -> None:
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))
    assert key(f"É{name}") == key(f"e{name}")
