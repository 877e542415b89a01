"""The command line: every way it can end becomes an exit code here."""

from typing import TYPE_CHECKING

from tui import diagnostics, output
from tui.diagnostics import ExitCode, RefusedError

if TYPE_CHECKING:
    from click import ClickException


def run() -> int:
    """Run the command line; return the exit code for the shell."""
    try:
        code = _run()
        output.finish()
    except output.ReaderGoneError:
        output.abandon()
        return ExitCode.OK
    except RefusedError as error:
        diagnostics.complain(str(error))
        return error.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last resort: it tells, it never hides
        diagnostics.report_crash(error)
        return ExitCode.INTERNAL
    return code


def _run() -> int:
    import click

    from tui.cli import casedesk

    try:
        result = casedesk.main(prog_name="casedesk", standalone_mode=False)
    except click.ClickException as error:
        diagnostics.complain(_sentence(error))
        return error.exit_code
    except click.Abort:
        return ExitCode.INTERRUPTED
    return ExitCode.OK if result is None else int(result)


def _sentence(error: "ClickException") -> str:
    message = error.format_message().strip()
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    message = message[:1].lower() + message[1:]
    return f"{message.rstrip('.')} ({context.command_path} --help says more)"
