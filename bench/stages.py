"""Where the time of an extraction goes: a stopwatch around each stage, inner ones taken out."""

import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import facts

if TYPE_CHECKING:
    from types import ModuleType

STAGES = {
    "read, layout, language": ("facts.text", "read"),
    "numbers": ("facts.numbers", "find"),
    "dates": ("facts.dates", "find"),
    "money": ("facts.money", "find"),
    "ages": ("facts.ages", "find"),
    "measures": ("facts.measures", "find"),
    "seizures, counts": ("facts.claims", "find"),
    "names": ("facts.names", "find"),
    "settling overlaps": ("facts.scan", "settle"),
    "plausibility": ("facts.checks", "check"),
    "who reported it": ("facts.reported", "mark"),
    "other of the scan": ("facts.scan", "scan"),
    "incidents": ("facts.incidents", "assemble"),
}
"""Each stage by the function that does it, as its caller looks it up."""


class Stopwatch:
    """Seconds spent in each stage itself, without the stages it calls."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._inner = [0.0]

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                whole = time.process_time() - start
                self.seconds[stage] += whole - self._inner.pop()
                self._inner[-1] += whole

        return timed


def by_stage(texts: Sequence[str]) -> dict[str, float]:
    """Processor seconds of each stage over these texts, once everything is loaded."""
    facts.extract(texts[0])
    watch = Stopwatch()
    before: list[tuple[ModuleType, str, Any]] = []
    for stage, (module_name, name) in STAGES.items():
        module = import_module(module_name)
        before.append((module, name, getattr(module, name)))
        setattr(module, name, watch.around(stage, getattr(module, name)))
    try:
        for text in texts:
            facts.extract(text)
    finally:
        for module, name, function in before:
            setattr(module, name, function)
    return watch.seconds
