"""One list of verbs tells who made something known, for dates, issuers and incidents alike."""

from pathlib import Path

from facts import extract
from facts.model import Count
from facts.rules import RuleBook, load

DAY = " date 2021-03-10 "


def with_verb(folder: Path) -> RuleBook:
    path = folder / "mine.toml"
    path.write_text('[title.announced]\nwords = "..., trumpeted"\n', encoding="utf-8")
    return load([path])


def test_a_verb_of_an_analyst_names_the_issuer(tmp_path: Path) -> None:
    text = DAY + "Police arrested 12 men, the National Crime Agency trumpeted."
    issuers = [
        {m.reported_by for m in extract(text, rules=book).mentions if isinstance(m.value, Count)}
        for book in (load(), with_verb(tmp_path))
    ]
    assert issuers == [{None}, {"NCA"}]


def test_the_day_beside_a_verb_of_an_analyst_is_that_of_the_telling(tmp_path: Path) -> None:
    text = DAY + "The National Crime Agency trumpeted on Monday that it had seized 5 kg of heroin."
    days = [
        [one.date.start for one in extract(text, rules=book).incidents if one.date]
        for book in (load(), with_verb(tmp_path))
    ]
    assert days == [["2021-03-08"], []]
