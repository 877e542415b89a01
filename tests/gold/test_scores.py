"""The scores on the seeds' gold may not fall; the scorer is used as it was given."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from facts import extract
from facts.gold import document

HERE = Path(__file__).parent
TEXTS = HERE.parents[1] / "seeds"

FLOORS = {
    "publication_date": 1.0,
    "date": 1.0,
    "money": 1.0,
    "age": 1.0,
    "measure": 1.0,
    "seizure": 0.97,
    "count": 0.97,
    "place": 0.97,
    "nationality": 0.95,
    "organisation": 1.0,
    "acronym": 1.0,
    "operation": 1.0,
    "person": 1.0,
}
"""Value F1 by kind of fact; to be raised when more is reached, never lowered."""


@cache
def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("casedesk_gold_score", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def predicted() -> dict[str, dict[str, Any]]:
    documents: dict[str, dict[str, Any]] = {}
    for path in sorted(TEXTS.glob("*.txt")):
        data = path.read_bytes()
        text = data.decode()
        documents[path.name] = document(path.name, data, text, extract(text))
    return documents


@cache
def scores() -> dict[str, Any]:
    gold, links = scorer().load_gold(HERE / "seeds")
    result: dict[str, Any] = scorer().evaluate(gold, predicted(), links)
    return result


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_the_value_score_of_a_kind_is_held(kind: str, floor: float) -> None:
    assert scores()["facts"][kind]["value"]["f1"] >= floor


def test_every_kind_of_the_gold_has_a_floor() -> None:
    assert set(scores()["facts"]) == set(FLOORS)


def test_every_quote_stands_at_its_offsets() -> None:
    checked = scorer().check_spans(predicted(), TEXTS)
    assert checked["wrong"] == 0, checked["examples"]
    assert checked["facts"] > 200


def test_boilerplate_is_hidden_to_the_character() -> None:
    assert scores()["boilerplate"]["f1"] == 1.0


def test_incidents_are_found_with_their_fields() -> None:
    assert scores()["incidents"]["incidents"]["f1"] >= 0.95
    assert scores()["incidents"]["all fields"]["f1"] >= 0.92


def test_the_three_decimal_commas_of_the_cannabis_article_are_flagged() -> None:
    facts = predicted()["000_4e6923b994e2a9a3.txt"]["facts"]
    flagged = {
        fact["quote"]: (fact["value"]["flags"], fact["value"]["suggested"])
        for fact in facts
        if fact["value"].get("flags")
    }
    high = ["implausible_magnitude", "decimal_comma_suspected"]
    assert flagged == {
        "179,657 tonnes of cannabis and its derivatives": (
            high,
            {"quantity": 179657, "unit": "kg"},
        ),
        "542,455 kilograms of cocaine": (high, {"quantity": 542.455, "unit": "kg"}),
        "7,196 kilograms of heroin": (high[1:], {"quantity": 7.196, "unit": "kg"}),
    }
    assert all(fact["reasons"] for fact in facts if fact["value"].get("flags"))
