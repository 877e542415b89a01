"""How news tells of one event: lines above it, parts of a number, the day in a later sentence."""

import pytest

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-09 "


def incidents(text: str, day: str = DAY) -> tuple[Incident, ...]:
    return extract(day + text).incidents


@pytest.mark.parametrize(
    "stamp",
    [
        "By Jane Roe | Updated March 9, 2021 10:29 am",
        "A Correspondent Published March 9, 2021 Updated March 9, 2021",
        "9 March 2021 | Press Release",
    ],
)
def test_the_day_of_a_byline_is_no_day_of_the_news(stamp: str) -> None:
    (one,) = incidents(
        f"Four dealers held in Lome\n\n{stamp}\n\nPolice arrested four drug dealers in Lome.\n"
    )
    assert one.date is None


def test_a_headline_and_the_news_below_it_are_one_incident() -> None:
    (one,) = incidents(
        "Seven fishermen kidnapped\n\nBy Jane Roe\n\nSeven fishermen were kidnapped off Bata on "
        "Sunday, the navy said, in the latest attack in the gulf.\n"
    )
    assert one.counts == {"kidnapped": 7}
    assert one.date is not None


def test_parts_of_the_number_are_told_of_the_same_arrests() -> None:
    (one,) = incidents(
        "The commission arrested 28 suspected internet fraudsters in Akwa Ibom and Edo.\n\nThe "
        "spokesman said 13 of the suspects were arrested in Uyo while 15 were held in Benin City.\n"
    )
    assert one.counts == {"arrests": 28}
    assert {"Uyo", "Benin City"} <= set(one.places)


def test_parts_that_add_up_are_told_of_the_same_arrests() -> None:
    (one,) = incidents(
        "Police arrested 14 drug dealers.\n\nNine people were arrested in Lyon, "
        "three in Nantes and two in Brest.\n"
    )
    assert one.counts == {"arrests": 14}


@pytest.mark.parametrize(
    "detail",
    [
        "The men were all arrested on March 4 within two hours.",
        "The containers were opened on March 4 by customs.",
        "The raid was carried out on March 4.",
        "The army told Reuters the van was intercepted on Thursday.",
    ],
)
def test_a_later_sentence_may_say_on_which_day(detail: str) -> None:
    (one,) = incidents(
        "Police arrested four men with 3 kg of heroin in Lome. The drug was hidden in fruit. The "
        f"fruit was plastic. It came from abroad. {detail}"
    )
    assert one.date is not None
    assert one.date.start == "2021-03-04"


def test_since_when_a_gang_was_at_work_is_not_when_it_was_caught() -> None:
    (one,) = incidents(
        "Police arrested 44 migrant smugglers. The group, the target of Operation Wide Wall, is "
        "believed to have smuggled 1,200 migrants since May 2020."
    )
    assert one.date is None or one.date.start != "2020-05-01"


def test_a_month_of_last_year_is_a_date_and_no_period() -> None:
    _, earlier = incidents(
        "Police seized 9 kg of heroin in Lome on Monday. In September last year, customs officers "
        "in Cotonou seized 200 kg of cocaine."
    )
    assert earlier.scope == "event"


def test_what_was_seized_over_years_is_a_total() -> None:
    (one,) = incidents("Between 2017 and 2019, customs seized 4.7 tonnes of cocaine in Senegal.")
    assert one.scope == "aggregate"


def test_what_a_gang_smuggled_over_years_is_no_total_of_seizures() -> None:
    (one,) = incidents(
        "The gang smuggled into Lome over 3 million discs worth 2 million dollars from December "
        "2017 to May 2020, the court said."
    )
    assert one.scope == "event"


def test_who_speaks_next_speaks_of_the_same_case() -> None:
    (one,) = incidents(
        "Police arrested 29 illegal miners at Manso on Monday.\n\nHe said the team found six guns "
        "and two bags of Indian hemp.\n"
    )
    assert one.counts == {"arrests": 29}


def test_how_police_came_upon_a_gang_is_another_incident() -> None:
    first, second = incidents(
        "Three men were convicted of smuggling 54 kg of heroin on Monday. Officers began watching "
        "the group in February 2020, when they stopped a lorry with 310 kg of tobacco."
    )
    assert [fill.item for fill in first.seizures] == ["heroin"]
    assert [fill.item for fill in second.seizures] == ["tobacco"]


def test_a_round_number_gives_way_to_the_exact_one() -> None:
    (one,) = incidents(
        "More than 1.1 million pills seized in Dubai\n\nPolice in Dubai seized 1,160,500 captagon "
        "pills worth over 58 million dirhams on Sunday. The load is worth 58,025,000 dirhams.\n"
    )
    assert [fill.quantity for fill in one.seizures] == [1_160_500]
    assert [fill.amount for fill in one.money] == [58_025_000]


def test_numbers_of_two_drugs_are_two_numbers() -> None:
    (one,) = incidents("Police seized about 300 kg of heroin and 311 kg of hashish in Lome.")
    assert [fill.quantity for fill in one.seizures] == [300, 311]


def test_where_the_arrested_will_go_and_where_they_live_is_not_the_scene() -> None:
    (one,) = incidents(
        "Police arrested two terrorists in Zoetermeer on Monday. Both are residents of Utrecht. "
        "They will come before a magistrate in Rotterdam."
    )
    assert one.places == ("Zoetermeer",)


def test_where_no_other_place_is_told_the_nearest_town_is_the_scene() -> None:
    (one,) = incidents("Gunmen kidnapped five workers 55 kilometres from the town of Segou.")
    assert one.places == ("Segou",)


def test_a_dateline_with_its_agency_in_brackets_is_a_dateline() -> None:
    (one,) = incidents(
        "Dakar, (APP - Point News - 9th Mar, 2021) The navy seized three tonnes of cocaine. The "
        "ship was stopped on Sunday."
    )
    assert one.date is not None
    assert one.date.start == "2021-03-07"


def test_money_beside_drugs_makes_no_cash_smuggling() -> None:
    (one,) = incidents(
        "Police found 20 pistols, 1,000 cartridges and 23,400 euros in cash in Lille."
    )
    assert one.types == ("arms_trafficking",)


def test_a_sentence_without_numbers_turns_to_another_case() -> None:
    first, second = incidents(
        "Customs arrested 40 people with 12 tonnes of tobacco on Monday.\n\nLast month, Spanish "
        "police broke up a cigarette ring. A total of 125 searches were carried out in Madrid, "
        "with 29 arrests."
    )
    assert (first.counts, second.counts) == ({"arrests": 40}, {"searches": 125, "arrests": 29})


@pytest.mark.parametrize(
    "turn",
    [
        "The news comes as police in Malaga arrested a drug dealer.",
        "The latest seizure is coming a month after police arrested a drug dealer in Malaga.",
        "This is the second big bust in days, with officers arresting a drug dealer in Malaga.",
        "In an unrelated case, police in Malaga arrested a drug dealer.",
    ],
)
def test_what_the_news_is_compared_with_is_another_incident(turn: str) -> None:
    first, second = incidents(f"Officers seized 400 kg of hashish in Mijas on Monday. {turn}")
    assert (first.places, second.places) == (("Mijas",), ("Malaga",))


def test_parts_of_several_sentences_add_up_to_the_number() -> None:
    (one,) = incidents(
        "Police arrested 41 drug dealers on Monday. They held 26 drug dealers in Izmir. "
        "Separately, 15 drug dealers were held in Adana."
    )
    assert one.counts == {"arrests": 41}


def test_one_and_two_are_three_by_chance() -> None:
    found = incidents(
        "Police arrested three drug dealers in Lome. On Monday, one drug dealer was held in "
        "Kara.\n\nIn another raid, two drug dealers were held in Sokode."
    )
    assert len(found) > 1


def test_a_look_back_ends_with_its_paragraph() -> None:
    first, second = incidents(
        "Police arrested 20 people smugglers in Munich. Last month, Serbian police arrested nine "
        "members of the gang.\n\nEurojust supported Germany and Poland in the "
        "case.\n\nDuring the action day, 25 houses were searched."
    )
    assert first.counts == {"arrests": 20, "searches": 25}
    assert "Eurojust" in first.agencies
    assert "Eurojust" not in second.agencies
    assert second.counts == {"arrests": 9}


def test_services_that_worked_on_the_case_are_named_further_on() -> None:
    (one,) = incidents(
        "Two terrorists were arrested in Utrecht on Monday. Nobody was hurt. The street was shut. "
        "Neighbours came out. An investigation by Europol was opened with information from the "
        "FBI."
    )
    assert {"Europol", "FBI"} <= set(one.agencies)


def test_the_arrested_are_no_suspects_besides() -> None:
    (one,) = incidents(
        "Police arrested two terrorists in Utrecht. The two men were questioned on Tuesday."
    )
    assert one.counts == {"arrests": 2}


def test_thousands_who_died_in_a_war_are_background() -> None:
    (one,) = incidents(
        "Gunmen kidnapped five workers near Segou on Monday.\n\nThousands of people have been "
        "killed."
    )
    assert one.counts == {"kidnapped": 5}


def test_a_sentence_that_turns_from_a_total_to_another_case_ends_the_total() -> None:
    text = (
        " date 2021-03-10 Police seized 3 tonnes of hashish last year.\n\n"
        "They also reported a separate operation on Monday in Fez. Four men were arrested. They "
        "had 300 pills of ecstasy."
    )
    total, event = extract(text).incidents
    assert (total.scope, total.counts) == ("aggregate", {})
    assert (event.scope, event.places, event.counts) == ("event", ("Fez",), {"arrests": 4})


def test_a_trial_and_the_seizure_it_is_about_are_two_incidents() -> None:
    trial, seizure = incidents(
        "Five men who smuggled guns into Britain were jailed on Monday.\n\nThe plot unravelled on "
        "17 May 2020, when officers at Dover stopped a van. They found 20 pistols and 90 "
        "magazines. Some 23,400 pounds in cash were found two days later.\n\nThe judge ordered the "
        "confiscation of a Range Rover.\n"
    )
    assert trial.counts == {"convicted": 5}
    assert [fill.item for fill in trial.seizures] == ["Range Rover"]
    assert [fill.quantity for fill in seizure.seizures] == [20, 90]
    assert [sum_.amount for sum_ in seizure.money] == [23_400]
    assert seizure.date is not None
    assert seizure.date.start == "2020-05-17"


def test_the_total_that_a_seizure_adds_to_is_another_incident() -> None:
    event, total = incidents(
        "Police seized two tonnes of cocaine in Machala on Monday. The seizure, part of Operation "
        "Falcon, brings the total quantity of cocaine seized this year to 53 tonnes."
    )
    assert (event.scope, total.scope) == ("event", "aggregate")
    assert (event.operation, total.operation) == ("Falcon", None)


def test_the_night_before_is_another_incident() -> None:
    first, second = incidents(
        "Police found 1,450 kg of hashish in a truck in Agadir on Tuesday. The night before, "
        "gendarmes had found 820 kg of hashish on a beach."
    )
    assert [fill.quantity for fill in first.seizures] == [1450]
    assert [fill.quantity for fill in second.seizures] == [820]


@pytest.mark.parametrize(
    "sentence",
    [
        "After months of watching, officers moved against the gang on February 11.",
        "According to a press release, the arrests began on February 11.",
        "Both men pleaded guilty in court on 11 February.",
    ],
)
def test_a_later_sentence_says_on_which_day_it_was(sentence: str) -> None:
    (one,) = incidents(f"Two men were held in Fez over 40 kg of hashish.\n\n{sentence}")
    assert one.date is not None
    assert one.date.start == "2021-02-11"


def test_most_of_what_was_seized_says_what_it_is_about() -> None:
    (one,) = incidents(
        "Soldiers arrested 29 men with 12 rifles, 347 cartridges, six pistols and a machine gun. "
        "A bag of hemp was also found."
    )
    assert one.types == ("arms_trafficking",)


def test_parts_of_another_time_are_another_incident() -> None:
    found = incidents(
        "Police arrested 29 drug dealers in all. Twenty were arrested in Lyon on Monday. Last "
        "month, police in Brest arrested nine drug dealers."
    )
    assert [one.counts["arrests"] for one in found][-1] == 9


def test_shares_in_brackets_are_no_further_seizures() -> None:
    (one,) = incidents(
        "Between 2017 and 2019, customs in several countries seized 57 tonnes of cocaine, most "
        "in Senegal (16.6 tonnes of cocaine) and Benin (4.7 tonnes of cocaine)."
    )
    assert [fill.quantity for fill in one.seizures] == [57_000]
    assert one.counts == {}


def test_a_rate_of_exchange_is_no_sum_of_the_incident() -> None:
    (one,) = incidents(
        "Police in Athens arrested a smuggler with 11,350 euros in cash. ($1 = 0.9474 euros)"
    )
    assert [fill.amount for fill in one.money] == [11_350]


@pytest.mark.parametrize(
    "told",
    [
        "who had flown from Madrid, Lisbon and Rome",
        "living in Larache and Tetouan",
    ],
)
def test_where_people_live_or_come_from_is_not_the_scene(told: str) -> None:
    (one,) = incidents(f"Police in Fez arrested four drug dealers {told}.")
    assert one.places == ("Fez",)
