"""The verbs that say what was done to one whom nobody counts are the rules', and an analyst's."""

from pathlib import Path

import pytest

from facts import extract
from facts.rules import load

SEIZED = " date 2021-03-09 Officers seized 3 kilos of heroin from a lorry in Lagos. "


@pytest.mark.parametrize(
    "text", ["They huckled its driver.", "They huckled Karim Sesay, 34, at his home in Kano."]
)
def test_an_own_verb_tells_of_one_who_is_held(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[trigger.arrest]\nalone = "..., huckle"\n', encoding="utf-8")
    (mine,) = extract(SEIZED + text, rules=load([path])).incidents
    (plain,) = extract(SEIZED + text).incidents
    assert (mine.counts.get("arrests"), plain.counts.get("arrests")) == (1, None)
