"""What a person looks at: whole screens in plain text, to be read in a diff.

``make screens`` makes them again; tests/screens/looks has how each looks, in colour and without.
"""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from store import Case, open_case
from tests.tui import strange
from tests.tui.painted import mapped, style_of
from tests.tui.playing import GOLDEN, assert_golden, assert_screen, playing
from tests.tui.scenes import SCENES, Scene

SIZES = ((120, 40), (80, 24), (60, 20))
COLOURS = ("color", "red", "green", "yellow", "blue", "magenta", "cyan", "black", "white")


class Standing(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Standing":
        return cls.fromisoformat("2026-11-21T14:30:00+00:00").astimezone(tz)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dark terminal of many colours and all signs, whoever runs the tests."""
    for name in ("NO_COLOR", "COLORTERM", "COLORFGBG", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is half past two, UTC, and stays so."""
    with monkeypatch.context() as patch:
        patch.setattr("time.time_ns", lambda: int(Standing.now().timestamp()) * 10**9)
        patch.setattr("tui.desk.history.datetime", Standing)
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="session")
def cases(seed_case: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The case files that scenes are of, to be copied."""
    folder = tmp_path_factory.mktemp("scenes")
    paths = {name: folder / f"{name}.case" for name in ("empty", "strange")}
    open_case(paths["empty"], create=True, user="ana").close()
    with open_case(paths["strange"], create=True, user="ana") as case:
        strange.fill(case)
    return paths | {"seeds": seed_case}


@pytest.fixture
def scene_case(scene: Scene, cases: dict[str, Path], tmp_path: Path) -> Iterator[Case]:
    """A case of one's own, as it was when the scene begins."""
    path = Path(shutil.copy(cases[scene.case], tmp_path / f"{scene.case}.case"))
    with open_case(path, user="ana") as case:
        with case.engine.connections.writing() as connection:
            connection.execute("UPDATE changes SET at = '2026-11-20T08:00:00.000Z'")
        if scene.before:
            scene.before(case)
        yield case


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
async def test_screen(scene_case: Case, scene: Scene, size: tuple[int, int]) -> None:
    async with playing(scene_case, *size) as player:
        await player.press(*scene.keys)
        coloured, words = player.strips, player.screen
        await player.wear("mono")
        mono = player.strips
        name = "{}-{}x{}.txt".format(scene.name, *size)
        assert_golden(words, name)
        assert_golden(mapped(coloured, mono), f"looks/{name}")
        assert player.screen == words, "no word depends on a theme"
        styles = {style_of(segment) for strip in mono for segment in strip}
        assert not [style for style in styles if any(colour in style for colour in COLOURS)]
        assert all(row.isprintable() for row in words.splitlines())


async def test_too_small(case: Case) -> None:
    async with playing(case, 40, 10) as player:
        assert_screen(player, "small-40x10")


def test_every_golden_is_of_a_screen_that_is_looked_at() -> None:
    made = {"{}-{}x{}".format(scene.name, *size) for scene in SCENES for size in SIZES}
    others = {"small-40x10", "session-120x40", "picture-120x30"}
    assert {file.stem for file in GOLDEN.glob("*.txt")} == made | others
    assert {file.stem for file in GOLDEN.glob("looks/*.txt")} == made
