"""The measuring script still names the stages there are."""

import facts
from bench.stages import STAGES, by_stage


def test_every_stage_is_timed_and_left_as_it_was() -> None:
    text = "Rabat - Police arrested three men aged 20 to 30 on Monday, 4 May 2020."
    before = facts.extract(text)
    seconds = by_stage([text])
    assert set(seconds) == set(STAGES)
    assert all(spent > 0 for spent in seconds.values())
    assert facts.extract(text) == before
