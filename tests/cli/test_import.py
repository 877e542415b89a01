"""Files into a case."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from facts.rules import RuleBook
from tests.cli.conftest import SEEDS, Run
from tui.extraction import Outcome, Text, extract_one


def test_files_become_articles_with_their_facts(run: Run, home: Path) -> None:
    result = run("import", *SEEDS)
    assert (result.code, result.out) == (0, "")
    assert "5 articles added, 0 known already; facts found in 5 articles." in result.err
    assert (home / "data" / "casedesk" / "default.case").exists()
    rows = [json.loads(line) for line in run("list", "--json").out.splitlines()]
    assert [row["source"] for row in rows] == [path.name for path in SEEDS]
    assert all(row["facts"] > 0 for row in rows)


def test_importing_again_adds_nothing(run: Run, case: Path) -> None:
    before = run("log", "--json").out
    result = run("import", SEEDS[0].parent)
    assert result.code == 0
    assert "0 articles added, 5 known already; facts found in 0 articles." in result.err
    assert run("log", "--json").out == before


def test_a_folder_is_walked(run: Run, home: Path) -> None:
    deep = home / "in" / "deeper"
    deep.mkdir(parents=True)
    (home / "in" / "one.txt").write_text("Police in Rabat arrested 3 people on Monday.")
    (deep / "two.txt").write_text("Customs in Nador seized 7 kg of cocaine.")
    assert "2 articles added" in run("import", home / "in").err
    assert run("list").out.count("\n") == 2


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, home: Path) -> None:
    (home / "empty.txt").touch()
    (home / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (home / "good.txt").write_text("Police in Rabat arrested 3 people on Monday.")
    result = run("import", home / "empty.txt", home / "noise.txt", home / "good.txt")
    assert result.code == 1
    assert "1 article added, 0 known already, 2 failed; facts found in 1 article." in result.err
    complaints = [line for line in result.err.splitlines() if line.startswith("casedesk: ")]
    assert len(complaints) == 2
    assert "empty.txt" in complaints[0]
    assert "noise.txt" in complaints[1]


def test_a_file_over_the_limit_is_named(run: Run, home: Path) -> None:
    with (home / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    result = run("import", home / "huge.txt")
    assert result.code == 1
    assert "huge.txt" in result.err
    assert "MB" in result.err


def test_text_that_is_not_utf_8_is_read_and_how_is_said(run: Run, home: Path) -> None:
    (home / "old.txt").write_bytes("Saisie à Rabat – 12 arrêtés".encode("cp1252"))
    assert run("import", home / "old.txt").code == 0
    shown = run("show", "1").out
    assert "Saisie à Rabat – 12 arrêtés" in shown
    assert "not UTF-8" in shown


def test_a_folder_without_articles_is_said(run: Run, home: Path) -> None:
    (home / "nothing").mkdir()
    result = run("import", home / "nothing")
    assert (result.code, result.out) == (1, "")
    assert f"{home / 'nothing'} has no articles" in result.err
    assert result.err.count("\n") == 1
    assert not (home / "data").exists()


def test_a_path_that_is_not_there_is_named(run: Run, home: Path) -> None:
    (home / "good.txt").write_text("Police in Rabat arrested 3 people on Monday.")
    result = run("import", home / "gone.txt", home / "good.txt")
    assert result.code == 1
    assert "gone.txt" in result.err
    assert "1 article added" in result.err


@pytest.fixture
def astray(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **_: object) -> None:
        raise ValueError("a rule went astray")

    monkeypatch.setattr("tui.extraction.extract", fail)


@pytest.mark.usefixtures("astray")
def test_articles_whose_facts_fail_are_kept_and_named_in_one_sentence(run: Run) -> None:
    result = run("import", *SEEDS)
    assert result.code == 1
    first, last = result.err.splitlines()
    assert first == (
        "casedesk: No facts for articles 1, 2, 3, 4, 5: ValueError: a rule went astray."
    )
    assert last == "5 articles added, 0 known already, 5 failed; facts found in 0 articles."


@pytest.mark.usefixtures("astray")
def test_an_error_in_the_rules_is_shown_whole_when_it_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEDESK_DEBUG", "1")
    result = run("import", SEEDS[0])
    assert result.code == 70
    assert "Traceback" in result.err
    assert run("list").out.count("\n") == 1


def test_what_was_interrupted_is_kept_and_finished_by_the_same_import(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(texts: Iterable[Text], count: int, _: RuleBook) -> Iterator[Outcome]:
        waiting = iter(texts)
        yield extract_one(next(waiting))
        yield extract_one(next(waiting))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tui.intake.extract_all", interrupted)
        result = run("import", *SEEDS)
    assert (result.code, result.out) == (130, "")
    assert "5 articles added, 0 known already; facts found in 2 articles." in result.err
    result = run("import", *SEEDS)
    assert result.code == 0
    assert "0 articles added, 5 known already; facts found in 3 articles." in result.err
