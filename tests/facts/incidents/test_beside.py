"""What is named beside an incident and is not of it: flags, crews, seats of bodies, since when."""

import pytest

from facts import extract
from facts.model import Incident

DAY = " date 2021-03-10 "


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(DAY + text).incidents


@pytest.mark.parametrize(
    "ship",
    [
        "a ship flying the flag of Sierra Leone",
        "a Panama-flagged ship",
        "a ship registered in Liberia",
    ],
)
def test_the_flag_of_a_ship_is_no_country_of_its_seizure(ship: str) -> None:
    (one,) = incidents(f"Senegal's navy seized 1.8 tonnes of cocaine from {ship} off Dakar.")
    assert one.countries == ("SN",)


@pytest.mark.parametrize(
    "crew",
    [
        "Its nine crew members, from Turkey, Ukraine and Azerbaijan, were arrested.",
        "A crew of nine, all from Georgia and Egypt, were arrested.",
        "The two pilots, from Mexico and Honduras, were arrested.",
    ],
)
def test_where_a_crew_is_from_is_no_country_of_its_arrest(crew: str) -> None:
    (one,) = incidents(f"Senegal's navy seized 1.8 tonnes of cocaine off Dakar on Monday. {crew}")
    assert one.countries == ("SN",)


def test_where_a_ship_had_left_is_a_country_of_its_seizure() -> None:
    (one,) = incidents(
        "Greek police found 5 tonnes of hashish on a freighter off Crete on Monday. It had left "
        "Beirut and was bound for Benghazi."
    )
    assert set(one.countries) == {"GR", "LB", "LY"}


@pytest.mark.parametrize(
    "voice",
    [
        "The International Maritime Bureau in London urged ships to be alert.",
        "The International Chamber of Shipping in London called on navies to patrol.",
        "The shipping federation in London said it was alarmed.",
    ],
)
def test_the_seat_of_a_body_that_speaks_is_not_the_scene(voice: str) -> None:
    (one,) = incidents(f"Pirates kidnapped six sailors off Cotonou on Monday. {voice}")
    assert one.places == ("Cotonou",)


def test_the_year_since_which_it_is_the_largest_is_that_of_the_other() -> None:
    _, other = incidents(
        "Police seized 416 kilos of heroin in Melbourne on Friday. It is the biggest seizure since "
        "2017, when officers found 334 kilos of heroin on a boat near Geraldton."
    )
    assert other.date is not None
    assert (other.date.start, other.date.end) == ("2017-01-01", "2017-12-31")


def test_he_who_was_arrested_with_what_was_found_is_one() -> None:
    (one,) = incidents("He was arrested on Sunday at a roadblock in Musina with 6 kg of ivory.")
    assert one.counts == {"arrests": 1}
