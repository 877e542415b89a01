"""The settings, keys and tags that a command works with, and what is wrong with them said once."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui import locations
from tui.diagnostics import RefusedError
from tui.settings import Settings
from tui.settings_file import SettingsError, read_settings

if TYPE_CHECKING:
    from tui.keymap import Keymap

F = TypeVar("F", bound=Callable[..., Any])

_GIVEN, _PLAIN = "casedesk.set", "casedesk.defaults"
"""Where a command's context remembers what was set, and that the files are left aside."""
_WAY_ROUND = "casedesk --defaults leaves your files aside"


def settings_options(command: F) -> F:
    """``--set NAME=VALUE`` and ``--defaults``, on the command or before its name."""
    given = click.option(
        "--set", "given", metavar="NAME=VALUE", multiple=True, expose_value=False, callback=_give,
        help="A setting for this once, such as theme=light.",
    )  # fmt: skip
    plain = click.option(
        "--defaults", is_flag=True, expose_value=False, callback=_leave_aside,
        help="Leave your config.toml, keys.toml and tags.toml aside.",
    )  # fmt: skip
    return given(plain(command))


def chosen_settings() -> Settings:
    """The settings of this command; refused are those that make no sense, with file and line."""
    meta = _meta()
    try:
        return read_settings(
            str(locations.config_folder()), os.environ, meta.get(_GIVEN, ()),
            plain=meta.get(_PLAIN, False),
        )  # fmt: skip
    except SettingsError as error:
        raise RefusedError(_with_way_round(str(error))) from error


def chosen_keymap(settings: Settings) -> "Keymap":
    """The keys of the desk; refused are those that make no sense, with file and line."""
    from tui.key_changes import KeymapError
    from tui.keymaps import FILE, keymap_of

    choose_tags()
    own = None if _meta().get(_PLAIN) else locations.config_folder() / FILE
    try:
        return keymap_of(settings.keys_preset, own)
    except KeymapError as error:
        raise RefusedError(_with_way_round(str(error))) from error


def choose_tags() -> None:
    """Let the tags be those of the analyst; refused is a tags.toml that makes no sense."""
    own = locations.tags_file()
    if _meta().get(_PLAIN) or not own.exists():
        return
    from store.tags import built_in, use
    from tui.tag_file import TagFileError, laid_over

    try:
        use(laid_over(built_in(), own))
    except TagFileError as error:
        raise RefusedError(_with_way_round(str(error))) from error


def _with_way_round(problem: str) -> str:
    return f"{problem} ({_WAY_ROUND})" if str(locations.config_folder()) in problem else problem


def _meta() -> dict[str, Any]:
    ctx = click.get_current_context(silent=True)
    return ctx.meta if ctx is not None else {}


def _give(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> None:
    ctx.meta[_GIVEN] = (*ctx.meta.get(_GIVEN, ()), *value)


def _leave_aside(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_PLAIN] = value or ctx.meta.get(_PLAIN, False)
