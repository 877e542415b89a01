"""Laws of seizures, counts, checks and incidents: any text, nothing raised, time linear."""

import time

from hypothesis import given
from hypothesis import strategies as st

from facts import extract
from tests.laws import tried

_WORDS = st.sampled_from(
    'police arrested seized were of 12 3,500 kg tonnes cocaine and , . ( ) " including people '
    "weapons the a in Lagos Monday nine each them Of 2.5 million pills : ; - suspects who killed "
    "found with kilograms more than 2019 €40 rounds 7.62mm İ ß".split()
)


@tried(60)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_run_of_the_rules_own_words_is_read(text: str) -> None:
    extraction = extract(text)
    for mention in extraction.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
    ids = {mention.id for mention in extraction.mentions}
    assert all(set(incident.facts) <= ids for incident in extraction.incidents)


_BROKEN_OFF = st.sampled_from(
    "Police arrested|seized|12 Islamic State (IS) members|3 K (|a dozen U.S.|5 Toyota Hilux|40 kg "
    "of cocaine|and|including|(|Operation|in Rabat|6 of 9|two of them,|$5|\x1c|of which|a|".split(
        "|"
    )
)


@tried(150)
@given(st.lists(_BROKEN_OFF, max_size=6).map(" ".join), st.integers(0, 9))
def test_an_article_that_breaks_off_anywhere_is_read(text: str, left: int) -> None:
    extract(text[: max(0, len(text) - left)])


def test_an_article_may_break_off_at_a_bracket_behind_a_number() -> None:
    (mention,) = extract("Police arrested 12 Zeds (").mentions
    assert (mention.start, mention.end) == (16, 23)


@tried(40)
@given(st.text(max_size=200))
def test_any_text_gives_the_same_facts_twice(text: str) -> None:
    assert extract(text) == extract(text)


def test_a_list_without_end_takes_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        text = "police arrested " + "12 people, 5,200 kg of cocaine, " * times
        start = time.process_time()
        extract(text)
        return time.process_time() - start

    seconds(50)
    short, long = seconds(400), seconds(1600)
    assert long < 12 * max(short, 0.05)
