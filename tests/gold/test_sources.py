"""The seeds are the texts that their gold was made of, and each is accounted for."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_is_the_text_its_gold_was_made_of(seed: Path) -> None:
    gold = json.loads((Path(__file__).parent / "seeds" / f"{seed.stem}.json").read_text())
    assert hashlib.sha256(seed.read_bytes()).hexdigest() == gold["sha256"]
    assert f"`{seed.name}`" in (ROOT / "seeds" / "SOURCES.md").read_text()


def test_there_are_five_seeds() -> None:
    assert len(SEEDS) == 5
