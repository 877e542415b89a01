"""Every theme can be read, and no state is told by its colour alone.

Contrast is the ratio of relative luminances of WCAG 2.2 (1.4.3). Red-green blindness is simulated
after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency" (IEEE TVCG 15, 2009; severity 1.0), differences are those of CIELAB (CIE 1976).
"""

from itertools import combinations
from math import dist
from typing import NamedTuple

import pytest
from rich.color import Color
from rich.style import Style

from tui import marks
from tui.glyphs import in_ascii
from tui.roles import THEMES
from tui.themes import look

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

DARK_GROUNDS = ("#000000", "#1e1e1e", "#282a36", "#002b36")
"""Black; the grounds of Visual Studio Code, Dracula and Solarized."""
LIGHT_GROUNDS = ("#ffffff", "#fafafa", "#fdf6e3")
GROUNDS = {
    "dark": DARK_GROUNDS,
    "colour-blind": DARK_GROUNDS,
    "light": LIGHT_GROUNDS,
    "colour-blind-light": LIGHT_GROUNDS,
    "high-contrast": (*DARK_GROUNDS[:3], *LIGHT_GROUNDS),
}
INK = {"dark": "#d0d0d0", "light": "#303030"}
LEAST = {"high-contrast": 7.0}
ENOUGH = 4.5

DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
APART = 20.0
"""A difference that is seen at a glance; about 2.3 can just be seen side by side."""


class Seen(NamedTuple):
    """Words and their ground, in linear light."""

    words: Rgb
    ground: Rgb


def linear(colour: Color) -> Rgb:
    red, green, blue = (part / 255 for part in colour.get_truecolor())
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(light: Rgb) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def seen(style: Style, ground: str) -> Seen:
    """What a style puts on a ground, its ink that of the ground where it names none."""
    under = linear(Color.parse(ground))
    ink = linear(Color.parse(INK["dark" if luminance(under) < 0.2 else "light"]))
    words = linear(style.color) if style.color else ink
    behind = linear(style.bgcolor) if style.bgcolor else under
    return Seen(behind, words) if style.reverse else Seen(words, behind)


def contrast(one: Seen) -> float:
    lighter, darker = sorted(map(luminance, one), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def simulated(light: Rgb, matrix: Matrix) -> Rgb:
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0.0), 1.0) for row in matrix
    )
    return red, green, blue


def lab(light: Rgb) -> Rgb:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: Rgb, other: Rgb) -> float:
    return dist(lab(one), lab(other))


def test_the_measures_are_those_of_their_standards() -> None:
    assert contrast(Seen((1, 1, 1), (0, 0, 0))) == pytest.approx(21)
    assert contrast(seen(Style.parse("#777777"), "#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert difference((1, 1, 1), (0, 0, 0)) == pytest.approx(100, abs=0.1)
    red, green = linear(Color.parse("#ff0000")), linear(Color.parse("#00a000"))
    assert difference(red, green) > 100
    assert difference(simulated(red, DEUTERANOPIA), simulated(green, DEUTERANOPIA)) < 40


@pytest.mark.parametrize("theme", GROUNDS)
def test_every_word_can_be_read_on_every_ground_in_use(theme: str) -> None:
    least = LEAST.get(theme, ENOUGH)
    poor = {
        (role, ground): round(ratio, 2)
        for role, style in look(theme).styles.items()
        for ground in GROUNDS[theme]
        if (ratio := contrast(seen(style, ground))) < least
    }
    assert not poor
    assert not any(style.dim for style in look(theme).styles.values())


@pytest.mark.parametrize("theme", ["colour-blind", "colour-blind-light"])
@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_verdicts_differ_for_those_who_see_no_red_or_green(theme: str, matrix: Matrix) -> None:
    styles = look(theme).styles
    for ground in GROUNDS[theme]:
        looks = {
            name: simulated(seen(styles[f"light.{name}"], ground).words, matrix)
            for name in ("accepted", "rejected", "doubtful", "open")
        }
        for (one, a), (other, b) in combinations(looks.items(), 2):
            assert difference(a, b) >= APART, (one, other, ground)


def test_the_usual_theme_would_not_do_for_them() -> None:
    styles = look("dark").styles
    accepted, rejected = (
        simulated(seen(styles[f"light.{name}"], "#000000").words, DEUTERANOPIA)
        for name in ("accepted", "rejected")
    )
    assert difference(accepted, rejected) < APART


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_states_look_alike_in_the_text_and_every_theme_knows_every_role(theme: str) -> None:
    styles = THEMES[theme]
    assert styles.keys() == THEMES["mono"].keys()
    states = [
        styles[f"light.{name}"] for name in ("open", "doubtful", "accepted", "rejected", "here")
    ]
    assert len(set(states)) == len(states)


def test_mono_has_not_one_colour() -> None:
    assert not any(style.color or style.bgcolor for style in look("mono").styles.values())


@pytest.mark.parametrize("written", [str, in_ascii], ids=["unicode", "ascii"])
def test_glyph_and_letter_tell_every_state_without_any_colour(written: type[str]) -> None:
    for group in (
        [*marks.STATUS.values()],
        [*marks.VERDICT.values(), marks.CORRECTED, marks.GONE],
        [marks.PROPOSED, marks.TAKEN],
        [marks.STANDS, marks.UNDONE],
    ):
        shown = [written(mark) for mark in group]
        assert len(set(shown)) == len(shown)
        assert {len(mark) for mark in shown} == {2}
        letters = [mark[1] for mark in shown]
        assert len(set(letters)) == len(letters), "the letter alone would not tell"
