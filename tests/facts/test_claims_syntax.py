"""Which trigger reaches a number past headlines, asides, relatives, sums and quotation marks."""

import pytest

from facts import extract
from facts.model import Count, Seizure


def roles(text: str) -> list[tuple[str, str]]:
    """Quote and role of each count."""
    return [
        (text[m.start : m.end], m.value.role)
        for m in extract(text).mentions
        if isinstance(m.value, Count)
    ]


def things(text: str) -> list[str]:
    """The items of the seizures."""
    return [m.value.item for m in extract(text).mentions if isinstance(m.value, Seizure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operation Halt, led by the army, involves 401 officers.", [("401 officers", "officers")]),
        ("The blast that injured two residents was loud.", [("two residents", "injured")]),
        ("Guards foiled, in the night to Monday, 13 attempts to cross the border.",
         [("13 attempts", "attempts_foiled")]),
        ("The brigade arrested, in Kasserine, three individuals, one of whom is wanted by courts.",
         [("three individuals", "arrests")]),
        ("Two organisers, both wanted by the courts, were arrested.",
         [("Two organisers", "arrests")]),
        ("Some 642 illegal migrants of various nationalities were arrested.",
         [("Some 642 illegal migrants", "migrants_stopped")]),
        ("Two civilians, one of them a boy, were killed.", [("Two civilians", "killed")]),
        ("Three sailors — two of them Croatian by birth — were held.",
         [("Three sailors", "arrests")]),
    ],
)  # fmt: skip
def test_what_stands_between_a_trigger_and_its_number_is_in_no_ones_way(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [pair for pair in roles(text) if pair in expected] == expected


@pytest.mark.parametrize(
    "modifier",
    ["", "at least ", "up to ", "as many as ", "in excess of ", "close to ", "over ", "around "],
)
def test_what_says_how_far_to_trust_a_number_belongs_to_the_object(modifier: str) -> None:
    for verb, noun, role in (
        ("dismantled", "cells", "cells_dismantled"),
        ("arrested", "men", "arrests"),
        ("arrested", "suspects", "arrests"),
        ("killed", "fighters", "killed"),
    ):
        quote = f"{modifier}20 {noun}"
        assert roles(f"Police {verb} {quote}.") == [(quote, role)]


def test_a_headline_goes_on_telling_after_a_comma() -> None:
    assert things("Police kill nine gunmen, seize heroin in the south") == ["heroin"]
    assert roles("Police storm a farm, arrest four men") == [("four men", "arrests")]


def test_a_noun_after_a_comma_is_no_verb() -> None:
    assert things("Drugs, search warrants and delays were discussed.") == []


def test_a_sum_before_a_thing_is_seized_with_it() -> None:
    assert things("A judge ordered the confiscation of £212,460 and a Range Rover.") == [
        "Range Rover"
    ]


def test_a_name_in_single_quotes_is_the_name() -> None:
    assert things("Police seized 1.2 tonnes of 'ice' in Sydney.") == ["ice"]
    assert things("Police seized the dealers' 3 kg of heroin.") == ["heroin"]


def test_what_is_told_of_those_counted_is_weaker_than_what_was_done_to_them() -> None:
    text = "The army freed on Monday two ranchers who had been held by rebels."
    assert roles(text) == [("two ranchers", "victims_rescued")]
    assert roles("Two men who had been held were freed.") == [("Two men", "victims_rescued")]


def test_one_who_is_part_of_the_counted_is_not_counted_again() -> None:
    assert roles("Three gang members, including a soldier, were arrested.") == [
        ("Three gang members", "arrests")
    ]


def test_a_buyer_who_is_looked_for_is_not_wanted() -> None:
    assert roles("They were looking for a buyer.") == []
    assert roles("Police are looking for three men.") == [("three men", "wanted")]
