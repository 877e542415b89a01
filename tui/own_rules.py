"""The analyst's own rule files, of one folder."""

from pathlib import Path

from tui import locations


def own_files() -> list[Path]:
    """The analyst's rule files by name, the order in which they are laid over each other."""
    return sorted(locations.rules_folder().glob("*.toml"))
