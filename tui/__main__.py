"""``casedesk``, the command: the first screen is shown, then the rest is loaded behind it."""

import gc
import sys

from tui.opening.curtain import drop, raise_curtain

_YOUNG = 10_000
"""New objects after which Python looks for garbage.

Its own 700 make it look a hundred times until the first article is read, a twentieth of that
time, for nothing: what is loaded meanwhile stays.
"""


def main() -> int:
    """Run the command line; return the exit code for the shell."""
    gc.set_threshold(_YOUNG)
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
