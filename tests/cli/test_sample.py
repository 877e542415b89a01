"""The sample case, made on first use."""

from pathlib import Path

import pytest

from store import open_case
from tests.cli.conftest import SEEDS
from tui import sample


def test_it_is_made_once_with_the_five_articles_and_their_facts(home: Path) -> None:
    path = sample.sample_case()
    with open_case(path) as case:
        assert [row.source for row in case.rows(case.ids())] == [seed.name for seed in SEEDS]
        assert case.unread() == []
        case.write_note(1, "Mine.")
    assert sample.sample_case() == path
    with open_case(path) as case:
        assert case.note(1) == "Mine."
    assert [file.name for file in path.parent.iterdir()] == ["sample.case"]


def test_one_that_could_not_be_finished_is_not_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tui.intake.Intake.find_facts", stop)
        with pytest.raises(KeyboardInterrupt):
            sample.sample_case()
    assert list((home / "data" / "casedesk").iterdir()) == []
    assert sample.sample_case().exists()


def test_one_that_appears_meanwhile_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "data" / "casedesk" / "sample.case"

    def meanwhile(fresh: Path) -> None:
        fresh.touch()
        path.write_text("the other's")

    monkeypatch.setattr("tui.sample._make", meanwhile)
    assert sample.sample_case() == path
    assert path.read_text() == "the other's"


def test_one_whose_facts_cannot_be_found_is_not_made(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str, **_: object) -> None:
        raise ValueError("a rule went astray")

    monkeypatch.setattr("tui.extraction.extract", fail)
    with pytest.raises(RuntimeError, match="a rule went astray"):
        sample.sample_case()
    assert list((home / "data" / "casedesk").iterdir()) == []
