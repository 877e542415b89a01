"""The rules this analyst works by: the built-in ones, with the files of one folder over them."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui import locations
from tui.diagnostics import RefusedError

if TYPE_CHECKING:
    from facts.rules import RuleBook


def own_files() -> list[Path]:
    """The analyst's rule files by name, the order in which they are laid over each other."""
    return sorted(locations.rules_folder().glob("*.toml"))


def rule_book() -> "RuleBook":
    """The rules to read articles by; a file that cannot be used is refused with its line."""
    from facts.rules import RuleError, load

    try:
        return load(own_files())
    except RuleError as error:
        raise RefusedError(f"{error}. casedesk rules check tries your rules.") from error
