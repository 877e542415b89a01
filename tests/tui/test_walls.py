"""Panes and widgets are given values: they import neither the case nor the desk."""

import ast
from pathlib import Path

import pytest

TUI = Path(__file__).parents[2] / "tui"
PAINTED = sorted([*TUI.glob("panes/*.py"), *TUI.glob("widgets/*.py")])
WIDGETLESS = sorted([*TUI.glob("desk/*.py"), *TUI.glob("commands/*.py"), TUI / "wording.py"])


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", PAINTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_painted_knows_no_case_and_no_desk(path: Path) -> None:
    assert not {"store", "facts"} & roots(path)
    assert not {name for name in imports(path) if name.startswith(("tui.desk", "tui.screens"))}


@pytest.mark.parametrize("path", WIDGETLESS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_desk_knows_no_widget(path: Path) -> None:
    assert not {"textual", "rich"} & roots(path)


def test_both_walls_are_looked_at() -> None:
    assert len(PAINTED) > 10
    assert len(WIDGETLESS) > 10
