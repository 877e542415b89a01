"""What is said when a run ends otherwise than it should."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui import diagnostics, output
from tui.plain import one_line, plain


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> tuple[()]:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr("tui.commands.registry.commands", fail)


@pytest.mark.usefixtures("broken")
def test_an_error_of_our_own_is_one_sentence_that_names_its_log(run: Run, home: Path) -> None:
    result = run("keys")
    assert (result.code, result.out) == (70, "")
    assert result.err.count("\n") == 1
    (log,) = (home / "state" / "casedesk").iterdir()
    assert str(log) in result.err
    assert "Traceback" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("broken")
def test_the_traceback_is_shown_when_it_is_asked_for(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEDESK_DEBUG", "1")
    result = run("keys")
    assert result.code == 70
    assert result.err.startswith("Traceback")
    assert not (home / "state" / "casedesk").exists()


@pytest.mark.usefixtures("broken")
def test_where_no_log_can_be_written_the_sentence_still_comes(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    result = run("keys")
    assert result.code == 70
    assert "CASEDESK_DEBUG=1" in result.err


def test_control_characters_are_shown_and_never_sent() -> None:
    assert plain("a\x1b[2Jb\x07\x7f\x9b") == "a␛[2Jb␇␡\N{REPLACEMENT CHARACTER}"
    assert plain("tab\tline\n") == "tab\tline\n"
    assert one_line(" two\n\n lines ") == "two lines"


def test_words_go_to_standard_error_and_data_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    diagnostics.complain("no\x1bgood")
    output.row(["a\tb", "c\nd"])
    output.document({"n": "é"})
    out, err = capsysbinary.readouterr()
    assert err.decode() == "casedesk: no␛good\n"
    assert out.decode() == 'a b\tc d\n{"n":"é"}\n'


def test_letters_the_locale_lacks_become_question_marks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "out").open("w", encoding="latin-1") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        output.line("é مخدرات")
    assert (tmp_path / "out").read_text(encoding="latin-1") == "é ??????\n"
