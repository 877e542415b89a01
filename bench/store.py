"""What the store costs, as multiples of the disk's own floor where there is one.

    python bench/store.py [ARTICLES] [--keep FILE.case]

A tag is compared with a raw append and fdatasync made in the same loop, so that another
machine, or a busy one, gives other milliseconds and about the same ratio.
"""

import argparse
import os
import random
import resource
import runpy
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from facts.model import Extraction, Mention, Place, Published, Seizure  # noqa: E402
from store import Case, NewArticle, open_case, parse_query  # noqa: E402
from store.search.order import ORDERS  # noqa: E402

CORPUS = ROOT.parent / "shared" / "bench" / "make_corpus.py"
BATCH = 500
QUERIES = (
    "ketamine", '"cannabis resin"', "police cocaine warehouse", "the", "000123", "zebra",
    "cannabis tag:drugs", "tag:drugs", "place:casablanca -tag:drugs", "is:new",
    "date:2019..2020 police", "police place:rabat -cannabis", "tag:arrest place:oran date:2021",
    "source:000123",
)  # fmt: skip
TAGS = ("drugs/cannabis", "drugs/cocaine", "people/smuggling", "response/arrest")


def articles(count: int) -> Iterator[NewArticle]:
    """Synthetic articles of about 2.5 kB; from the shared generator where it is there."""
    if not CORPUS.exists():
        yield from map(_own_article, range(count))
        return
    for number, made in enumerate(runpy.run_path(str(CORPUS))["corpus"](count)):
        text = f" date {made.date} {made.title}\n\n{made.body}"
        yield NewArticle(made.title, text, f"{number:06}.txt", f"/corpus/{number:06}.txt")


def _own_article(number: int) -> NewArticle:
    rng = random.Random(number)
    places = ("Rabat", "Tangier", "Agadir", "Málaga", "Naples", "Dakar")
    words = ("police seized cannabis resin at the port of arrested people suspects "
             "investigation network customs officers searched warehouse").split()  # fmt: skip
    body = " ".join(rng.choice((*words, rng.choice(places))) for _ in range(380))
    title = f"Seizure in {rng.choice(places)} #{number:06}"
    return NewArticle(title, f"{title}\n\n{body}", f"{number:06}.txt", f"/own/{number:06}.txt")


def found(number: int) -> Extraction:
    """Facts as many as an article has, so that filters have something to filter."""
    rng = random.Random(number)
    places = ("Rabat", "Tangier", "Agadir", "Málaga", "Naples", "Dakar", "Casablanca", "Oran")
    mentions = [
        Mention(n * 40, n * 40 + 6, Place(rng.choice(places), "city", "MA"), "place.gazetteer")
        for n in range(12)
    ]
    mentions += [
        Mention(n * 50, n * 50 + 9, Seizure("cannabis", quantity=None, unit="kg"), "seizure.item")
        for n in range(6)
    ]
    day = f"{rng.randint(2015, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return Extraction("bench", "en", Published(day, "header"), tuple(mentions))


def timed(act: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of each round, sorted."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def line(what: str, times: list[float], note: str = "") -> None:
    p95 = times[int(len(times) * 0.95)]
    print(f"{what:<44} p50 {statistics.median(times):8.3f} ms  p95 {p95:8.3f} ms  {note}")


def fill(case: Case, count: int) -> None:
    """Import, then facts, then a tag here and there."""
    made = articles(count)
    spent = 0.0
    while batch := list(islice(made, BATCH)):
        spent += sum(timed(lambda: case.add_articles(batch), 1)) / 1000
    print(f"{'import':<44} {count / spent:8.0f} articles/s")
    start = time.perf_counter()
    for first in range(1, count + 1, BATCH):
        last = min(first + BATCH, count + 1)
        case.put_facts({i: found(i) for i in range(first, last)})
    print(f"{'facts stored':<44} {count / (time.perf_counter() - start):8.0f} articles/s")
    for tag in TAGS:
        case.tag(random.Random(tag).sample(range(1, count + 1), max(1, count // 50)), [tag], True)


def plain_sqlite(path: Path, count: int) -> sqlite3.Connection:
    """What a tag would be with sqlite3 alone: a row of 200 bytes to change, a log to add to."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE marks (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    connection.execute("CREATE TABLE log (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    connection.execute("BEGIN")
    rows = ((n, "x" * 200) for n in range(1, count + 1))
    connection.executemany("INSERT INTO marks VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def tagging(case: Case, folder: Path) -> None:
    """Durable tags beside raw durable appends, and sqlite3 alone, of the same loop."""
    rng, count = random.Random(1), case.count()
    raw = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    plain = plain_sqlite(folder / "plain.db", count)

    def append() -> None:
        os.write(raw, b"x" * 200)
        os.fdatasync(raw)

    def alone(article: int) -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("UPDATE marks SET body = ? WHERE id = ?", ("y" * 200, article))
        plain.execute("INSERT INTO log (body) VALUES (?)", ("z" * 200,))
        plain.execute("COMMIT")

    tags, appends, alones = [], [], []
    for _ in range(1000):
        article = rng.randint(1, count)
        tags += timed(lambda: case.tag([article], ["goods/wildlife"]), 1)  # noqa: B023
        appends += timed(append, 1)
        alones += timed(lambda: alone(article), 1)  # noqa: B023
    os.close(raw)
    plain.close()
    floor = statistics.median(appends)
    line("append and fdatasync", sorted(appends))
    line("sqlite3 alone", sorted(alones), f"{statistics.median(alones) / floor:.1f} x")
    ratio = statistics.median(tags) / floor
    line("durable tag with its change", sorted(tags), f"{ratio:.1f} x")
    line("undo", timed(case.undo, 200))
    line("redo", timed(case.redo, 200))
    many = rng.sample(range(1, count + 1), min(count, 5000))
    for what, act in (
        ("tag on many", lambda: case.tag(many, ["weapons/cbrn"], True)),
        ("its undo", case.undo),
        ("its redo", case.redo),
    ):
        times = [ms / len(many) for ms in timed(act, 1)]
        line(what, times, f"an article, of {len(many)}")


def reading(case: Case) -> None:
    """What the list asks for."""
    rng, ids = random.Random(2), case.ids()
    span = max(1, len(ids) - 50)

    def screenful() -> None:
        start = rng.randrange(span)
        case.rows(ids[start : start + 50])

    line("rows(50) anywhere", timed(screenful, 500))
    line("ids()", timed(case.ids, 50))
    line("poll, nothing new", timed(case.poll, 200))
    line("history(50)", timed(case.history, 50))
    for words in QUERIES:
        query = parse_query(words)
        some = timed(lambda: case.rows(case.search.newest(query, 50)), 40)  # noqa: B023
        line(f"  {words}", some, "50 newest with their rows")
        every = timed(lambda: case.ids(query), 10)  # noqa: B023
        line("", every, f"all {len(case.ids(query))}")
    for order in ORDERS:
        ids, query = case.ids(), parse_query("police")
        line(f"  all {order}", timed(lambda: case.search.in_order(ids, order, query), 3))  # noqa: B023


def opening(path: Path) -> None:
    """In this process, and in a fresh one with the imports."""

    def open_and_read() -> None:
        with open_case(path, user="bench") as case:
            case.rows(case.ids()[:50])

    line("open and 50 rows", timed(open_and_read, 30))
    code = (
        "import time; s = time.perf_counter(); import store; i = time.perf_counter();"
        f"c = store.open_case({str(path)!r}); c.rows(c.ids()[:50]); e = time.perf_counter();"
        "m = int(open('/proc/self/statm').read().split()[1]) * 4 / 1024;"
        "print(f'fresh process: import {(i - s) * 1e3:.1f} ms, open and 50 rows"
        " {(e - i) * 1e3:.1f} ms, {m:.0f} MB')"
    )
    for _ in range(3):
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--keep", type=Path, help="keep the case here, and use it if it is there")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = chosen.keep or Path(folder, "bench.case")
        is_new = not path.exists()
        with open_case(path, create=True, user="bench") as case:
            if is_new:
                fill(case, chosen.articles)
            print(f"{case.count()} articles, {path.stat().st_size / 1e6:.0f} MB")
            tagging(case, Path(folder))
            reading(case)
        opening(path)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
