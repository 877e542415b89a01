"""A case written as TinyDB and taken back, at the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_case_is_exported_and_comes_back(run: Run, case: Path, home: Path) -> None:
    assert run("export", "-o", home / "out.json").err.endswith("with 5 articles.\n")
    assert run("export", "--format", "tinydb").out == (home / "out.json").read_text()
    result = run("--case", home / "new.case", "import", home / "out.json")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "5 articles added, with 5 other documents, 0 known already; facts found in 0 articles.\n"
    )
    rows = run("list", "--json").out
    assert run("--case", home / "new.case", "list", "--json").out == rows


def test_an_export_takes_the_place_of_nothing_unasked(run: Run, case: Path, home: Path) -> None:
    (home / "out.json").write_text("mine")
    result = run("export", "-o", home / "out.json")
    assert (result.code, (home / "out.json").read_text()) == (2, "mine")
    assert run("export", "--force", "-o", case).code == 2
    assert run("list").code == 0
    assert run("export", "--force", "-o", home / "out.json").code == 0
    assert json.loads((home / "out.json").read_text())["articles"]["5"]


def test_documents_that_cannot_be_used_are_named_and_the_rest_goes_on(run: Run, home: Path) -> None:
    (home / "old.json").write_text('{"t": {"1": {"text": "Police in Rabat."}, "2": [1]}}')
    (home / "bad.json").write_text('{"t": {"1": {"text": }}}')
    result = run("import", home / "old.json", home / "bad.json")
    first, second, last = result.err.splitlines()
    assert result.code == 1
    assert "document 2 of table t is a list" in first
    assert "bad.json, line 1, column 22" in second
    assert last.startswith("1 article added, 0 known already, 2 failed")


def test_the_format_that_is_named_is_the_one_that_is_read(run: Run, home: Path) -> None:
    (home / "odd.json").write_text("The police of Rabat arrested 3 people.")
    assert run("import", "--format", "text", home / "odd.json").code == 0
    assert "Rabat" in run("show", "1").out
