"""News and its details, clauses, trials and lists: what is one incident and what are several."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-09 "


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(DAY + text).incidents


def test_exact_number_joins_the_round_one_though_the_place_differs() -> None:
    (one,) = incidents(
        "Police have seized nearly three tonnes of hashish near Rabat.\n\n"
        "The 2.94 tonnes of hashish were found on Friday in a lorry that was leaving Kenitra."
    )
    assert [fill.quantity for fill in one.seizures] == [Decimal("2940")]
    assert "Kenitra" in one.places


def test_port_of_a_town_is_the_town() -> None:
    (one,) = incidents(
        "Customs officers seized a load of heroin at the port of Mombasa. More than 300 kilos of "
        "heroin were seized after searches in Mombasa and Malindi."
    )
    assert one.types == ("drug_seizure",)


@pytest.mark.parametrize("joint", [", while", ", and on March 4"])
def test_two_clauses_with_their_own_towns_are_two(joint: str) -> None:
    first, second = incidents(
        f"On March 5 customs officers seized 40 kilos of ivory in Mombasa{joint} police arrested "
        "six cattle thieves in Garissa over a robbery."
    )
    assert first.places == ("Mombasa",)
    assert second.places == ("Garissa",)
    assert second.counts == {"arrests": 6}


def test_countries_told_in_turn_are_apart() -> None:
    found = incidents(
        "An operation led by Interpol in Kenya, Uganda, Tanzania and Rwanda rescued 80 victims of "
        "human trafficking.\n\nIn Kenya, officers rescued 31 victims of forced labour.\n\n"
        "In Uganda, police rescued 12 victims of forced labour."
    )
    assert [one.counts["victims_rescued"] for one in found] == [80, 31, 12]


def test_a_trial_and_the_deed_it_punishes_are_two() -> None:
    trial, deed = incidents(
        "A court in Lyon jailed four men today for a robbery plot.\n\n"
        "They were arrested in Marseille in 2018.\n\n"
        "Police found 12 rifles when they searched the men's homes."
    )
    assert trial.counts == {"convicted": 4}
    assert deed.scope == "event"
    assert [fill.quantity for fill in deed.seizures] == [Decimal(12)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("They seized 3 kilos of heroin from a lorry and arrested its driver.", 1),
        ("They seized 3 kilos of heroin. Both men were taken into custody.", 2),
        ("They seized 3 kilos of heroin. Officers arrested Karim Zedquux at his home.", 1),
    ],
)
def test_those_nobody_counts_are_counted(text: str, held: int) -> None:
    (one,) = incidents(text)
    assert one.counts.get("arrests") == held


def test_what_a_number_is_compared_with_is_not_counted() -> None:
    (one,) = incidents(
        "In the first two months of this year police arrested 212 drug traffickers, "
        "down from 1,340 in the whole of 2020."
    )[:1]
    assert one.counts == {"arrests": 212}


def test_a_break_down_is_not_added_to_its_sum() -> None:
    (one,) = incidents(
        "Police in Bari on Monday arrested 20 people, twelve in jail and eight under house arrest, "
        "over drug trafficking."
    )
    assert one.counts == {"arrests": 20}


def test_two_totals_compared_are_two() -> None:
    first, second = incidents(
        "The navy seized 30 tonnes of cocaine in 2020, compared with 21 tonnes of cocaine in 2019."
    )
    assert (first.date and first.date.start, second.date and second.date.start) == (
        "2020-01-01",
        "2019-01-01",
    )


def test_a_reward_is_no_sum_of_an_incident() -> None:
    (one,) = incidents(
        "Police arrested two smugglers with 5 kilos of heroin worth $90,000. "
        "A reward of $20,000 was offered."
    )
    assert [fill.amount for fill in one.money] == [Decimal(90000)]


def test_few_people_within_a_paragraph_go_back_to_no_other_incident() -> None:
    first, second = incidents(
        "Police arrested three smugglers in Fez with 2 kilos of heroin on Monday.\n\n"
        "Separately, gunmen attacked a village near Gao on Sunday and killed 14 people. "
        "Three suspects were arrested."
    )
    assert first.counts == {"arrests": 3}
    assert second.counts["killed"] == 14


def test_day_of_updating_is_no_day_of_the_news() -> None:
    (one,) = incidents(
        "Police seize 90 kilos of heroin in Lagos | Updated: March 9, 2021\n\n"
        "Officers seized 90 kilos of heroin in Lagos on March 5."
    )
    assert one.date is not None
    assert one.date.start == "2021-03-05"


def test_a_year_before_who_reported_it_is_a_years_total() -> None:
    first, second = incidents(
        "Police seized 18 tonnes of cocaine in 2017 and 29 tonnes of cocaine in 2018, reported a "
        "newspaper."
    )
    assert [one.date and one.date.start for one in (first, second)] == ["2017-01-01", "2018-01-01"]


def test_units_in_other_towns_did_something_else() -> None:
    first, second, third = incidents(
        "Soldiers seized 30 kilos of hashish in Tlemcen on Sunday. In Ouargla, units of the "
        "gendarmerie seized 900 litres of fuel.\n\nOther detachments arrested 14 gold miners in "
        "Djanet."
    )
    assert (first.places, second.places, third.counts) == (
        ("Tlemcen",),
        ("Ouargla",),
        {"arrests": 14},
    )
