"""Facts of many articles at once, in worker processes, which take 25 ms to import alone."""

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

from facts.rules import RuleBook, load
from tui.extraction import Outcome, Text, extract_one

CHUNK = 16
"""Articles handed to a worker at a time."""


def extract_in_workers(
    texts: Iterable[Text], workers: int, files: tuple[Path, ...]
) -> Iterator[Outcome]:
    """The outcomes of texts in their order, by the built-in rules with these files over them."""
    waiting = iter(texts)
    running: deque[Future[list[Outcome]]] = deque()
    with _pool(workers) as pool:
        while chunk := list(itertools.islice(waiting, CHUNK)):
            running.append(pool.submit(_extract_chunk, chunk, files))
            if len(running) > 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _extract_chunk(items: list[Text], files: tuple[Path, ...]) -> list[Outcome]:
    rules = _loaded(files)
    return [extract_one(item, rules) for item in items]


@cache
def _loaded(files: tuple[Path, ...]) -> RuleBook:
    """In a worker process: the rules of the process that started it, loaded once."""
    return load(files)


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
