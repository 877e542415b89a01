"""Facts of many articles at once: in this process for a few, in worker processes for many."""

import contextlib
import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import NamedTuple

from facts import extract
from facts.model import Extraction, Published

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


def extract_all(texts: Iterable[Text], count: int) -> Iterator[Outcome]:
    """The outcomes of about `count` texts, in their order; one that fails stops no other."""
    workers = os.cpu_count() or 1
    if count <= FEW or workers < 2:
        return map(extract_one, texts)
    return _in_workers(texts, workers)


def extract_one(item: Text) -> Outcome:
    """The outcome of one text; with CASEDESK_DEBUG=1 an error in the rules is raised."""
    try:
        return Outcome(item.name, extract(item.text, published=item.published))
    except Exception as error:
        if os.environ.get("CASEDESK_DEBUG") == "1":
            raise
        return Outcome(item.name, None, f"{type(error).__name__}: {error}")


def _extract_chunk(items: list[Text]) -> list[Outcome]:
    return [extract_one(item) for item in items]


def _in_workers(texts: Iterable[Text], workers: int) -> Iterator[Outcome]:
    waiting = iter(texts)
    running: deque[Future[list[Outcome]]] = deque()
    with _pool(workers) as pool:
        while chunk := list(itertools.islice(waiting, CHUNK)):
            running.append(pool.submit(_extract_chunk, chunk))
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
