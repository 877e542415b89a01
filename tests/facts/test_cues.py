"""A cue is tried only where a word it needs stands: whatever its pattern matches must have one."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.cue import Cue
from facts.pieces import pieces_of
from facts.text import shadow_of
from tests.laws import tried

MODULES = (
    "facts.dates.tense",
    "facts.incidents.actors",
    "facts.incidents.cues",
    "facts.incidents.involved",
    "facts.names.acronyms",
    "facts.names.operations",
    "facts.names.operations.called",
    "facts.reported",
)
CUES = [
    pytest.param(cue, id=f"{module.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, cue in vars(import_module(module)).items()
    if isinstance(cue, Cue)
]


@pytest.mark.parametrize("cue", CUES)
@tried(15)
@given(data=st.data())
def test_whatever_a_cue_matches_has_a_word_it_needs(cue: Cue, data: st.DataObject) -> None:
    text = shadow_of(data.draw(st.from_regex(cue.pattern, alphabet=st.characters(codec="ascii"))))
    found = cue.pattern.search(text)
    words = pieces_of(text).words
    assert found is None or cue.search(text, words)
    assert [match.span() for match in cue.all(text, words)] == [
        match.span() for match in cue.pattern.finditer(text)
    ]


def test_a_pattern_is_compiled_only_where_a_word_it_needs_stands() -> None:
    cue = Cue(r"\bfar (?:this", "far")
    assert cue.search("not so much", frozenset(["not", "so", "much"])) is None
