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
