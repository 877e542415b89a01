"""The rules, printed and checked."""

from pathlib import Path

from tests.cli.conftest import Run


def test_every_rule_is_a_line_with_the_place_it_is_written(run: Run) -> None:
    result = run("rules", "list")
    assert (result.code, result.err) == (0, "")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert "substance.cocaine" in [name for name, _ in rows]
    for name, where in rows:
        file, _, number = where.rpartition(":")
        assert name.partition(".")[2] in Path(file).read_text().splitlines()[int(number) - 1]


def test_the_folder_of_the_rules_is_printed(run: Run) -> None:
    assert (Path(run("rules", "path").out.strip()) / "units.toml").exists()


def test_rules_that_can_be_used_pass(run: Run, home: Path) -> None:
    (home / "mine.toml").write_text('[substance.khat]\nnames = "khat, qat"\ncategory = "drug"\n')
    result = run("rules", "check", home / "mine.toml")
    assert (result.code, result.out) == (0, "")


def test_rules_that_cannot_be_used_are_told_with_their_line(run: Run, home: Path) -> None:
    (home / "mine.toml").write_text('[substance.khat]\nnames = "khat"\ncategry = "drug"\n')
    result = run("rules", "check", home / "mine.toml", home / "gone.toml")
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert "mine.toml:" in first
    assert "category" in first
    assert "gone.toml" in second
