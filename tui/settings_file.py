"""Settings read: the command line before the environment, this before the file."""

import os
from collections.abc import Iterable, Iterator, Mapping

from tui.nearest import hint
from tui.setting import Given
from tui.settings import NAMES, SETTINGS, Settings
from tui.toml_file import read_toml

FILE = "config.toml"
"""Its name in the configuration folder."""


class SettingsError(Exception):
    """What is wrong with the settings, a sentence for each thing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(problems[0])
        self.problems = problems


def read_settings(
    folder: str, environ: Mapping[str, str], options: Iterable[str] = (), *, plain: bool = False
) -> Settings:
    """The settings of a configuration folder, an environment and the words ``NAME=VALUE``.

    `plain` leaves the file aside. Raises SettingsError with all that is wrong.
    """
    problems: list[str] = []
    given: dict[str, Given] = {}
    path = f"{folder}/{FILE}"
    for source in (_of_file("" if plain else path), _of_environ(environ), _of_options(options)):
        for found in source:
            if isinstance(found, str):
                problems.append(found)
            else:
                given[found[0]] = found[1]
    if problems:
        raise SettingsError(problems)
    return Settings(given)


Found = str | tuple[str, Given]
"""A value for a setting, or what is wrong."""


def _of_file(path: str) -> Iterator[Found]:
    if not path or not os.path.exists(path):  # noqa: PTH110  the first screen loads no pathlib
        return
    try:
        text, document = read_toml(path)
    except ValueError as error:
        yield str(error)
        return
    for name, value in _flat(document, ""):
        if name not in NAMES:
            yield f"{_where(path, text, name)}: there is no setting {name}{hint(name, NAMES)}"
            continue
        try:
            yield name, Given(NAMES[name].take(value), path)
        except ValueError as error:
            yield f"{_where(path, text, name)}: {error}"


def _where(path: str, text: str, name: str) -> str:
    """File and line of a setting, which only those ask for who have read the file."""
    from tui.toml_places import line_of

    line = line_of(text, name)
    return f"{path}:{line}" if line else path


def located(given: Given, name: str) -> str:
    """Where a value comes from, with its line if that is a file."""
    if not os.path.isfile(given.source):  # noqa: PTH113
        return given.source
    with open(given.source, encoding="utf-8") as file:  # noqa: PTH123
        return _where(given.source, file.read(), name)


def _of_environ(environ: Mapping[str, str]) -> Iterator[Found]:
    for setting in SETTINGS:
        if words := environ.get(setting.variable):
            try:
                yield setting.name, Given(setting.take_words(words), setting.variable)
            except ValueError as error:
                yield f"{setting.variable}: {error}"


def _of_options(options: Iterable[str]) -> Iterator[Found]:
    for option in options:
        name, equals, words = option.partition("=")
        if not equals:
            yield f"--set {option}: it takes NAME=VALUE, such as theme=light"
        elif name not in NAMES:
            yield f"--set {option}: there is no setting {name}{hint(name, NAMES)}"
        else:
            try:
                yield name, Given(NAMES[name].take_words(words), "--set")
            except ValueError as error:
                yield f"--set {option}: {error}"


def _flat(table: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    """Every value of a document with its dotted name."""
    for key, value in table.items():
        name = f"{above}{key}"
        if isinstance(value, dict) and name not in NAMES:
            yield from _flat(value, f"{name}.")
        else:
            yield name, value
