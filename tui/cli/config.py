"""``casedesk config``: the settings as they stand, where they are kept, and whether they hold."""

import os

import click

from tui import locations, output
from tui.cli.configured import chosen_keymap, chosen_settings, settings_options
from tui.diagnostics import ExitCode, RefusedError, complain
from tui.nearest import hint
from tui.setting import Setting
from tui.settings import NAMES, SETTINGS, Settings
from tui.settings_file import FILE, SettingsError, located, read_settings

_WIDTHS = (14, 20, 0)


@click.group()
def config() -> None:
    """Show your settings, where they are kept, and whether they can be used."""


@config.command()
@click.argument("name", required=False)
@settings_options
def show(name: str | None) -> None:
    """Print every setting with its value and where that comes from; NAME says what it is for."""
    settings = chosen_settings()
    if name:
        _print_one(_named(name), settings)
        return
    rows = [_row(setting, settings) for setting in SETTINGS]
    if output.is_terminal():
        output.columns(rows, _WIDTHS)
    else:
        for row in rows:
            output.row(row)


@config.command()
def path() -> None:
    """Print the files that settings and keys are read from, whether they are there or not."""
    for file in _files():
        output.line(file)


@config.command()
def check() -> int:
    """See whether your settings and keys can be used; says what cannot, with file and line."""
    settings, problems = _settings()
    try:
        chosen_keymap(settings)
    except RefusedError as error:
        problems.append(str(error))
    for problem in problems:
        complain(problem)
    if not problems:
        output.line("settings and keys can be used")
    return ExitCode.USAGE if problems else ExitCode.OK


def _settings() -> tuple[Settings, list[str]]:
    """The settings, or the defaults with all that is wrong."""
    try:
        return read_settings(str(locations.config_folder()), os.environ), []
    except SettingsError as error:
        return Settings(), list(error.problems)


def _files() -> tuple[str, str]:
    from tui.keymaps import FILE as KEYS

    folder = locations.config_folder()
    return str(folder / FILE), str(folder / KEYS)


def _named(name: str) -> Setting[object]:
    if name not in NAMES:
        raise RefusedError(f"there is no setting {name}{hint(name, NAMES)}")
    return NAMES[name]


def _row(setting: Setting[object], settings: Settings) -> tuple[str, str, str]:
    given = settings.given.get(setting.name)
    if given is None:
        return setting.name, setting.written(setting.default), "default"
    return setting.name, setting.written(given.value), located(given, setting.name)


def _print_one(setting: Setting[object], settings: Settings) -> None:
    name, value, source = _row(setting, settings)
    output.line(f"{name} = {value}  ({source})", strong=True)
    output.prose(setting.doc)
    output.line(f"It is {setting.kind}; by default {setting.written(setting.default)}.")
    output.line(f"{setting.variable} sets it too, and --set {name}=VALUE.")
