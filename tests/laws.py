"""How often a law is tried: with the same examples each time, unless more are asked for at random.

CASEDESK_RANDOM=20 tries twenty times as many, other ones in every run, which is what
`make torture` does. What is found there becomes an `@example` or a test of its own.
"""

import importlib
import os
import pkgutil
import random
from typing import Final

from hypothesis import HealthCheck, settings

TIMES: Final = int(os.environ.get("CASEDESK_RANDOM", "0"))
"""How many times as many examples there are, at random; 0 for the same few."""

_USUAL: Final = 100
"""What a law is tried with that does not say how often."""
_OF_LUCK: Final = (
    HealthCheck.too_slow,
    HealthCheck.filter_too_much,
    HealthCheck.data_too_large,
    HealthCheck.function_scoped_fixture,
)
"""What would fail on a slow machine or a rare draw, or warns of a fixture that is meant."""


def load() -> None:
    """Have every `settings` made from now on be of the one profile or the other."""
    settings.register_profile(
        "casedesk",
        max_examples=_USUAL * (TIMES or 1),
        derandomize=not TIMES,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=_OF_LUCK,
    )
    settings.load_profile("casedesk")


def tried(often: int) -> settings:
    """Settings for a law that is tried so often, and at random so many times as often."""
    return settings(max_examples=often * (TIMES or 1))


def seed() -> int:
    """Where dice of one's own begin: the same each time, unless tried at random."""
    return random.randrange(10**6) if TIMES else 0


def import_all(*packages: str) -> None:
    """Import everything below these packages.

    Examples are drawn from the constants of what is imported by then, too: which would depend on
    the tests that happened to run before in the same process.
    """
    for package in packages:
        found = importlib.import_module(package)
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            if not module.name.endswith(".__main__"):
                importlib.import_module(module.name)
