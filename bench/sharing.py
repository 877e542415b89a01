"""How soon a colleague's change is on the screen, and what it costs to watch for one.

    python bench/sharing.py [CHANGES] [ARTICLES]

A desk runs in a pseudo-terminal, and this process is the colleague. Measured is the time from a
durable decision to the first bytes that show it. The desk looks ten times a second, so half of
that is the floor of the median, and all of it that of the slowest.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.store import articles  # noqa: E402
from store import Case, open_case  # noqa: E402
from store.shapes import Status  # noqa: E402
from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal  # noqa: E402

LOOK_MS = 100
"""How often the desk looks for changes."""
IN_VIEW = 20
"""Articles that the list shows."""
STATUSES: tuple[Status, Status] = ("done", "flagged")
IDLE_S = 5.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("changes", type=int, nargs="?", default=100)
    parser.add_argument("articles", type=int, nargs="?", default=2_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shared.case")
        with open_case(path, create=True, user="ben") as case:
            case.add_articles(articles(chosen.articles))
            with desk(path, folder) as terminal:
                terminal.wait_for("q quit")
                terminal.settle(1.0)
                print(f"{'idle, alone but for a silent colleague':<44} {idle(terminal)}")
                case.presence.at(2)
                terminal.settle(1.0)
                print(f"{'idle, with a colleague in sight':<44} {idle(terminal)}")
                seen = sorted(latency_ms(case, terminal, n) for n in range(chosen.changes))
                line("a colleague's decision on the screen", seen)
                print(f"{'':<44} {seen[int(len(seen) * 0.95)] / LOOK_MS:.2f} looks at p95")
                watching(case)


def desk(path: Path, home: str) -> PtyTerminal:
    """Ana's desk on the case."""
    env = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color",
           "USER": "ana", "PYTHONPATH": str(ROOT)}  # fmt: skip
    return PtyTerminal([sys.executable, "-m", "tui", "open", str(path)], env)


def latency_ms(case: Case, terminal: PtyTerminal, number: int) -> float:
    """From a durable decision on an article in view to the bytes that show it.

    It comes at any moment between two looks, and changes a row each time.
    """
    row, turn = number % IN_VIEW, number // IN_VIEW % 2
    time.sleep(random.uniform(0.2, 0.3))
    while terminal.read(0.0):
        pass
    before = len(terminal.output)
    case.decide([row + 1], STATUSES[turn])
    start = time.perf_counter()
    while len(terminal.output) == before:
        if time.perf_counter() - start > PATIENCE_S:
            sys.exit(f"nothing came within {PATIENCE_S:.0f} s:\n{terminal.text}")
        terminal.read(0.005)
    return (time.perf_counter() - start) * 1000


def idle(terminal: PtyTerminal) -> str:
    """What a desk takes while nobody touches anything."""
    before, sent = processor_s(terminal.process.pid), len(terminal.output)
    deadline = time.monotonic() + IDLE_S
    while time.monotonic() < deadline:
        terminal.read(0.1)
    share = (processor_s(terminal.process.pid) - before) / IDLE_S
    return f"{share:6.2%} of a core, {len(terminal.output) - sent} bytes sent"


def processor_s(pid: int) -> float:
    """Processor seconds that a process has taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def watching(case: Case) -> None:
    """What one look costs in the store, ten times a second."""
    line("poll, nothing new", micros(case.poll), "µs")
    line("who is here, nothing new", micros(case.presence.here), "µs")
    line("tell where one is", micros(lambda: case.presence.at(1)), "µs")


def micros(act: Callable[[], object]) -> list[float]:
    """Microseconds of each of many rounds, sorted."""
    times = []
    for _ in range(2_000):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1e6)
    return sorted(times)


def line(what: str, times: list[float], unit: str = "ms") -> None:
    p95 = times[int(len(times) * 0.95)]
    print(f"{what:<44} p50 {statistics.median(times):7.1f} {unit}  p95 {p95:7.1f} {unit}")


if __name__ == "__main__":
    main()
