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


def test_many_articles_go_through_worker_processes_in_their_order() -> None:
    from tui.extraction import FEW, Text, extract_all, extract_one

    texts = [Text(str(n), f"Police in Rabat arrested {n} people.") for n in range(2, FEW + 20)]
    assert list(extract_all(texts, len(texts))) == [extract_one(text) for text in texts]
