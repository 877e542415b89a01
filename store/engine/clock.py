"""This moment, as changes and those who are here note it."""

import time
from functools import lru_cache


def now() -> str:
    """This moment in UTC, ISO 8601 to the millisecond."""
    second, ms = divmod(time.time_ns() // 1_000_000, 1000)
    return f"{_to_the_second(second)}.{ms:03}Z"


@lru_cache(maxsize=1)
def _to_the_second(second: int) -> str:
    """A tag asks several times, and most of the time goes into printing the day."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
