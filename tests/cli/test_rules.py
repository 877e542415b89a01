"""The rules, printed and checked."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TRANQ = """
[substance.xylazine]
names = "xylazine, tranq"
category = "drug"
examples = ["police seized [two kilograms of tranq] in a flat"]
"""


@pytest.fixture
def folder(home: Path) -> Path:
    """The folder of the analyst's own rules."""
    path = home / "config" / "casedesk" / "rules"
    path.mkdir(parents=True)
    return path


def test_every_rule_is_a_line_with_the_place_it_is_written(run: Run, folder: Path) -> None:
    (folder / "mine.toml").write_text(TRANQ)
    result = run("rules", "list")
    assert (result.code, result.err) == (0, "")
    rows = [line.split("\t") for line in result.out.splitlines()]
    names = [name for name, _ in rows]
    assert {"substance.cocaine", "agency.interpol", "country.MA", "currency.MAD"} <= set(names)
    assert ["substance.xylazine", f"{folder / 'mine.toml'}:2"] in rows
    for name, where in rows:
        file, _, number = where.rpartition(":")
        line = Path(file).read_text().splitlines()[int(number) - 1]
        kind, _, tail = name.partition(".")
        assert tail in line or re.search(rf'"{kind}\.[a-z-]*{{', line)  # put together there


def test_the_folders_of_the_rules_are_printed(run: Run, folder: Path) -> None:
    own, built_in = (line.split("\t") for line in run("rules", "path").out.splitlines())
    assert own == ["yours", str(folder)]
    assert built_in[0] == "built-in"
    assert (Path(built_in[1]) / "units.toml").exists()


def test_rules_that_can_be_used_pass(run: Run, home: Path) -> None:
    (home / "mine.toml").write_text(TRANQ)
    result = run("rules", "check", home / "mine.toml")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Rule files: 1 of your own; every rule can be used, every example holds.\n"
    )


def test_without_files_those_in_the_folder_are_checked(run: Run, folder: Path) -> None:
    assert "none of your own" in run("rules", "check").err
    (folder / "a.toml").write_text('[trigger.pinch]\nverbs = "pinch"\n')
    (folder / "b.toml").write_text('[role.pinched]\ntriggers = "pinch"\nnouns = "person"\n')
    assert run("rules", "check").err.startswith("Rule files: 2 of your own")


def test_an_example_that_does_not_hold_is_told_with_its_line(run: Run, folder: Path) -> None:
    (folder / "mine.toml").write_text(TRANQ.replace("two kilograms of tranq", "police"))
    result = run("rules", "check")
    assert (result.code, result.out) == (2, "")
    assert f"{folder / 'mine.toml'}:2: substance.xylazine: nothing is found at" in result.err


def test_an_example_of_a_built_in_rule_that_no_longer_holds_is_told_too(
    run: Run, folder: Path
) -> None:
    (folder / "mine.toml").write_text('[noun.person]\nnouns = "hat"\n')
    result = run("rules", "check")
    assert result.code == 2
    assert "roles.toml:" in result.err


def test_rules_that_cannot_be_used_are_told_with_their_line(run: Run, home: Path) -> None:
    (home / "mine.toml").write_text('[substance.khat]\nnames = "khat"\ncategry = "drug"\n')
    (home / "broken.toml").write_text('[incident_type.raid]\npattern = "(raid"\n')
    result = run("rules", "check", home / "mine.toml", home / "gone.toml", home / "broken.toml")
    assert (result.code, result.out) == (2, "")
    first, second, third = result.err.splitlines()
    assert "mine.toml:3: unknown key 'categry' in 'khat'; did you mean category?" in first
    assert "gone.toml" in second
    assert "broken.toml:1: in 'raid': pattern is no pattern" in third


@pytest.mark.parametrize("words", [("list",), ("check",)])
def test_broken_rules_in_the_folder_are_refused(
    run: Run, folder: Path, words: tuple[str, ...]
) -> None:
    (folder / "mine.toml").write_text("[substance\n")
    result = run("rules", *words)
    assert (result.code, result.out) == (2, "")
    assert "mine.toml:1: is not TOML" in result.err


def test_the_rules_that_are_built_in_pass(run: Run) -> None:
    result = run("rules", "check")
    assert (result.code, result.out) == (0, "")
