"""What extraction costs: articles a second on one core and two, by stage, and the first article.

    bench/extract [ARTICLES]

Beside each wall time stands the processor's, which a busy machine does not change; the first
article is compared with what the interpreter itself needs, measured in turns with it.
"""

import os
import runpy
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from bench.stages import by_stage  # noqa: E402
from facts import extract  # noqa: E402
from tui.extraction import Text, extract_all  # noqa: E402

CORPUS = SHARED / "bench" / "make_corpus.py"
DEV = SHARED / "gold" / "dev-articles"
SEED = ROOT / "seeds" / "000_4e6923b994e2a9a3.txt"
TARGET = 15_000
STARTS = 7
AT_LEAST = 600
"""A handful of articles is read over and over until so many have been read."""


class Spent(NamedTuple):
    """Seconds by the clock, and of the processor's time."""

    wall_s: float
    cpu_s: float


def main(words: list[str]) -> int:
    count = int(words[0]) if words else 2000
    for name, texts in (("corpus", _corpus(count)), ("dev", _dev()), ("seeds", _seeds())):
        if not texts:
            print(f"{name}: skipped, as there is nothing of it beside the repository\n")
            continue
        _throughput(name, texts)
        _stages(texts)
    _starts()
    return 0


def _corpus(count: int) -> list[str]:
    if not CORPUS.exists():
        return []
    made = runpy.run_path(str(CORPUS))["corpus"](count)
    return [f" date {one.date} {one.title}\n\n{one.body}" for one in made]


def _dev() -> list[str]:
    return _repeated([path.read_text(encoding="utf-8") for path in sorted(DEV.glob("*.txt"))])


def _seeds() -> list[str]:
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return _repeated([path.read_text(encoding="utf-8") for path in paths])


def _repeated(texts: list[str]) -> list[str]:
    return texts * -(-AT_LEAST // len(texts)) if texts else []


def _throughput(name: str, texts: Sequence[str]) -> None:
    size = sum(map(len, texts)) / len(texts)
    print(f"{name}: {len(texts):,} articles of {size:,.0f} characters")
    print(f"  {'cores':>5} {'a second':>9} {'a minute':>9} {'CPU ms each':>12}")
    for workers in (1, 2):
        spent = _read_all(texts, workers)
        rate = len(texts) / spent.wall_s
        each_ms = 1000 * spent.cpu_s / len(texts)
        print(f"  {workers:>5} {rate:>9,.0f} {60 * rate:>9,.0f} {each_ms:>12.2f}")
    yardstick_ms = statistics.median(_yardstick_ms() for _ in range(5))
    print(
        f"  an article takes {each_ms / yardstick_ms:.2f} of the yardstick ({yardstick_ms:.0f} ms)"
    )
    free = f"{2 * 60_000 / each_ms:,.0f} a minute"
    print(f"  two cores with nothing else to do: {free}, of {TARGET:,} wanted")


def _yardstick_ms() -> float:
    """A fixed piece of work: how fast this machine is at this moment, busy or not."""
    start = time.process_time()
    counts: dict[int, int] = {}
    for number in range(200_000):
        counts[number % 1000] = counts.get(number % 1000, 0) + 1
    return 1000 * (time.process_time() - start)


def _read_all(texts: Sequence[str], workers: int) -> Spent:
    extract(texts[0])
    wall, cpu = time.perf_counter(), _cpu_s()
    items = (Text(str(number), text) for number, text in enumerate(texts))
    for outcome in extract_all(items, len(texts), workers=workers):
        assert outcome.extraction, outcome.error
    return Spent(time.perf_counter() - wall, _cpu_s() - cpu)


def _cpu_s() -> float:
    """The processor's time of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _stages(texts: Sequence[str]) -> None:
    few = texts[:: max(len(texts) // 300, 1)]
    rows = by_stage(few)
    total = sum(rows.values())
    print(f"  {'stage':<24} {'ms each':>8} {'share':>6}")
    for stage, seconds in sorted(rows.items(), key=lambda row: -row[1]):
        print(f"  {stage:<24} {1000 * seconds / len(few):>8.2f} {seconds / total:>6.0%}")
    print()


FIRST = {
    "python -c pass": ["-c", "pass"],
    "import msgspec, tomllib": ["-c", "import msgspec, tomllib"],
    "facts.extract, one article": [
        "-c",
        "import sys; from facts import extract; extract(open(sys.argv[1]).read())",
        str(SEED),
    ],
    "casedesk extract FILE": ["-m", "tui", "extract", str(SEED)],
}
"""What is started in a fresh process, the floors first."""


def _starts() -> None:
    spent: dict[str, list[Spent]] = {name: [] for name in FIRST}
    for _ in range(STARTS):
        for name, words in FIRST.items():
            spent[name].append(_started(words))
    print(f"the first article, median of {STARTS} fresh processes")
    print(f"  {'':<28} {'wall ms':>8} {'CPU ms':>7}")
    for name, runs in spent.items():
        wall = 1000 * statistics.median(run.wall_s for run in runs)
        cpu = 1000 * statistics.median(run.cpu_s for run in runs)
        print(f"  {name:<28} {wall:>8.0f} {cpu:>7.0f}")


def _started(words: list[str]) -> Spent:
    wall, cpu = time.perf_counter(), _cpu_s()
    subprocess.run([sys.executable, *words], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return Spent(time.perf_counter() - wall, _cpu_s() - cpu)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
