"""Any text is safe: lines keep their cells and their offsets, nothing in it is obeyed or hidden."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store import NewArticle, open_case
from tests.laws import tried
from tests.tui.playing import playing
from tui.widgets.buffer import Buffer
from tui.widgets.safe import safe
from tui.widgets.wrap import fitted, wrapped

TEXTS = st.text(st.sampled_from("ab  \n\t阿拉مرح\u202e\u200d\x1b🚔") | st.characters())

HOSTILE = (
    """[/] [red]not markup[/red] {curly} $dollar @click
\x1b[31mred\x1b[0m \x1b]0;title\x07 bell \x9b2J \x00 null \x7f delete
right to left \u202eoverride\u202c and \u2066isolate\u2069, zero\u200bwidth, byte order \ufeffmark
\u0627\u0644\u0634\u0631\u0637\u0629 \u0627\u0644\u0645\u063a\u0631\u0628\u064a\u0629
警察逮捕二十一人 ok 👮‍♂️ ok e\u0301 ok
"""
    + "x" * 500
)


@given(TEXTS, st.integers(1, 30))
@tried(150)
def test_lines_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines == sorted(lines)
    shown = {place for start, end in lines for place in range(start, end)}
    assert not {place for place in range(len(text)) if not text[place].isspace()} - shown


@given(TEXTS, st.integers(2, 30))
@tried(150)
def test_lines_fit_the_width(text: str, width: int) -> None:
    for start, end in wrapped(text, width):
        assert cell_len(safe(text[start:end])) <= width or end - start == 1


@given(TEXTS)
def test_what_is_shown_is_harmless(text: str) -> None:
    shown = safe(text)
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in shown)
    assert not set(shown) & set("\u202a\u202e\u2066\u2069\u200b\ufeff")
    shown.encode()


@given(TEXTS.map(lambda text: safe(text)), st.integers(1, 30))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) <= max(width, 1)


def test_lines_break_at_spaces() -> None:
    text = "Police arrested 21 people\n\n\n\nin Rabat"
    assert [text[start:end] for start, end in wrapped(text, 16)] == [
        "Police arrested", "21 people", "", "in Rabat",
    ]  # fmt: skip


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
async def test_a_hostile_article_keeps_the_screen(tmp_path: Path, columns: int, rows: int) -> None:
    with open_case(tmp_path / "hostile.case", create=True, user="ana") as case:
        title = "[/] \x1b[31m \u202etitle"
        case.add_articles([NewArticle(title=title, text=HOSTILE, name="[/].txt", path="/x")])
        case.write_note(1, "[/] \x1b[31m note")
        async with playing(case, columns, rows) as player:
            await player.press("tab", "G", "g", "/", "[", "/", "enter")
            assert [cell_len(row) <= columns for row in player.rows] == [True] * rows
            assert not any(mark in player.screen for mark in "\x1b\x07\x9b\u202e\u2066\ufeff")
            assert "[/] [red]not markup[/red]" in player.screen
            assert "␛[31mred␛[0m" in player.screen
            assert "警察逮捕" in player.screen
            assert "الشرطة" in player.screen
            edge = {row.rfind("│") for row in player.rows[1:20] if row.isascii()}
            assert len(edge) <= 2


class TestBuffer:
    def test_keys_of_a_line(self) -> None:
        buffer = Buffer("tag drugs")
        for key in ("left", "backspace", "end", "ctrl+w"):
            assert buffer.press(key)
        assert (buffer.text, buffer.cursor) == ("tag ", 4)
        buffer.insert("a\nb")
        assert buffer.text == "tag a b"
        assert not buffer.press("f1")

    @given(
        st.lists(st.sampled_from("left right home end backspace delete ctrl+u ctrl+w x".split()))
    )
    def test_the_cursor_stays_in_the_text(self, keys: list[str]) -> None:
        buffer = Buffer("some words")
        for key in keys:
            if not buffer.press(key):
                buffer.insert(key)
            assert 0 <= buffer.cursor <= len(buffer.text)
