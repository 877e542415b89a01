"""The scenario that measures a session still plays, whatever this machine's speed today."""

import subprocess
from pathlib import Path

import pytest

from bench import scenarios

DESK = Path(__file__).parents[2] / "bench" / "desk"


def test_the_session_and_the_start_after_it_play_to_the_end() -> None:
    if scenarios.tool("ttybench.py", "TTYBENCH") is None:
        pytest.skip("there is no ttybench.py: set TTYBENCH to its path")
    words = [str(DESK), "session", "--", "--repeat", "1", "--warmup", "0"]
    result = subprocess.run(words, capture_output=True, text=True)
    problems = [line for line in result.stdout.splitlines() if line.startswith("FAILED")]
    assert [problem for problem in problems if "over the budget" not in problem] == []
    assert "start with tag and note" in result.stdout, result.stderr


def test_without_the_harness_it_says_so_and_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(scenarios, "HERE", tmp_path / "elsewhere" / "bench")
    monkeypatch.delenv("TTYBENCH", raising=False)
    assert scenarios.main(["session"]) == 0
    assert "skipped" in capsys.readouterr().out
