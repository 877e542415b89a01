"""Round-ups and bulletins: a lead on several incidents, then a paragraph for each."""

import pytest

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-10 "


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(DAY + text).incidents


@pytest.mark.parametrize(
    "second",
    [
        "Earlier that day, Kara Division officers",
        "Meanwhile, in Kara, officers",
        "In a separate operation in Kara, officers",
        "Also on Monday, officers in Kara",
        "In the second raid, in Kara, officers",
    ],
)
def test_each_paragraph_of_a_round_up_is_an_incident(second: str) -> None:
    one, other = incidents(
        "Officers carried out several raids on Monday, seizing firearms and drugs.\n\n"
        "In Lome, between 4 am and 7 am, officers searched a house and found one pistol and 14 "
        f"cartridges.\n\n{second} seized 3.2 kilograms of cocaine and arrested two men.\n"
    )
    assert (one.places, other.places) == (("Lome",), ("Kara",))
    assert (one.counts, other.counts) == ({}, {"arrests": 2})
    assert [fill.quantity for fill in one.seizures] == [1, 14]
    for each in (one, other):
        assert each.date is not None
        assert each.date.start == "2021-03-08"


def test_parts_of_the_total_of_a_round_up_are_incidents() -> None:
    total, one, other = incidents(
        "Police in Togo arrested seven drug dealers in two operations.\n\nIn the first operation, "
        "on Sunday, a patrol in Lome arrested three men with 40 kg of cannabis.\n\nIn a separate "
        "operation in Kara on Monday, officers arrested four people with 2 kg of heroin.\n"
    )
    assert [each.counts["arrests"] for each in (total, one, other)] == [7, 3, 4]


def test_a_paragraph_on_another_town_of_the_same_day_is_another_incident() -> None:
    one, other = incidents(
        "Police in Lome seized 3 kg of heroin on Monday.\n\n"
        "Later that evening, two men were arrested in Kara with a rifle.\n"
    )
    assert (one.counts, other.counts) == ({}, {"arrests": 2})
    assert other.date is not None
    assert other.date.start == "2021-03-08"


def test_what_was_found_later_that_day_at_a_home_is_no_other_incident() -> None:
    (one,) = incidents(
        "Police in Lome arrested a man with 3 kg of heroin on Monday.\n\n"
        "Later that day, officers found two pistols at his home.\n"
    )
    assert [fill.quantity for fill in one.seizures] == [3, 2]


def test_paragraphs_below_the_name_of_their_town_are_incidents() -> None:
    found = incidents(
        "Police news of Tuesday 9 March:\n\nDODOMA - Officers arrested four people with 60 kilos "
        "of heroin in Dodoma.\n\nARUSHA - Two men were arrested in Arusha with 14 kilos of "
        "ivory.\n\nMWANZA - Police in Mwanza arrested two women with 30 kilos of cocaine.\n"
    )
    assert [one.places for one in found] == [("Dodoma",), ("Arusha",), ("Mwanza",)]
    assert [one.counts["arrests"] for one in found] == [4, 2, 2]


@pytest.mark.parametrize(
    "lead",
    [
        "Customs made the following seizures from 1 to 7 March.",
        "From 1 to 7 March, officers of the customs service made 46 seizures.",
        "Customs reported 31 offences in the week of 1-7 March.",
        "Detachments of the guard foiled eleven attempts at smuggling between 1 and 7 March.",
    ],
)
@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_every_item_of_a_bulletin_has_its_week(lead: str, joint: str) -> None:
    tobacco, fuel, cash = incidents(
        f"{lead}\n\nIn Kasserine, guards seized 4,500 packs of cigarettes.{joint}In Tozeur, a "
        f"patrol intercepted a truck with 9,000 litres of fuel.{joint}At Tunis airport, a "
        "traveller was carrying 22,400 euros he had not declared.\n"
    )
    assert [one.places for one in (tobacco, fuel)] == [("Kasserine",), ("Tozeur",)]
    assert cash.types == ("cash_smuggling",)
    for one in (tobacco, fuel, cash):
        assert one.date is not None
        assert (one.date.start, one.date.end) == ("2021-03-01", "2021-03-07")


def test_as_many_people_of_another_town_are_told_for_the_first_time() -> None:
    first, second = incidents(
        "Police told of several raids.\n\nPolice in Lome arrested three men with 2 kg of heroin on "
        "Sunday.\n\nThree women were arrested in Kara with 5 kg of cocaine.\n"
    )
    assert (first.places, second.places) == (("Lome",), ("Kara",))


def test_places_of_the_lead_that_open_a_paragraph_each_are_two_incidents() -> None:
    *_, heroin, nuts = incidents(
        "Troops recovered contraband worth 120 million rupees in Mizoram and Nagaland.\n\nIn "
        "Mizoram, they seized 700 grams of heroin worth 50 million rupees in Champhai on Sunday."
        "\n\nIn Nagaland, goods worth 70 million rupees were found in Dimapur on Monday.\n"
    )
    assert [fill.amount for fill in heroin.money] == [50_000_000]
    assert [fill.amount for fill in nuts.money] == [70_000_000]
    assert ("Champhai" in heroin.places, "Dimapur" in nuts.places) == (True, True)


def test_the_third_raid_of_several_is_an_incident() -> None:
    one, other = incidents(
        "Police told of several raids on Sunday.\n\nIn Valencia, officers seized 540 kilos of "
        "cocaine.\n\nThe third raid took place in Vigo, where two men were arrested with 45 kilos "
        "of heroin.\n"
    )
    assert (one.places, other.places) == (("Valencia",), ("Vigo",))


def test_the_leader_held_on_another_day_elsewhere_is_an_incident() -> None:
    *_, last = incidents(
        "On 2 February, eight people smugglers were captured in Turbo.\n\n"
        "On 8 March, the leader of the gang was arrested in Medellin.\n"
    )
    assert last.places == ("Medellin",)
    assert last.date is not None
    assert last.date.start == "2021-03-08"


def test_a_trial_of_its_own_day_is_apart_from_the_arrest() -> None:
    trial, arrest = incidents(
        "A woman was jailed for 17 months on Monday for smuggling rhino horns.\n\nLan Nguyen was "
        "arrested at Changi on 4 October 2020, when 20 kilos of rhino horn were found.\n"
    )
    assert (trial.counts, arrest.counts) == ({"convicted": 1}, {"arrests": 1})
    assert trial.date is not None
    assert trial.date.start == "2021-03-08"


def test_a_paragraph_that_sums_up_the_raids_again_is_no_item() -> None:
    (one,) = incidents(
        "Police seized two tonnes of cocaine in several raids in the south of Spain on Monday.\n\n"
        "Ten dealers were arrested in two raids by police from Malaga, Granada and Almeria.\n"
    )
    assert one.counts["arrests"] == 10
