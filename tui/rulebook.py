"""The rules this analyst works by: the built-in ones, with the files of one folder over them."""

from typing import TYPE_CHECKING

from tui.diagnostics import RefusedError
from tui.own_rules import own_files

if TYPE_CHECKING:
    from facts.rules import RuleBook


def rule_book() -> "RuleBook":
    """The rules to read articles by; a file that cannot be used is refused with its line."""
    from facts.rules import RuleError, load

    try:
        return load(own_files())
    except RuleError as error:
        raise RefusedError(f"{error}. casedesk rules check tries your rules.") from error
