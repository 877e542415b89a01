"""The command line; every command is imported when it is asked for and not before."""

from tui.cli.group import casedesk

__all__ = ["casedesk"]
