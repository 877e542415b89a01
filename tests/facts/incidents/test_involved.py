"""Countries of an incident: the scene, those who acted, the ends of the route."""

import time

import pytest

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-09 "


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(DAY + text).incidents


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (
            "Spanish police held two Chadians and a Libyan with 3 kg of heroin in Malaga.",
            {"ES"},
        ),
        ("Police in Lome arrested 28 drug dealers of French, Dutch and Polish origin.", {"TG"}),
        ("French, Dutch and Polish police arrested 28 drug dealers in Lille.", {"FR", "NL", "PL"}),
        ("Police in Accra seized 12 Belgian rifles and 2 kg of heroin.", {"GH"}),
        ("Police in Dover stopped a lorry with 14 Vietnamese migrants.", {"GB", "VN"}),
    ],
)
def test_those_who_act_are_involved_not_where_the_arrested_are_from(
    text: str, countries: set[str]
) -> None:
    (one,) = incidents(text)
    assert set(one.countries) == countries


def test_where_it_was_announced_is_no_scene_and_no_country() -> None:
    (one,) = incidents(
        "Fourteen people were arrested in Antwerp with 780 kg of cocaine, Europol said on Tuesday "
        "in The Hague."
    )
    assert (one.places, one.countries) == (("Antwerp",), ("BE",))


def test_a_route_told_after_the_news_is_the_news() -> None:
    (one,) = incidents(
        "Customs seized 45 kg of cocaine at the port of Piraeus. It was hidden in a container that "
        "had been shipped from Ecuador."
    )
    assert set(one.countries) == {"GR", "EC"}


def test_a_passenger_bound_for_abroad_is_held_at_home() -> None:
    one, _ = incidents(
        "Officers arrested a Rome-bound passenger with 2 kg of tramadol.\n\nNigeria has made many "
        "such arrests. In a separate case, police in Lagos, Nigeria, seized 40 kg of khat."
    )
    assert set(one.countries) == {"NG", "IT"}
    assert one.places == ()


def test_countries_that_took_part_and_that_a_route_crosses_are_involved() -> None:
    (one,) = incidents(
        "German police arrested 20 people smugglers in Munich on Monday.\n\nEurojust supported "
        "Poland and Serbia in the investigation.\n\nThe network brought migrants through Hungary, "
        "Lithuania and Czechia to Bavaria.\n"
    )
    assert set(one.countries) == {"DE", "PL", "RS", "HU", "LT", "CZ"}


def test_a_town_where_a_plane_was_changed_is_not_involved() -> None:
    (one,) = incidents(
        "Police in Lagos arrested a man with 2 kg of cocaine who came from Brazil through Addis "
        "Ababa."
    )
    assert set(one.countries) == {"NG", "BR"}


def test_a_union_of_states_is_no_agency() -> None:
    (one,) = incidents("Police in Lille seized 40 kg of heroin bound for the European Union.")
    assert one.agencies == ()


def test_the_agency_of_the_article_did_not_do_what_other_services_did() -> None:
    first, second, third = incidents(
        "The National Drug Law Enforcement Agency (NDLEA) arrested a trafficker in Lagos, Nigeria, "
        "with 3 kg of heroin on Sunday.\n\nIn Kano, Nigeria, a dealer was caught with 4 kg of "
        "tramadol on Saturday.\n\nIn another case, police in Ibadan, Nigeria, seized 9 kg of "
        "cannabis.\n"
    )
    assert [one.agencies for one in (first, second, third)] == [("NDLEA",), ("NDLEA",), ()]


def test_where_it_was_told_is_asked_in_no_time_however_long_the_sentence() -> None:
    told = f"Police in Rabat seized 5 kg of heroin on {'this ' * 13}within Fez."
    start = time.process_time()
    assert incidents(" ".join([told] * 10))
    assert time.process_time() - start < 1
