"""A case of the five seeds, with the facts of the hand-made gold: no rule can change a screen."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from facts.model import Extraction, Mention, Published
from store import Case, NewArticle, open_case

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold" / "seeds"

TITLES = (
    "Morocco’s police aborted a drug trafficking attempt in Casablanca",
    "Moroccan security services arrested 21 people",
    "Morocco played a “strong role” in the INTERPOL-led crackdown",
    "Morocco participates in a large Interpol operation",
    "Casablanca, Kenitra, Sidi Yahya Zaer have witnessed the operation",
)


def extraction(gold: dict[str, object]) -> Extraction:
    """The gold of an article as if the rules had found it."""
    mentions = []
    for fact in gold["facts"]:  # type: ignore[attr-defined]  # JSON
        document = {key: fact[key] for key in ("start", "end", "id") if key in fact}
        document |= {
            key: fact[key] for key in ("polarity", "reported_by", "incidents") if fact.get(key)
        }
        document |= {"rule": "gold", "value": {"kind": fact["kind"], **fact["value"]}}
        mentions.append(msgspec.json.decode(json.dumps(document), type=Mention))
    rest = {"rules": "gold", "language": "en", "incidents": gold["incidents"]}
    rest["boilerplate"] = gold["boilerplate"]
    for incident in rest["incidents"]:  # type: ignore[attr-defined]
        incident["facts"] = []
    found = msgspec.json.decode(json.dumps(rest), type=Extraction)
    return msgspec.structs.replace(found, mentions=tuple(mentions))


def seed_articles() -> list[NewArticle]:
    """The five seeds as a reader hands them over."""
    return [
        NewArticle(
            title=title,
            text=path.read_text(encoding="utf-8"),
            name=path.name,
            path=str(path),
            published=_published(path),
        )
        for title, path in zip(TITLES, sorted(SEEDS.glob("*.txt")), strict=True)
    ]


def _published(path: Path) -> Published | None:
    published = json.loads((GOLD / path.name).with_suffix(".json").read_text())["published"]
    return Published(**published) if published else None


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a desk keeps outside the case goes with the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.desk.rescue.SHARED", (str(tmp_path / "shared"),))


@pytest.fixture(scope="session")
def seed_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file of the five seeds, to be copied."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.case"
    with open_case(path, create=True, user="ana") as case:
        added = case.add_articles(seed_articles())
        golds = [json.loads(file.read_text()) for file in sorted(GOLD.glob("00*.json"))]
        case.put_facts(
            {id_: extraction(gold) for id_, gold in zip(added.added, golds, strict=True)}
        )
    return path


@pytest.fixture
def case(seed_case: Path, tmp_path: Path) -> Iterator[Case]:
    """A case of one's own, of the five seeds."""
    path = tmp_path / "seeds.case"
    shutil.copy(seed_case, path)
    with open_case(path, user="ana") as opened:
        yield opened


@pytest.fixture
def ben(case: Case) -> Iterator[Case]:
    """A colleague's opening of the same case."""
    with open_case(case.path, user="ben") as opened:
        yield opened
