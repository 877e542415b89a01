"""Storms: sizes that change while keys come, two thousand characters at once, a line that drops."""

from pathlib import Path

import pytest

from store import open_case
from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal

WORDS = "".join(f"{number:03} éش " for number in range(286))[:2000]
TYPED = "the boat left from Nador"

SCREENS = {
    "list": "", "facts": "w3", "note": "c", "prompt": "lrab", "words of a fact": "w3e",
    "adding": "+", "help": "?", "palette": "\x10fa", "history": "H", "field": "Iw3g\re",
    "queries": "Q", "tags": "wt",
}  # fmt: skip
"""Each screen, and the keys that lead to it."""


def note(case: Path) -> str:
    with open_case(case, user="ana") as opened:
        return opened.note(1)


def test_two_thousand_characters_at_once_stay_in_order(demo: PtyTerminal, sample: Path) -> None:
    demo.send("c")
    demo.send(WORDS)
    demo.send("esc")
    demo.wait_for("noted")
    assert note(sample) == WORDS


def test_sizes_that_change_while_keys_come_lose_none(demo: PtyTerminal, sample: Path) -> None:
    demo.send("c")
    for number, start in enumerate(range(0, 400, 20)):
        demo.resize(60 + number * 7 % 80, 16 + number * 5 % 40)
        demo.send(WORDS[start : start + 20])
        demo.watch(0.005)
    demo.resize(120, 40)
    demo.send("esc")
    demo.wait_for("noted")
    assert note(sample) == WORDS[:400]
    demo.wait_for("q quit")
    demo.send("j", "d")
    demo.wait_for("done")


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_a_line_that_drops_ends_the_desk_from_every_screen(
    desk: Desk, sample: Path, keys: str
) -> None:
    terminal = ready(desk("demo"))
    terminal.send("c", TYPED, "esc")
    terminal.wait_for("noted")
    terminal.send(keys)
    terminal.settle(0.1)
    terminal.hang_up()
    terminal.process.wait(PATIENCE_S)
    assert note(sample) == TYPED
    with open_case(sample, user="ana") as case:
        assert case.care.verify().is_whole
