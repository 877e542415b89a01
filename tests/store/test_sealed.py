"""A case in a folder where nothing may be written: looked at and copied all the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store import Case
from tests.store.test_migrations import FIXTURE

ROOT = Path(__file__).resolve().parents[2]

_AS_ANYONE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"]
"""Even root is refused then."""

pytestmark = pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may write anywhere"
)

LOOK = """
import sys
from pathlib import Path
from store.care.verify import verify
from store.engine.copying import copy
path, target = map(Path, sys.argv[1:])
try:
    path.with_name("written").touch()
except PermissionError:
    print(verify(path).flaws, end="")
    copy(path, target)
"""


@pytest.mark.parametrize("is_old", [False, True])
def test_it_is_whole_and_can_be_backed_up(
    case: Case, path: Path, tmp_path_factory: pytest.TempPathFactory, is_old: bool
) -> None:
    case.close()
    if is_old:
        shutil.copy(FIXTURE, path)
    content = path.read_bytes()
    target = tmp_path_factory.mktemp("elsewhere") / "copy.case"
    path.chmod(0o444)
    path.parent.chmod(0o555)
    anyone = _AS_ANYONE if os.geteuid() == 0 else []
    try:
        seen = subprocess.run(
            [*anyone, sys.executable, "-c", LOOK, path, target],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    finally:
        path.parent.chmod(0o755)
    assert seen.stdout == "()"
    assert target.stat().st_size == len(content)
    assert path.read_bytes() == content
