"""Incidents that are told without a number: a cell broken up, somebody named held or tried."""

import pytest

from facts import extract
from facts.model import Incident


def incidents(text: str) -> tuple[Incident, ...]:
    return extract(f" date 2021-03-10 {text}").incidents


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Police dismantled a terrorist cell in Rabat on Monday.", "terrorism_arrests", "Rabat"),
        ("Terrorist cell dismantled in Rabat", "terrorism_arrests", "Rabat"),
        ("A people-smuggling ring was broken up in Oran.", "migrant_smuggling", "Oran"),
        ("Police arrested Ahmed Zed over drug trafficking in Fez.", "drug_seizure", "Fez"),
        ("Ahmed Zed was jailed in Fez for terrorism on Monday.", "terrorism_arrests", "Fez"),
        ("The alleged head of a people-smuggling ring was arrested in Oran.", "migrant_smuggling",
         "Oran"),
        ("Drug lord Ahmed Zed was extradited from Oran to Spain.", "drug_seizure", None),
    ],
)  # fmt: skip
def test_a_deed_is_an_incident(text: str, type_: str, place: str | None) -> None:
    (one,) = incidents(text)
    assert one.types == (type_,)
    assert one.places == ((place,) if place else ())


def test_the_numbers_that_follow_are_of_the_same_incident() -> None:
    (one,) = incidents(
        "Police dismantled a terrorist cell in Rabat. They arrested five men and seized 2 rifles."
    )
    assert one.counts == {"arrests": 5}


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed Zed, an expert on drug trafficking, spoke in Rabat on Monday.",
        "The network of terrorist cells grows, police said in Rabat.",
        "General Ahmed Zed said that police must dismantle terrorist cells.",
    ],
)
def test_what_is_only_spoken_of_is_none(text: str) -> None:
    assert incidents(text) == ()
