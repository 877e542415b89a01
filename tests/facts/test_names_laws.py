"""Laws of the scanners of names: they hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import names
from facts.rules import load
from facts.text import read
from tests.laws import tried

PIECES = (
    *("Operation", "the", "Ministry of", "(NCA)", "National Crime Agency", "Al-Shabaab", "in"),
    *(", ", " and ", "President", "Ali", "said", '"', "'s", ".", "\n\n", " – ", "Province", "of"),
    *("US", "dollars", "Ibn", "port of", "X", "\u0301", "\ud83d", "code-named", "J. ", "-led"),
    *("É", "KABUL:", "Rabat", "police (ZQX)", "operation GOLETA", ", a gang of", ", a village in"),
    *("\nComments\n", "\nRead more: X\n", "dubbed", "gang called", "'Zed Quux' gang"),
)


def check(text: str) -> None:
    rules = load()
    article = read(text, None, rules)
    found = names.find(article, rules)
    assert found == names.find(article, rules)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@tried(150)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_words_of_names_in_any_order_are_read_without_error(pieces: list[str]) -> None:
    check(" ".join(pieces))


@tried(150)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 12))
def test_an_article_that_is_cut_off_is_read_without_error(pieces: list[str], left: int) -> None:
    text = " ".join(pieces)
    check(text[: max(0, len(text) - left)])


@tried(100)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 1_000_000,
        "Rabat " * 10_000,
        "Rabat, Nador, Xyz and " * 4_000,
        "Ali Bongo said " * 4_000,
        "Ministry of " * 10_000,
        "National Xx Agency (NXA) " * 3_000,
        '"Aa" ' * 10_000,
        "Operation Xx" * 5_000,
        "a-" * 100_000,
        "A. " * 20_000,
        "(" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_rows_of_one_thing_end_soon(text: str) -> None:
    check(text)
