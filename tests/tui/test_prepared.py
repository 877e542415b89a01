"""What the desk makes of a terminal and of settings, before the interface is loaded."""

import pytest

from tui.appearance import is_ascii_for, theme_for
from tui.setting import Given
from tui.settings import Settings
from tui.terminal import prepare

XTERM = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}


def settings(**values: object) -> Settings:
    return Settings({name: Given(value, "here") for name, value in values.items()})


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"TERM": "xterm-256color"}, "dark"),
        ({"TERM": "tmux-256color", "COLORFGBG": "15;default;0"}, "dark"),
        ({"TERM": "rxvt-unicode-256color", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "xterm-kitty"}, "dark"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "dark"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "screen"}, "16"),
        ({"TERM": "vt220"}, "mono"),
        ({"TERM": "vte-256color"}, "dark"),
        ({"TERM": "xterm-mono"}, "mono"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORFGBG": "0;15"}, "mono"),
    ],
)
def test_the_theme_that_suits_a_terminal(environ: dict[str, str], theme: str) -> None:
    assert theme_for(Settings(), environ) == theme


def test_a_theme_that_is_set_is_taken_but_for_no_color() -> None:
    light = settings(theme="light")
    assert theme_for(light, {"TERM": "linux"}) == "light"
    assert theme_for(light, {"TERM": "xterm-256color", "NO_COLOR": ""}) == "mono"


@pytest.mark.parametrize(
    ("environ", "is_ascii"),
    [
        (XTERM, False),
        (XTERM | {"LC_ALL": "C"}, True),
        (XTERM | {"LC_ALL": "", "LC_CTYPE": "de_DE.ISO-8859-1"}, True),
        (XTERM | {"LANG": "sr_RS.utf8@latin"}, False),
        ({"TERM": "xterm"}, True),
        (XTERM | {"TERM": "linux"}, True),
        (XTERM | {"TERM": "vt220"}, True),
        (XTERM | {"TERM": "vte-256color"}, False),
    ],
)
def test_ascii_where_signs_would_not_be_shown(environ: dict[str, str], is_ascii: bool) -> None:
    assert is_ascii_for(Settings(), environ) is is_ascii
    assert is_ascii_for(settings(glyphs="unicode"), environ) is False
    assert is_ascii_for(settings(glyphs="ascii"), environ) is True


@pytest.mark.parametrize(
    ("environ", "escape_ms", "delay"),
    [
        ({}, 0, "5"),
        ({"SSH_CONNECTION": "a b c d"}, 0, "25"),
        ({"ESCDELAY": "60"}, 0, "60"),
        ({"ESCDELAY": "60"}, 40, "40"),
    ],
)
def test_how_long_esc_is_held_back(environ: dict[str, str], escape_ms: int, delay: str) -> None:
    prepare(settings(escape_ms=escape_ms), environ)
    assert environ["ESCDELAY"] == delay


def test_colours_by_number_are_sent_as_they_are_and_the_editor_is_the_one_set() -> None:
    environ = {"TERM": "xterm", "VISUAL": "nano"}
    prepare(settings(theme="light", editor="vim -u NONE"), environ)
    assert (environ["TEXTUAL_COLOR_SYSTEM"], environ["VISUAL"]) == ("256", "vim -u NONE")
    environ = {"TERM": "linux"}
    prepare(Settings(), environ)
    assert "TEXTUAL_COLOR_SYSTEM" not in environ
