"""What an import brings along, proved in processes of their own."""

import subprocess
import sys

import pytest

REPORT = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def loaded_by(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}"],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return set(result.stdout.splitlines()[-1].split())


def test_the_report_sees_what_is_loaded() -> None:
    assert {"textual", "rich"} <= loaded_by("import textual.app")


@pytest.mark.parametrize(
    ("module", "kept_out"),
    [
        ("facts", {"store", "tui", "tinydb", "sqlite3", "textual", "rich", "click"}),
        ("store.public", {"tui", "textual", "rich", "click"}),
        (
            "tui.__main__, tui.opening.frame",
            {"facts", "textual", "rich", "click", "msgspec", "platformdirs", "dataclasses"},
        ),
        ("tui.cli", {"store", "facts", "textual", "rich", "tinydb", "sqlite3"}),
        ("tui.diagnostics", {"store", "facts", "textual", "rich", "click", "msgspec"}),
        ("tui.terminal", {"store", "facts", "textual", "rich", "click", "msgspec"}),
        ("tui.commands", {"textual", "rich", "tinydb", "sqlite3"}),
    ],
)
def test_a_module_brings_only_what_its_floor_may(module: str, kept_out: set[str]) -> None:
    assert not loaded_by(f"import {module}") & kept_out
