"""``casedesk`` before any command, and words it does not know."""

from tests.cli.conftest import Run
from tui.cli.group import COMMANDS


def test_every_command_is_in_the_help(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in result.out


def test_every_command_has_a_help_of_its_own(run: Run) -> None:
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.code == 0
        assert result.out.startswith(f"Usage: casedesk {name} ")


def test_the_version_is_data(run: Run) -> None:
    result = run("--version")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("casedesk 0.")


def test_an_unknown_command_is_met_with_the_nearest(run: Run) -> None:
    result = run("improt", "x")
    assert (result.code, result.out) == (2, "")
    assert "did you mean import?" in result.err
    assert result.err.count("\n") == 1


def test_an_unknown_option_is_one_sentence(run: Run) -> None:
    result = run("log", "--jsn")
    assert (result.code, result.out) == (2, "")
    assert "--json" in result.err
    assert result.err.count("\n") == 1


def test_without_a_case_the_first_steps_are_told(run: Run) -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "casedesk demo" in result.err
    assert "casedesk import" in result.err
