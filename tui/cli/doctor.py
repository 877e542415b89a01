"""``casedesk doctor``: whether everything a desk needs is in order, and what to do if not."""

import click

from tui import output
from tui.cli.options import case_option, chosen_case
from tui.diagnostics import ExitCode


@click.command()
@case_option
def doctor(case: str | None) -> ExitCode:
    """Check Python, libraries, terminal, locale and the case; say what to do where one is amiss."""
    from tui.checkup import checks

    healthy = True
    for finding in checks(chosen_case(case)):
        healthy = healthy and not finding.remedy
        output.line(f"{'!!' if finding.remedy else 'ok'}  {finding.subject:12}  {finding.state}")
        if finding.remedy:
            output.line(f"{'':18}{finding.remedy}")
    return ExitCode.OK if healthy else ExitCode.NOTHING
