"""The one thread that writes: in the order of the keys, and never in their way."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import TypeVar

from store import CaseError

Done = TypeVar("Done")


class Writer:
    """Runs writing jobs one after the other and tells the desk how each ended."""

    def __init__(self, deliver: Callable[[Callable[[], None]], object]) -> None:
        """Hand every outcome to `deliver`, which runs it on the desk's own thread."""
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self.deliver = deliver
        """Runs what it is given on the desk's own thread."""
        self.pending = 0
        """Jobs whose outcome the desk has not heard."""
        self._began: float | None = None

    def write(
        self,
        job: Callable[[], Done],
        done: Callable[[Done], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue a job; then `done` hears its result, or `failed` why the case refused it."""
        self.pending += 1
        future = self._pool.submit(self._at_work, job)
        future.add_done_callback(
            lambda ended: self.deliver(partial(self._hear, ended, done, failed))
        )

    def ask(self, job: Callable[[], Done]) -> "Future[Done]":
        """Queue a job whose result whoever asked waits for."""
        return self._pool.submit(self._at_work, job)

    def at_work_s(self) -> float:
        """How long the job in hand has taken so far, 0 where none is."""
        began = self._began
        return 0.0 if began is None else monotonic() - began

    def _at_work(self, job: Callable[[], Done]) -> Done:
        self._began = monotonic()
        try:
            return job()
        finally:
            self._began = None

    def finish(self, done: Callable[[], None]) -> None:
        """Call `done` once the desk has heard how everything queued so far ended."""
        self.write(lambda: None, lambda _: done(), lambda _: None)

    def drain(self, timeout_s: float | None = None) -> None:
        """Wait until everything queued so far is on the disk."""
        self._pool.submit(lambda: None).result(timeout_s)

    def close(self) -> None:
        """Finish what is queued and take no more."""
        self._pool.shutdown(wait=True)

    def _hear(
        self,
        ended: Future[Done],
        done: Callable[[Done], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.pending -= 1
        error = ended.exception()
        if error is None:
            done(ended.result())
        elif isinstance(error, CaseError | OSError):
            failed(error)
        else:
            raise error
