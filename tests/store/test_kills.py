"""What was acknowledged is there after a kill at any moment.

A few dozen kills here; CASEDESK_KILLS=1000 for more.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from store import CaseDB, NewArticle, open_case

KILLS = int(os.environ.get("CASEDESK_KILLS", "30"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("writers", [1, 2])
def test_no_acknowledged_change_is_lost(path: Path, writers: int) -> None:
    with open_case(path, create=True, user="ana") as case:
        case.add_articles(NewArticle(t, t * 9, t, "/in") for t in ("one", "two", "three", "four"))
        CaseDB(case.engine).table("shared").insert({"n": 0})
    seed = random.randrange(10**6)
    ran = subprocess.run(
        [sys.executable, Path(__file__).with_name("killing.py"), path, str(KILLS), str(writers),
         str(seed)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, f"seed {seed}: {ran.stderr}"
    totals = json.loads(ran.stdout)
    assert totals["kills"] >= KILLS
    assert totals["acknowledged"] > KILLS
