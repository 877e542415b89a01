"""TinyDB's own tests, from its source distribution, with its `db` fixture on a case.

    python bench/tinydb_suite.py

Fetches the distribution once, into bench/out (needs the network, or pip's cache). Prints what
fails and whether it is expected; the exit code says whether anything else does.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out" / "tinydb"

EXPECTED = {
    "test_tables.py::test_table_repr": "compares class names: ours is CaseTable on CaseStorage",
}

CONFTEST = """
import pytest
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage

from store import CaseDB


@pytest.fixture
def db(tmp_path):
    with CaseDB(tmp_path / "suite.case") as database:
        database.drop_tables()
        database.insert_multiple({"int": 1, "char": c} for c in "abc")
        yield database


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
"""


def fetch(timeout: float = 120) -> Path:
    """The folder of TinyDB's tests, as they were published; raises OSError without network."""
    release = f"tinydb-{version('tinydb')}"
    archive = OUT / f"{release}.tar.gz"
    if not archive.exists():
        OUT.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
               "--disable-pip-version-check", "--no-binary", "tinydb", "--dest", str(OUT),
               release.replace("-", "==")]  # fmt: skip
        try:
            subprocess.run(pip, check=True, timeout=timeout, capture_output=True)
        except subprocess.SubprocessError as error:
            raise OSError(f"TinyDB's source distribution cannot be had: {error}") from error
    with tarfile.open(archive) as tar:
        tar.extractall(OUT, filter="data")
    return OUT / release / "tests"


def run(tests: Path, folder: Path) -> tuple[int, set[str], str]:
    """How many passed, which failed, and all that was printed, with our fixture in place."""
    copy = folder / "tests"
    shutil.copytree(tests, copy)
    (copy / "conftest.py").write_text(CONFTEST)
    plain = ("-c", os.devnull, "-p", "no:cacheprovider", "-p", "no:asyncio", "-p", "no:xdist")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfE", *plain, "--rootdir", folder, copy],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    failed = set(re.findall(r"^(?:FAILED|ERROR) tests/(\S+)", ran.stdout, re.MULTILINE))
    passed = re.search(r"(\d+) passed", ran.stdout)
    return int(passed[1]) if passed else 0, failed, ran.stdout + ran.stderr


def unexpected(failed: Iterable[str]) -> list[str]:
    """The failures for which there is no reason."""
    return sorted(set(failed) - set(EXPECTED))


def main() -> int:
    folder = OUT / "run"
    shutil.rmtree(folder, ignore_errors=True)
    tests = fetch()
    folder.mkdir(parents=True)
    passed, failed, printed = run(tests, folder)
    print(f"TinyDB {version('tinydb')}: {passed} passed, {len(failed)} failed")
    for name in sorted(failed):
        print(f"  {name}: {EXPECTED.get(name, 'not expected')}")
    if unexpected(failed) or not passed:
        print(printed)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
