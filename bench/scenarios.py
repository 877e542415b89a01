"""Play the scenarios beside this file with ttybench, where ttybench is to be found.

``bench/desk`` plays all; ``bench/desk held -- --repeat 3`` one, with options for ttybench, which
is looked for at $TTYBENCH and beside the repository, as is make_corpus.py, which makes the
articles of the big case. That case is imported once and kept under bench/out.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
ARTICLES = 10_000

SCENARIOS = {"session": ("session.toml", "again.toml"), "held": ("held.toml",)}
"""What can be asked for, and its files; those of one scenario are played in turns."""


def main(words: list[str]) -> int:
    names, options = _split(words)
    harness = tool("ttybench.py", "TTYBENCH")
    if harness is None:
        print("bench/desk: skipped, as there is no ttybench.py (set TTYBENCH to its path).")
        return 0
    codes = [_play(harness, name, options) for name in names or SCENARIOS]
    return max(codes)


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    cut = words.index("--") if "--" in words else len(words)
    names = words[:cut]
    if unknown := set(names) - set(SCENARIOS):
        sys.exit(f"bench/desk: no scenario {', '.join(unknown)}; there are {', '.join(SCENARIOS)}")
    return names, words[cut + 1 :]


def _play(harness: Path, name: str, options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="casedesk-bench-") as home:
        values = {"python": sys.executable, "home": f"{home}/home"}
        if name == "held":
            case = _big_case()
            if case is None:
                print("bench/desk: held skipped, as there is no make_corpus.py beside ttybench.py.")
                return 0
            values["case"] = str(case)
        settings = [word for item in values.items() for word in ("--set", "=".join(item))]
        files = [str(HERE / file) for file in SCENARIOS[name]]
        return subprocess.run([sys.executable, harness, *files, *settings, *options]).returncode


def _big_case() -> Path | None:
    """The case of many articles, imported the first time it is wanted; says how long that took."""
    case = OUT / f"{ARTICLES}.case"
    if case.exists():
        return case
    maker = tool("make_corpus.py", "MAKE_CORPUS")
    if maker is None:
        return None
    corpus = OUT / f"corpus-{ARTICLES}"
    if not corpus.exists():
        subprocess.run([sys.executable, maker, str(ARTICLES), corpus, "--form", "txt"], check=True)
    began = time.monotonic()
    draft = case.with_suffix(".draft")
    command = [sys.executable, "-m", "tui", "import", str(corpus), "--case", str(draft)]
    subprocess.run(command, check=True)
    seconds = time.monotonic() - began
    print(f"import with facts: {ARTICLES / seconds:,.0f} articles/s ({seconds:.0f} s)")
    return draft.rename(case)


def tool(name: str, variable: str) -> Path | None:
    """A tool that is not part of the project: where the variable says, or beside the repository."""
    places = [Path(os.environ.get(variable, "")), HERE.parents[1] / "shared" / "bench" / name]
    return next((place for place in places if place.is_file()), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
