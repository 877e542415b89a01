"""The session of the five seeds, key by key, and what each deed costs in keys.

The facts of the session and of the picture are what the rules find, those of single deeds are of
the hand-made gold. What needs several articles at once (a contradiction,
a year from another article, the brief) has eight of the seventy keys left.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from facts.model import Seizure
from store import Case, open_case
from store.tags import catalogue
from tests.tui.documents import documents
from tests.tui.playing import assert_screen, playing
from tests.tui.scenes import take_neptune
from tui.sample import sample_case

README = Path(__file__).parents[2] / "README.md"
WIDE = (120, 40)

DOUBTED, LINKED, DECIDE = "A Y", "i 1", "d"
"""Accept what is not doubted and take its readings; link to the likeliest; done, and next."""
FACTS = (
    f"{DOUBTED} I I I {DECIDE}",
    f"A I I I {DECIDE}",
    f"A I I I {DECIDE}",
    f"A {LINKED} {DECIDE}",
    f"A I J {LINKED} {DECIDE}",
)
"""Each article: its facts, its incidents, decided."""
TAGS = "w i 7 j 9 j 4 j 4 j t t r j 4 j 8 j 8 j 6 j 9 escape"
"""The ten incidents, each with its tag."""
SESSION = [*" ".join(FACTS).split(), *TAGS.split()]

BUDGET = 62


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The sample case as everybody has it, with what the rules themselves find."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    with open_case(sample_case(), user="ana") as opened:
        yield opened


async def test_the_session_of_the_five_seeds(sample: Case) -> None:
    assert len(SESSION) <= BUDGET
    async with playing(sample, *WIDE) as player:
        await player.press(*SESSION)
        assert [sample.marks(article).status for article in sample.ids()] == ["done"] * 5
        assert_facts(sample)
        assert_incidents(sample)
        assert_screen(player, "session-120x40")


def assert_facts(case: Case) -> None:
    """Nothing is open but what is flagged; the decimals are what they must be."""
    for article in case.ids():
        findings = case.findings(article).facts
        assert not [one for one in findings if not one.verdict and not one.flags]
    seized = {
        (one.value.item, one.value.quantity)
        for one in case.findings(1).facts
        if isinstance(one.value, Seizure) and one.verdict
    }
    assert {
        ("cannabis and its derivatives", Decimal(179657)),
        ("cocaine", Decimal("542.455")),
        ("heroin", Decimal("7.196")),
    } <= seized
    assert "response/seizure" in case.marks(1).tags
    assert "response/arrest" in case.marks(2).tags


def assert_incidents(case: Case) -> None:
    """Ten, two of them of two articles, each tagged."""
    incidents = [case.incidents.get(number) for number in range(1, 11)]
    assert case.incidents.count() == 10
    tags = {one.id: sorted(one.tags) for one in incidents}
    assert tags == {
        1: ["drugs/cannabis"], 2: ["drugs/cannabis"], 3: ["drugs/cannabis"],
        4: ["goods/contraband"], 5: ["goods/contraband"], 6: ["terror/cell"],
        7: ["people/trafficking"], 8: ["people/smuggling"], 9: ["terror/recruitment"],
        10: ["terror/cell"],
    }  # fmt: skip
    assert {one.id: one.articles for one in incidents if len(one.articles) > 1} == {
        6: (2, 5), 9: (3, 4),
    }  # fmt: skip
    raid, neptune = incidents[1].value, incidents[8].value
    assert raid.places == ("Casablanca", "Tit Mellil")
    assert raid.counts == {"suspects": 2}
    assert neptune.operation == "Neptune II"


class Deed(NamedTuple):
    """Something an analyst does, what it may cost, and how it is known to be done."""

    name: str
    budget: int
    keys: str
    is_done: Callable[[Case], object]
    before: str = ""
    """Keys that lead there, not counted."""


def verdict(case: Case, article: int, key: str) -> str | None:
    return next(one.verdict for one in case.findings(article).facts if one.key.startswith(key))


DEEDS = (
    Deed("dismiss and next", 1, "x", lambda case: case.marks(1).status == "dismissed"),
    Deed("done and next", 1, "d", lambda case: case.marks(1).status == "done"),
    Deed("pinned tag and next", 2, "4 d", lambda case: case.marks(1).tags),
    Deed("the same tags again", 1, ".", lambda case: case.marks(2).tags, "4 2 j"),
    Deed("accept a fact", 1, "a", lambda case: verdict(case, 1, "place:ma:morocco") == "accepted"),
    Deed("reject a fact", 1, "r", lambda case: verdict(case, 1, "place:ma:morocco") == "rejected"),
    Deed("all readings of a check", 1, "Y", lambda case: verdict(case, 1, "seizure:heroin"), "A"),
    Deed("take an incident", 1, "I", lambda case: case.incidents.count() == 2),
    Deed("link to a suggested incident", 2, "i 1",
         lambda case: case.incidents.get(1).articles == (3, 4), "G k"),
    Deed("merge two incidents", 2, "m 1", lambda case: case.incidents.count() == 1, "G k I"),
    Deed("move an edge of a fact's words", 4, "e tab w enter",
         lambda case: case.findings(1).facts[0].mentions[0].start != 0, "w 3 j j j"),
    Deed("mark and go on", 1, "s", lambda case: case.picked.ids() == [1]),
)  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
async def test_a_deed_costs_no_more_keys_than_it_may_and_one_to_take_back(
    case: Case, deed: Deed
) -> None:
    take_neptune(case)
    async with playing(case, *WIDE) as player:
        await player.press(*deed.before.split())
        before, changes = documents(case), len(case.history())
        keys = deed.keys.split()
        assert len(keys) <= deed.budget
        await player.press(*keys)
        assert deed.is_done(case)
        done = len(case.history()) - changes
        await player.press(*["u"] * done)
        assert documents(case) == before
        assert done <= len(keys)


async def test_any_of_forty_tags_is_three_keys(case: Case) -> None:
    tags = [
        (leaf.id, ("t", group.letter, leaf.letter))
        for group in catalogue().groups
        for leaf in group.tags
    ]
    assert len(tags) == 40
    async with playing(case, *WIDE) as player:
        for id_, keys in tags:
            await player.press(*keys)
            assert id_ in case.marks(1).tags
        assert len(case.marks(1).tags) == 40


async def test_a_fact_that_the_rules_missed_is_a_few_keys(case: Case) -> None:
    """The words are found, taken, given a kind; the value is what the rules read in them."""
    before = len(case.findings(1).facts)
    async with playing(case, *WIDE) as player:
        await player.press("/", *"pills", "enter")
        keys = ["+", "enter", "s", "enter"]
        assert len(keys) <= 8
        await player.press(*keys)
        assert len(case.findings(1).facts) == before + 1


async def test_the_picture_in_the_readme_is_the_session_after_its_first_key(
    sample: Case,
) -> None:
    async with playing(sample, 120, 30) as player:
        await player.press(*SESSION[:1])
        assert_screen(player, "picture-120x30")
        picture = "".join(f"    {row}".rstrip() + "\n" for row in player.rows)
        readme = README.read_text(encoding="utf-8")
        assert picture in readme, "tests/screens/picture-120x30.txt is what the page is to show"
        assert f"takes {len(SESSION)} keys" in readme
