"""``casedesk``, ``casedesk open`` and ``casedesk demo``: the desk itself."""

from pathlib import Path

import click

from tui import locations, terminal
from tui.cli.cases import open_for_desk, refusals
from tui.cli.configured import chosen_keymap, chosen_settings, settings_options
from tui.cli.options import case_option, chosen_case
from tui.diagnostics import RefusedError, say

FIRST_STEPS = (
    "there is no case yet at {path}; casedesk import PATH... makes one from your articles, "
    "and casedesk demo opens one with five"
)


@click.command("open")
@click.argument("path", metavar="[CASE]", required=False, type=click.Path())
@case_option
@settings_options
def open_desk(path: str | None, case: str | None) -> int:
    """Open a case on the desk: CASE, or the one that --case names."""
    return _sit_down(chosen_case(path or case))


@click.command()
@settings_options
def demo() -> int:
    """Open the sample case of five articles, made on first use."""
    terminal.require()
    from tui.sample import sample_case

    with refusals():
        path = sample_case()
    return _sit_down(path)


def open_default(case: str | None) -> int:
    """Open the case that was chosen without a word, or say how to get one."""
    path = chosen_case(case)
    if path == locations.default_case() and not path.exists():
        raise RefusedError(FIRST_STEPS.format(path=path))
    return _sit_down(path)


def _sit_down(path: Path) -> int:
    terminal.require()
    settings = chosen_settings()
    keymap = chosen_keymap(settings)
    with refusals(), open_for_desk(path) as case:
        terminal.prepare(settings)
        from tui.app import run

        if settings.backup_daily and not case.read_only:
            case.care.daily.begin()
        code = run(case, settings, keymap)
    if case.care.daily.trouble:
        say(case.care.daily.trouble)
    return code
