"""The keys of the desk, printed."""

from tests.cli.conftest import Run
from tui.commands.registry import commands


def test_every_command_of_the_registry_is_a_line(run: Run) -> None:
    rows = [line.split("\t") for line in run("keys").out.splitlines()]
    assert [row[1] for row in rows] == [command.id for command in commands()]
    assert ["t d c", "tag.drugs/cannabis", "desk,incident,incidents"] in [row[:3] for row in rows]
