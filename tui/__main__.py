"""``casedesk``, the command: the first screen is shown, then the rest is loaded behind it."""

import sys

from tui.opening.curtain import drop, raise_curtain


def main() -> int:
    """Run the command line; return the exit code for the shell."""
    try:
        raise_curtain(sys.argv[1:])
        from tui.command_line import run

        return run()
    except KeyboardInterrupt:  # while it was being loaded
        return 130
    except Exception as error:  # noqa: BLE001  the last resort, as in run
        from tui import diagnostics

        diagnostics.report_crash(error)
        return diagnostics.ExitCode.INTERNAL
    finally:
        drop()


if __name__ == "__main__":
    sys.exit(main())
