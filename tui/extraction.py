"""Facts of many articles at once: in this process for a few, in worker processes for many."""

import contextlib
import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

from facts import extract
from facts.model import Extraction, Published
from facts.rules import RuleBook, load

FEW = 40
"""Up to so many articles, worker processes cost more to start than they save."""

CHUNK = 16
"""Articles handed to a worker at a time."""


class Text(NamedTuple):
    """An article to extract from, under the name its outcome comes back with."""

    name: str
    text: str
    published: Published | None = None
    """The publication date, where the file's format gave one."""


class Outcome(NamedTuple):
    """What the rules found in one article, or why they could not finish."""

    name: str
    extraction: Extraction | None
    error: str = ""


def extract_all(
    texts: Iterable[Text], count: int, rules: RuleBook | None = None, workers: int | None = None
) -> Iterator[Outcome]:
    """The outcomes of about `count` texts, in their order; one that fails stops no other."""
    book = rules or load()
    workers = workers or os.cpu_count() or 1
    if count <= FEW or workers < 2:
        return (extract_one(item, book) for item in texts)
    return _in_workers(texts, workers, book.files)


def extract_one(item: Text, rules: RuleBook | None = None) -> Outcome:
    """The outcome of one text; with CASEDESK_DEBUG=1 an error in the rules is raised."""
    try:
        found = extract(item.text, published=item.published, rules=rules)
        return Outcome(item.name, found)
    except Exception as error:
        if os.environ.get("CASEDESK_DEBUG") == "1":
            raise
        return Outcome(item.name, None, f"{type(error).__name__}: {error}")


def _extract_chunk(items: list[Text], files: tuple[Path, ...]) -> list[Outcome]:
    rules = _loaded(files)
    return [extract_one(item, rules) for item in items]


@cache
def _loaded(files: tuple[Path, ...]) -> RuleBook:
    """In a worker process: the rules of the process that started it, loaded once."""
    return load(files)


def _in_workers(texts: Iterable[Text], workers: int, files: tuple[Path, ...]) -> Iterator[Outcome]:
    waiting = iter(texts)
    running: deque[Future[list[Outcome]]] = deque()
    with _pool(workers) as pool:
        while chunk := list(itertools.islice(waiting, CHUNK)):
            running.append(pool.submit(_extract_chunk, chunk, files))
            if len(running) > 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


@contextlib.contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that leave Ctrl+C to us; what waits is dropped when we stop early."""
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        with _interrupts_held():
            pool.submit(os.getpid).result()
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started meanwhile inherit the mask, so Ctrl+C never reaches a worker."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
