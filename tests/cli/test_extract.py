"""The rules without a case."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Run


def test_each_file_becomes_a_document_whose_quotes_are_in_the_text(run: Run, home: Path) -> None:
    result = run("extract", *SEEDS)
    assert (result.code, result.err) == (0, "")
    documents = [json.loads(line) for line in result.out.splitlines()]
    assert [document["doc"] for document in documents] == [path.name for path in SEEDS]
    for document, path in zip(documents, SEEDS, strict=True):
        assert document["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        text = path.read_text()
        assert document["facts"]
        for fact in document["facts"]:
            assert text[fact["start"] : fact["end"]] == fact["quote"]
    assert not (home / "data").exists()


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, home: Path) -> None:
    result = run("extract", home / "gone.txt", SEEDS[0])
    assert result.code == 1
    assert "gone.txt" in result.err
    assert result.out.count("\n") == 1


def test_an_article_that_fails_stops_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from facts import extract

    def fail_once(text: str, **options: object) -> object:
        if text == SEEDS[0].read_text():
            raise ValueError("a rule went astray")
        return extract(text)

    monkeypatch.setattr("tui.extraction.extract", fail_once)
    result = run("extract", *SEEDS[:2])
    assert result.code == 1
    assert result.out.count("\n") == 1
    assert "a rule went astray" in result.err


def test_a_document_that_cannot_be_printed_stops_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facts import gold

    document = gold.document

    def fail_once(name: str, *rest: object) -> object:
        if name == SEEDS[0].name:
            raise ValueError("too many digits")
        return document(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("facts.gold.document", fail_once)
    result = run("extract", *SEEDS[:2])
    assert result.code == 1
    assert [json.loads(line)["doc"] for line in result.out.splitlines()] == [SEEDS[1].name]
    assert "too many digits" in result.err


def test_many_articles_go_through_worker_processes_in_their_order() -> None:
    from tui.extraction import FEW, Text, extract_all, extract_one

    texts = [Text(str(n), f"Police in Rabat arrested {n} people.") for n in range(2, FEW + 20)]
    assert list(extract_all(texts, len(texts))) == [extract_one(text) for text in texts]


def test_explained_each_fact_has_its_rule_and_its_reason(run: Run) -> None:
    result = run("extract", "--explain", SEEDS[0])
    assert (result.code, result.err) == (0, "")
    assert "seizing [1.992 tonnes of cannabis resin](6)." in result.out
    assert "substance.cannabis" in result.out
    assert "one comma, three digits, above the ceiling" in result.out
    assert "\x1b" not in result.out


def test_explained_text_is_neither_markup_nor_obeyed(run: Run, home: Path) -> None:
    (home / "odd.txt").write_text("Police in [bold]Rabat[/bold] said \x1b[31mno\x1b[0m more.")
    result = run("extract", "--explain", home / "odd.txt")
    assert "Police in [bold][Rabat](1)[/bold] said ␛[31mno␛[0m more." in result.out


def test_explained_at_a_terminal_it_is_coloured(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("tui.output.is_terminal", lambda: True)
    assert "\x1b[4;36m21 people\x1b[0m" in run("extract", "--explain", SEEDS[1]).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[4m21 people\x1b[0m" in run("extract", "--explain", SEEDS[1]).out
