"""In ASCII nothing of the desk's own is left out, and nothing changes its width."""

import ast
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import tui
from tui.glyphs import in_ascii
from tui.widths import cells

SOURCES = sorted(Path(tui.__file__).parent.rglob("*.py"))
PATTERNS = {"plain.py", "safe.py", "widths.py"}
"""Files that name what articles may hold, and what takes its place."""


def said(path: Path) -> Iterator[str]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_every_sign_that_the_desk_shows_has_one_in_ascii() -> None:
    strange = {
        (path.name, character)
        for path in SOURCES
        if path.name not in PATTERNS
        for words in said(path)
        for character in in_ascii(words)
        if not character.isascii()
    }
    assert not strange
    for sign in "␛␊␍⇄\N{REPLACEMENT CHARACTER}":
        assert in_ascii(sign).isascii(), "what stands for controls and overrides"


@given(st.text(st.sampled_from("▸─│✓✗⚑·…◆○●†↶⇄␊␛ aéمرا漢字👮e\u0301–“”")))
def test_words_keep_their_cells_and_letters(words: str) -> None:
    shown = in_ascii(words)
    assert len(shown) == len(words)
    assert cells(shown) == cells(words)
    assert all(a == b for a, b in zip(words, shown, strict=True) if a.isalpha())
