"""What is copied reaches the clipboard of the terminal, through tmux and screen, and is said."""

import re
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Case
from tests.tui.playing import playing
from tui.clipboard import MOST_BYTES, copied
from tui.driver.frames import is_aside
from tui.plain import plain

XTERM = {"TERM": "xterm-256color"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
SCREEN = {"TERM": "screen", "STY": "1.pts-0"}
REMOTE = {"TERM": "screen-256color"}


def content(data: str) -> str:
    """What a terminal takes from OSC 52."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", data)
    assert found
    return b64decode(found[1]).decode()


@pytest.mark.parametrize("environ", [XTERM, TMUX, SCREEN, REMOTE])
@given(text=st.text(max_size=400))
def test_every_way_brings_the_same_words_and_touches_no_cell(
    environ: dict[str, str], text: str
) -> None:
    data = copied(text, environ).data
    assert is_aside(data)
    wrapped = data[data.index("\x1bP") :] if "\x1bP" in data else ""
    if "TMUX" in environ:
        inner = re.fullmatch(r"\x1bPtmux;(.*)\x1b\\", wrapped, re.DOTALL)
        assert inner
        wrapped = inner[1].replace("\x1b\x1b", "\x1b")
    else:
        pieces = re.findall(r"\x1bP(.*?)\x1b\\", wrapped, re.DOTALL)
        assert all(len(piece) <= 250 for piece in pieces)
        wrapped = "".join(pieces)
    ways = [way for way in (data.partition("\x1bP")[0], wrapped) if way]
    expected = plain(text).encode("utf-8", "replace").decode()
    assert ways
    assert {content(way) for way in ways} == {expected}


def test_too_much_and_no_clipboard_are_said_and_nothing_is_sent() -> None:
    assert copied("x" * MOST_BYTES, XTERM).data
    too_long = copied("é" * MOST_BYTES, XTERM)
    assert too_long.data == ""
    assert "112,000 bytes" in too_long.words
    assert copied("x", {"TERM": "linux"}).data == ""


async def test_a_key_copies_the_fact_or_the_article_and_says_so(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in TMUX.items():
        monkeypatch.setenv(name, value)
    async with playing(case) as player:
        await player.press("ctrl+y")
        title, path = player.app.clipboard.split("\n")
        assert title == "Morocco’s police aborted a drug trafficking attempt in Casablanca"
        assert path == case.article(1).path
        await player.press("w", "3", "ctrl+y")
        fact = player.app.desk.facts.current
        assert fact is not None
        first = fact.mentions[0]
        assert player.app.clipboard == player.app.desk.text[first.start : first.end]
        count = first.end - first.start
        said = f"copied {count} characters to the terminal's clipboard; tmux needs set-clipboard on"
        assert player.status == said


async def test_words_selected_in_a_note_are_copied_the_same_way(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    async with playing(case) as player:
        await player.press("c")
        await player.type("boat")
        await player.press("shift+left", "shift+left", "ctrl+c")
        assert player.app.clipboard == "at"
        assert player.status == "copied 2 characters to the terminal's clipboard"
