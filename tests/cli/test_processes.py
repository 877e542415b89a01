"""Commands as a shell runs them: what they load, who reads them, who interrupts them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS

LOADED = """
import sys
from tui.__main__ import main
code = main()
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["show", "1"],
        ["log"],
        ["undo"],
        ["keys"],
        ["doctor"],
        ["rules", "list"],
        ["extract", str(SEEDS[0])],
        ["import", str(SEEDS[0])],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_no_command_but_the_desk_loads_textual(case: Path, words: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LOADED, *words], capture_output=True, text=True, timeout=120
    )
    assert result.returncode in {0, 1}, result.stderr
    loaded = set(result.stderr.splitlines()[-1].split())
    assert "tui" in loaded
    assert not loaded & {"textual", "rich"}


def test_a_reader_that_leaves_hears_no_complaint(case: Path) -> None:
    command = f"{sys.executable} -m tui keys | head -n 1; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1


def test_a_reader_that_left_before_the_first_word_hears_no_complaint(case: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [sys.executable, "-m", "tui", "list", "--json"],
        stdout=writer, stderr=subprocess.PIPE, text=True, timeout=120,
    )  # fmt: skip
    os.close(writer)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("words", [["demo"], ["open"], []], ids=" ".join)
def test_the_desk_refuses_a_pipe_in_one_sentence(case: Path, words: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tui", *words],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (2, "")
    assert "needs a terminal" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(instruction: str) -> str:
        monkeypatch.setenv("_CASEDESK_COMPLETE", f"{shell}_{instruction}")
        result = subprocess.run(
            [Path(sys.executable).with_name("casedesk")],
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert (result.returncode, result.stderr) == (0, "")
        return result.stdout

    assert "_CASEDESK_COMPLETE" in ask("source")
    monkeypatch.setenv("COMP_WORDS", "casedesk im")
    monkeypatch.setenv("COMP_CWORD", "im" if shell == "fish" else "1")
    assert "import" in ask("complete")
