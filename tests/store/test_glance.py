"""A first glance shows what the case holds, touches nothing and never gets in the way."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facts import extract
from store import Case, open_case
from store.glance import glance
from tests.store.conftest import new_article

TEXT = "RABAT, 3 May 2021 – Police arrested 21 people in Casablanca.\n" * 40
"""Long enough to be packed."""


def test_it_sees_what_the_case_shows(path: Path) -> None:
    with open_case(path, create=True, user="ana") as case:
        new = [new_article(TEXT, "Ten “suspects”"), new_article("No date.")]
        ids = case.add_articles(new).added
        case.put_facts({id_: extract(case.article(id_).text) for id_ in ids})
        case.tag(ids[:1], ["drugs/cannabis", "response/arrest"])
        case.write_note(ids[0], "a note")
        case.decide(ids[1:], "done")
        rows, article, findings = case.rows(ids), case.article(ids[0]), case.findings(ids[0])
    seen = glance(str(path), 10)
    assert seen is not None
    assert [
        (row.id, row.title, row.published or None, row.status, row.tags, row.flagged, row.has_note)
        for row in seen.rows
    ] == [
        (row.id, row.title, row.published, row.status, row.tags, row.flagged, row.has_note)
        for row in rows
    ]
    assert (seen.total, seen.text, seen.name) == (2, article.text, article.name)
    assert findings.published is not None
    assert seen.published == (findings.published.date, findings.published.basis)


def test_it_sees_only_as_many_rows_as_are_wanted(path: Path, case: Case) -> None:
    seen = glance(str(path), 2)
    assert seen is not None
    assert (len(seen.rows), seen.total) == (2, 3)


def test_it_leaves_the_folder_as_it_was(path: Path, case: Case) -> None:
    case.close()
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert glance(str(path), 3)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_name_with_signs_of_an_address_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "50% of what?#.case"
    with open_case(path, create=True) as case:
        case.add_articles([new_article("Police in Rabat.")])
    assert glance(str(path), 3)


def test_it_waits_for_nobody(path: Path, case: Case) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert glance(str(path), 3)


@pytest.mark.parametrize("content", [b"", b"Dear editor", b"SQLite format 3\0" + b"x" * 200])
def test_what_is_no_case_is_left_to_who_opens_it(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "letter.case"
    other.write_bytes(content)
    assert glance(str(other), 3) is None
    assert other.read_bytes() == content


def test_a_case_that_is_missing_empty_newer_or_garbled_is_left_too(path: Path) -> None:
    assert glance(str(path), 3) is None
    assert not path.exists()
    with open_case(path, create=True) as case:
        assert glance(str(path), 3) is None
        case.add_articles([new_article("Police in Rabat.")])
    assert glance(str(path), 3)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE documents SET body = x'00'")
    assert glance(str(path), 3) is None
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    assert glance(str(path), 3) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only files")
def test_a_case_that_may_only_be_read_is_left_to_who_says_so(path: Path, case: Case) -> None:
    case.close()
    path.chmod(0o444)
    assert glance(str(path), 3) is None
