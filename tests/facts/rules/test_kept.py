"""What a rule file says is parsed once, and anew as soon as the file says something else."""

import sys
from pathlib import Path

import pytest

from facts.rules.book import BUILT_IN
from facts.rules.kept import Tables, kept_at, parsed
from facts.rules.source import read


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python is asked on the command line at times to leave no compiled modules behind."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def counted(said: list[str], text: str) -> Tables:
    said.append(text)
    return {"noun": {"boat": {"nouns": text}}}


def test_a_file_is_parsed_once_and_again_when_it_changes(tmp_path: Path) -> None:
    said: list[str] = []
    path = tmp_path / "nouns.toml"
    for text in ("boat", "boat", "ship", "ship"):
        tables = parsed(path, text, lambda given: counted(said, given))
        assert tables == {"noun": {"boat": {"nouns": text}}}
    assert said == ["boat", "ship"]


@pytest.mark.parametrize("left", [b"", b"{", b'{"checksum": "x"}', b'{"checksum":1,"tables":[]}'])
def test_what_was_kept_badly_is_parsed_anew(tmp_path: Path, left: bytes) -> None:
    path = tmp_path / "nouns.toml"
    kept_at(path).parent.mkdir()
    kept_at(path).write_bytes(left)
    said: list[str] = []
    parsed(path, "boat", lambda text: counted(said, text))
    parsed(path, "boat", lambda text: counted(said, text))
    assert said == ["boat"]


def test_where_nothing_can_be_kept_the_file_is_parsed_each_time(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("no folder")
    said: list[str] = []
    for _ in range(2):
        parsed(tmp_path / "nouns.toml", "boat", lambda text: counted(said, text))
    assert said == ["boat", "boat"]


@pytest.mark.parametrize("path", sorted(BUILT_IN.glob("*.toml")), ids=lambda path: path.stem)
def test_kept_rules_say_what_the_files_say(path: Path) -> None:
    assert read(path, keeps=True).tables == read(path).tables
