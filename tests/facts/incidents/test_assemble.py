"""Incidents: what belongs to one event, what to another, what to a period."""

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-09 "


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(DAY + text).incidents


def test_detail_of_the_news_joins_the_news() -> None:
    (one,) = incidents(
        "Police in Agadir arrested four people. A search on Saturday allowed police to seize "
        "220 grams of cocaine and two knives."
    )
    assert one.types == ("drug_seizure",)
    assert one.counts == {"arrests": 4}
    assert [fill.item for fill in one.seizures] == ["cocaine", "knives"]
    assert one.date is not None
    assert one.date.start == "2021-03-06"


def test_another_day_is_another_incident() -> None:
    first, second = incidents(
        "Police seized two tonnes of cannabis in Laayoune on March 7. On March 5 the navy seized "
        "7 tonnes of cannabis in Mehdia."
    )
    assert (first.places, second.places) == (("Laayoune",), ("Mehdia",))


def test_a_period_is_an_aggregate() -> None:
    event, total = incidents(
        "Police arrested 12 people on Monday in Fez over terrorism. Since 2002, Moroccan police "
        "have dismantled 207 terrorist cells."
    )
    assert (event.scope, total.scope) == ("event", "aggregate")
    assert total.date is not None
    assert (total.date.start, total.date.end) == ("2002-01-01", None)


def test_the_day_it_was_said_is_not_the_day_it_happened() -> None:
    (one,) = incidents("Customs seized 50 kg of heroin at the port, police said on Monday.")
    assert one.date is None


def test_places_in_one_sentence_share_it_out() -> None:
    found = incidents(
        "Police seized 2 tonnes of cannabis in Tetouan on Monday. More than 3 tonnes of cannabis "
        "were found in El Jadida and 4 tonnes of cannabis in Asilah the same week."
    )
    assert [one.places for one in found] == [("Tetouan",), ("El Jadida",), ("Asilah",)]


def test_a_part_is_not_added_to_its_whole() -> None:
    (one,) = incidents("The navy rescued 146 migrants, including 23 women, off Libya on Sunday.")
    assert one.counts == {"migrants_rescued": 146}


def test_a_bulletin_is_told_apart_by_its_reports() -> None:
    found = incidents(
        "Algiers - The army arrested 60 drug dealers in the week of March 1 to 7, the ministry "
        "said in its weekly review.\n\nIn Tamanrasset, the army arrested 291 people and seized "
        "46 vehicles from illegal gold miners.\n\nGuards foiled the smuggling of 11,851 litres "
        "of fuel in Tebessa."
    )
    assert [one.types for one in found] == [
        ("drug_seizure",),
        ("illegal_mining",),
        ("goods_smuggling",),
    ]
    assert {one.scope for one in found} == {"aggregate"}


def test_a_foiled_plot_needs_no_number() -> None:
    (one,) = incidents("Information from Rabat helped France prevent a serious terrorist attack.")
    assert one.types == ("terrorism_plot_foiled",)


def test_facts_and_incidents_name_each_other() -> None:
    extraction = extract(DAY + "Police arrested 21 people in Lagos and seized 3 kg of cocaine.")
    (one,) = extraction.incidents
    supporting = {m.id for m in extraction.mentions if one.id in m.incidents}
    assert supporting == set(one.facts)
    assert one.facts


def test_an_article_without_facts_has_no_incident() -> None:
    assert incidents("The minister spoke about the weather in Rabat.") == ()


def test_a_headline_that_sums_up_is_no_incident_of_its_own() -> None:
    found = incidents(
        "Agents arrest woman, 2 others in Lagos, Kano\n\nAgents arrested one woman in Ikeja on "
        "Saturday with 81 pellets of cocaine.\n\nIn Kano, agents arrested one man with 2 kg of "
        "heroin on Sunday.\n"
    )
    assert [one.counts for one in found] == [{"arrests": 1}, {"arrests": 1}]


def test_a_second_year_is_a_second_total() -> None:
    first, second = incidents(
        "Police confiscated 201 tonnes of drugs in 2019, second only to the record of 210 "
        "tonnes set in 2018."
    )
    assert first.date is not None
    assert second.date is not None
    assert (first.date.start, second.date.start) == ("2019-01-01", "2018-01-01")


def test_what_came_days_before_the_news_has_its_day() -> None:
    _, earlier = incidents(
        "Police in Tangier seized 2 tonnes of cannabis resin on Monday. The operation came two "
        "days after police in Dakhla arrested six people."
    )
    assert earlier.date is not None
    assert earlier.date.start == "2021-03-06"


def test_one_person_held_is_an_arrest_though_no_number_says_so() -> None:
    (one,) = incidents("Police in Fez found 20 kg of hashish in a van. The driver was arrested.")
    assert one.counts == {"arrests": 1}


def test_what_is_said_of_a_person_goes_to_the_incident_that_named_him() -> None:
    first, second = incidents(
        "Darren Pashley smuggled 54 kg of heroin into Leeds in November 2020.\n\nIn another "
        "operation, officers seized 300 kg of tobacco in Dover.\n\nA search of Pashley's home "
        "turned up two handsets."
    )
    assert [fill.item for fill in first.seizures] == ["heroin", "handsets"]
    assert [fill.item for fill in second.seizures] == ["tobacco"]


def test_what_things_are_worth_goes_to_the_incident_that_seized_them() -> None:
    first, second = incidents(
        "Police in Shan seized 12 kg of ketamine on Monday. In a separate case on Sunday, they "
        "seized 98 kg of heroin in Muse.\n\nThe ketamine is worth about 3 million dollars."
    )
    assert [sum_.amount for sum_ in first.money] == [3_000_000]
    assert second.money == ()


def test_a_place_that_only_says_how_far_another_is_is_not_the_scene() -> None:
    (one,) = incidents(
        "Gunmen killed four people on Monday near the town of Jalawla, some 135 km northeast of "
        "the capital Baghdad, in an attack on an outpost."
    )
    assert one.places == ("Jalawla",)


def test_where_a_load_was_headed_and_where_a_man_lives_are_not_the_scene() -> None:
    (one,) = incidents(
        "Police in Guayaquil seized 7 tonnes of cocaine headed for the port of Antwerp and "
        "arrested two men. John Carver, 47, of Bolton, was charged."
    )
    assert one.places == ("Guayaquil",)
    assert "BE" in one.countries


def test_an_operation_may_be_named_after_the_lead() -> None:
    (one,) = incidents(
        "Customs broke up four gangs.\n\nIn a joint operation codenamed Frozen Shield on March 2, "
        "officers detained 47 suspects and seized 3 tonnes of meat."
    )
    assert one.operation == "Frozen Shield"
    assert one.counts == {"cells_dismantled": 4, "arrests": 47}


def test_a_list_of_those_who_took_part_belongs_to_the_operation() -> None:
    (one,) = incidents(
        "Police arrested 11 people for drug trafficking on Monday.\n\nThey sold it for years.\n\n"
        "They had many customers.\n\nThe following authorities took part:\n"
        "Serbia: Serbian Ministry of Interior\nSpain: Guardia Civil\n"
    )
    assert "Guardia Civil" in one.agencies


def test_weapons_found_after_terrorists_are_theirs() -> None:
    found = incidents(
        "Weekly review of the army, from 1 to 7 March\n\nTroops arrested three support elements "
        "for terrorist groups.\n\nOther troops destroyed nine homemade bombs in Chlef.\n"
    )
    assert [one.types for one in found] == [("terrorism_arrests",)] * len(found)


def test_a_price_is_not_smuggled_cash() -> None:
    (one,) = incidents(
        "Police seized 3 tonnes of beef in Shantou on Monday. The gang carried it into the country "
        "at 200 yuan per tonne."
    )
    assert one.types == ("goods_smuggling",)


def test_cases_of_a_period_are_a_total() -> None:
    (one,) = incidents("Customs filed 1,865 smuggling cases in the first half of 2020.")
    assert (one.scope, one.counts) == ("aggregate", {"cases": 1865})


def test_a_rate_is_no_incident() -> None:
    (one,) = incidents(
        "Soldiers seized 100 kg of heroin on Monday. The drug causes the deaths of about 70,000 "
        "Americans a year."
    )
    assert one.counts == {}


def test_a_sweep_is_taken_only_where_nothing_more_precise_is_said() -> None:
    (one,) = incidents(
        "Police arrested 19 people in a crackdown on an organised crime group that smuggled "
        "migrants along the Balkan route."
    )
    assert one.types == ("migrant_smuggling",)


def test_another_action_is_another_incident() -> None:
    first, second = incidents(
        "Customs foiled an attempt to smuggle 62 million rupees to Dubai. During the search, "
        "700,000 Saudi riyals in foreign currency were recovered.\n\nIn another action, officers "
        "recovered 4.8 kg of heroin from a suitcase.\n"
    )
    assert first.types == ("cash_smuggling",)
    assert second.types == ("drug_seizure",)


def test_a_neighbouring_country_is_the_scene_where_it_happened_there() -> None:
    (one,) = incidents("In neighbouring Mali, gunmen killed 14 soldiers in an ambush on Tuesday.")
    assert one.countries == ("ML",)


def test_a_toll_sums_up_and_opens_nothing() -> None:
    (one,) = incidents(
        "Gunmen killed 14 soldiers on Tuesday. The army put the enemy toll at 31 dead."
    )
    assert one.counts["killed"] == 31


def test_the_dead_of_a_year_are_no_drug_seizure() -> None:
    found = incidents(
        "Police seized 7 tonnes of cocaine on Monday.\n\nAt least 430 inmates have died since 2019."
    )
    assert [one.types for one in found] == [("drug_seizure",)]


def test_weekdays_of_an_unknown_week_are_days_all_the_same() -> None:
    found = extract(
        "Soldiers seized 630,000 pills on Tuesday night, the army said. Two guards had fled.\n\n"
        "In January, a raid left 10 soldiers and 19 gunmen dead."
    ).incidents
    assert [one.date is None for one in found] == [True, False]


def test_between_two_months_is_a_period() -> None:
    _, total = incidents(
        "Police arrested six men with 2 kg of heroin on Monday. Between January and June 2020, "
        "they arrested 4,850 suspects in drug cases."
    )
    assert total.scope == "aggregate"


def test_one_animal_among_other_things_makes_no_wildlife_trafficking() -> None:
    (one,) = incidents(
        "The agency arrested 37 internet fraudsters in Ibadan. Items recovered from them include "
        "12 cars, 54 phones and a live tortoise."
    )
    assert one.types == ("money_laundering",)


def test_the_day_before_said_is_the_day_it_was_said() -> None:
    (one,) = incidents(
        "A statement by the spokesperson of the agency, Wilson Uwujaren, on Wednesday, 3 March "
        "2021 said police arrested 37 drug dealers."
    )
    assert one.date is None


def test_the_second_case_is_another() -> None:
    first, second = incidents(
        "Customs seized 4.7 kg of cocaine in a roller. In the second case, officers found 820 "
        "grams of ketamine in a suitcase."
    )
    assert [fill.item for fill in first.seizures] == ["cocaine"]
    assert [fill.item for fill in second.seizures] == ["ketamine"]


def test_another_country_in_front_is_another_scene() -> None:
    found = incidents(
        "Carabinieri seized 42 tonnes of olive oil in Apulia. In Spain, the Guardia Civil arrested "
        "four people who had sold expired tuna."
    )
    assert [one.countries for one in found] == [("IT",), ("ES",)]


def test_how_the_investigation_began_is_another_incident() -> None:
    first, second = incidents(
        "Police seized 1.8 tonnes of cocaine on Monday. Officers began investigating in January "
        "2020 after 475 kg of the drug were found in a container."
    )
    assert second.date is not None
    assert [fill.quantity for fill in first.seizures] == [1800]
    assert second.date.start == "2020-01-01"


def test_what_a_year_is_compared_with_is_not_its_date() -> None:
    (one,) = incidents("Last year Spain seized 58 tonnes of cocaine, up from 49 tonnes in 2018.")
    assert one.date is not None
    assert one.date.start == "2020-01-01"


def test_the_dead_of_a_migrant_boat_are_an_incident() -> None:
    (one,) = incidents("The bodies of 12 migrants were recovered off Sfax on Monday.")
    assert (one.types, one.counts) == (("migrant_smuggling",), {"killed": 12})
