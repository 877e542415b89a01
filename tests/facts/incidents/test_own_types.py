"""A type of incident that an analyst writes goes with others as a built-in one does."""

from pathlib import Path

import pytest

from facts import extract
from facts.rules import RuleBook, RuleError, load

DAY = " date 2021-03-09 "
DRUGS = "Police seized 3 kg of cocaine in Fez.\n\n"
ORGANS = "Officers arrested six people who dealt in kidneys, an organ racket."


def book_of(folder: Path, keys: str) -> RuleBook:
    path = folder / "mine.toml"
    path.write_text(
        '[incident_type.organ_trafficking]\nroles = "arrests"\nwords = "kidneys, organ racket"\n'
        f"both = true\n{keys}\n",
        encoding="utf-8",
    )
    return load([path])


def types(text: str, rules: RuleBook) -> list[tuple[str, ...]]:
    return [incident.types for incident in extract(DAY + text, rules=rules).incidents]


def test_a_matter_of_its_own_opens_an_incident(tmp_path: Path) -> None:
    apart = types(DRUGS + ORGANS, book_of(tmp_path, 'matter = "always"'))
    assert apart == [("drug_seizure",), ("organ_trafficking",)]
    assert types(DRUGS + ORGANS, book_of(tmp_path, "")) == [("drug_seizure",)]


def test_types_of_one_family_are_given_together(tmp_path: Path) -> None:
    text = "Police arrested six people for human trafficking and an organ racket."
    both = types(text, book_of(tmp_path, 'family = "people"'))
    assert [set(found) for found in both] == [{"human_trafficking", "organ_trafficking"}]
    assert [len(found) for found in types(text, book_of(tmp_path, ""))] == [1]


def test_what_only_follows_is_part_of_the_incident_before(tmp_path: Path) -> None:
    text = "Police seized 3 kg of cocaine in Fez on March 2. " + ORGANS.replace(
        "arrested", "on March 7 arrested"
    )
    joined = types(text, book_of(tmp_path, 'follows = "drug_seizure"'))
    assert joined == [("drug_seizure",), ("drug_seizure",)]
    assert types(text, book_of(tmp_path, "")) == [("drug_seizure",), ("organ_trafficking",)]


@pytest.mark.parametrize(
    ("keys", "said"),
    [('follows = "drug_seisure"', "drug_seizure"), ('matter = "sometimes"', "matter")],
)
def test_a_mistake_names_its_line(tmp_path: Path, keys: str, said: str) -> None:
    with pytest.raises(RuleError, match=said) as error:
        book_of(tmp_path, keys)
    assert "mine.toml" in str(error.value)
