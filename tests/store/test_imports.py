"""The store starts without a screen, and without what only some calls need."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def loaded_by(code: str) -> set[str]:
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_importing_the_store_loads_no_screen_and_no_reader() -> None:
    modules = loaded_by("import store")
    assert not modules & {"textual", "rich", "click", "tinydb", "facts", "store.readers.text"}


def test_reading_the_list_loads_no_rules_of_facts(tmp_path: Path) -> None:
    modules = loaded_by(
        "import store\n"
        f"with store.open_case({str(tmp_path / 'x.case')!r}, create=True) as case:\n"
        "    case.rows(case.ids(store.parse_query('tag:drugs word')))"
    )
    assert not modules & {"textual", "rich", "click", "tinydb"}
    facts = {name for name in modules if name.startswith("facts.")}
    assert facts <= {"facts.nearest"}, "what is said to a slip of the pen is all that a list needs"


def test_tinydb_on_a_case_loads_no_screen() -> None:
    modules = loaded_by("import store.tables, store.readers.text")
    assert not modules & {"textual", "rich", "click"}
