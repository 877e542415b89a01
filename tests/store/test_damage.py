"""A damaged case is refused, read as before or found out; it never answers with a traceback.

A few dozen places here; CASEDESK_DAMAGE=3000 for more.
"""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TypeVar

import pytest

from facts.model import Count, Extraction, Mention, Place
from store import Case, CaseError, Judgement, NewArticle, open_case, parse_query
from store.care.repair import repair
from store.care.verify import verify
from store.errors import DamagedCase

ROUNDS = 45
PLACES = int(os.environ.get("CASEDESK_DAMAGE", "48"))
ARRESTS = "count:arrests:21:"
MENTIONS = (
    Mention(0, 6, Count(21, "arrests"), "count"),
    *(Mention(n, n + 6, Place("Rabat", "city", "MA"), "place") for n in range(7, 200, 9)),
)
FOUND = Extraction("test", "en", None, MENTIONS)
T = TypeVar("T")
QUERIES = (
    "police",
    "tag:drugs",
    "place:rabat",
    "count:arrests>1",
    "date:2020",
    "-is:done",
    "source:1",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A case in which everything has happened once."""
    path = tmp_path_factory.mktemp("damage") / "whole.case"
    with open_case(path, create=True, user="ana") as case:
        texts = [f"Article {n}: " + "police in Rabat " * 60 for n in range(4)]
        case.add_articles(NewArticle(text[:9], text, f"{text[8]}.txt", "/in") for text in texts)
        case.put_facts(dict.fromkeys((1, 2, 3), FOUND))
        case.accept_all(1)
        case.write_note(2, "A note. " * 40)
        case.decide([3], "done")
        case.undo()
    return path.read_bytes()


def _asks(case: Case) -> list[Callable[[], object]]:
    """Everything that one can ask of a case and of its articles, and something of each change."""
    ids = (1, 2, 3, 4)
    every: list[Callable[[], object]] = [
        lambda: case.rows(case.ids()), lambda: case.title, case.history, case.drafts, case.poll,
        lambda: case.unread("other"),
    ]  # fmt: skip
    for one in (case.article, case.findings, case.marks, case.note):
        every += [lambda i=i, one=one: one(i) for i in ids]  # type: ignore[misc]
    every += [lambda q=q: case.rows(case.ids(parse_query(q))) for q in QUERIES]  # type: ignore[misc]
    every += [
        lambda: case.tag([1], ["drugs/cocaine"]), lambda: case.write_note(2, "New."),
        lambda: case.judge(1, {ARRESTS: Judgement("rejected")}), lambda: case.save_draft(1, "x"),
        case.undo, case.redo, lambda: case.undo(1), lambda: case.put_facts({4: FOUND}),
        lambda: case.add_articles([NewArticle("T", "New.", "n", "/n")]),
    ]  # fmt: skip
    return every


def _spoilt(content: bytes, rng: random.Random) -> bytes:
    at = rng.choice([n for n, byte in enumerate(content) if byte])
    match rng.randrange(3):
        case 0:
            new = bytes([content[at] ^ 1 << rng.randrange(8)])
        case 1:
            new = bytes(16)
        case _:
            new = rng.randbytes(512)
    return content[:at] + new[: len(content) - at] + content[at + len(new) :]


def _sentences(path: Path) -> list[str]:
    """What the case says of its damage when it is opened and everything is asked of it."""
    said = []
    try:
        with open_case(path, user="ana") as case:
            for ask in _asks(case):
                try:
                    ask()
                except DamagedCase as error:
                    said.append(str(error))
                except CaseError:
                    continue
    except CaseError as error:
        said.append(str(error))
    return said


@pytest.mark.parametrize("seed", range(3))
def test_damage_anywhere_is_a_sentence_or_goes_unseen(
    whole: bytes, tmp_path: Path, seed: int
) -> None:
    rng, said = random.Random(seed), list[list[str]]()
    for n in range(ROUNDS // 3):
        path = tmp_path / f"{n}.case"
        path.write_bytes(_spoilt(whole, rng))
        said.append(_sentences(path))
    assert sum(map(bool, said)) > ROUNDS // 9, "the damage was nowhere that it matters"
    for sentence in chain(*said):
        assert sentence.startswith(str(tmp_path))
        assert sentence.endswith(".")


def _answers(path: Path) -> list[object]:
    """All that a case holds and finds; raises as the case does."""
    with open_case(path, user="cleo", read_only=True) as case:
        ids = case.ids()
        looks = (case.article, case.findings, case.marks, case.note)
        return [
            case.rows(ids), case.history(limit=99), case.title, case.unread(),
            *(look(n) for look in looks for n in ids),
            *(list(case.ids(parse_query(query))) for query in QUERIES),
        ]  # fmt: skip


def _flipped(content: bytes, rng: random.Random) -> bytes:
    """One bit, one byte, one sector or one page otherwise, or all from somewhere on gone."""
    at = rng.randrange(len(content))
    while not content[at] and rng.random() < 0.9:  # half of a small case is empty
        at = rng.randrange(len(content))
    match rng.randrange(8):
        case 0:
            return content[: max(at, 1)]
        case 1:
            return content[: at & ~4095] + bytes(4096) + content[(at & ~4095) + 4096 :]
        case 2:
            return content[: at & ~511] + rng.randbytes(512) + content[(at & ~511) + 512 :]
        case 3:
            new = rng.randrange(256)
        case _:
            new = content[at] ^ 1 << rng.randrange(8)
    return content[:at] + bytes([new]) + content[at + 1 :]


@pytest.mark.parametrize("part", range(max(1, PLACES // 12)))
def test_damage_is_refused_or_found_or_does_not_matter(
    whole: bytes, tmp_path: Path, part: int
) -> None:
    """Never silently wrong: what a look at all of a case lets pass holds what was written."""
    rng = random.Random(part)
    path = tmp_path / "whole.case"
    path.write_bytes(whole)
    right, outcomes = _answers(path), set[str]()
    for _ in range(min(PLACES, 12)):
        content = _flipped(whole, rng)
        path.write_bytes(content)
        found, refusal = _tried(lambda: verify(path))
        assert path.read_bytes() == content, "looking changes nothing"
        if found is None:
            assert refusal.startswith(str(path))
            outcomes.add("refused")
        elif found.flaws:
            _, refusal = _tried(lambda: _answers(path))
            assert not refusal or refusal.endswith(".")
            outcomes.add("found")
        else:
            assert _answers(path) == right
            outcomes.add("as before")
    assert outcomes - {"as before"}, "the damage was nowhere that it matters"


def _tried(act: Callable[[], T]) -> tuple[T | None, str]:
    """What came of it, or the sentence in which it was refused."""
    try:
        return act(), ""
    except CaseError as error:
        return None, str(error)


@pytest.mark.parametrize("part", range(max(1, PLACES // 24)))
def test_a_repair_of_any_damage_is_whole_and_says_what_is_lost(
    whole: bytes, tmp_path: Path, part: int
) -> None:
    rng = random.Random(f"repair {part}")
    path = tmp_path / "whole.case"
    path.write_bytes(whole)
    with open_case(path) as case:
        texts = {n: case.article(n).text for n in case.ids()}
    for n in range(min(PLACES, 6)):
        content = _flipped(whole, rng)
        path.write_bytes(content)
        saved, refusal = _tried(lambda n=n: repair(path, tmp_path / f"{part}-{n}.case"))  # type: ignore[misc]
        assert path.read_bytes() == content
        if saved is None:
            assert "Nothing of a case was found" in refusal
            continue
        assert verify(saved.path).flaws == ()
        lost = {flaw.id for flaw in saved.lost if flaw.table == "articles"}
        with open_case(saved.path) as again:
            there = {n: again.article(n).text for n in again.ids()}
        assert there.items() <= texts.items()
        if saved.changes:
            assert set(texts) - set(there) <= lost


def test_a_text_that_is_not_what_was_imported(case: Case, path: Path) -> None:
    case.close()
    path.write_bytes(path.read_bytes().replace(b"1.992 tonnes", b"1.993 tonnes"))
    with open_case(path) as again:
        with pytest.raises(DamagedCase, match="the text of article 1 is not the one"):
            again.article(1)
        assert again.article(2).text.startswith("Security")


@pytest.mark.parametrize(
    "spoil", ["DROP TABLE texts", "DROP INDEX taken_back", "ALTER TABLE stacks ADD COLUMN more"]
)
def test_a_case_laid_out_otherwise_is_refused(case: Case, path: Path, spoil: str) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(spoil)
    with pytest.raises(DamagedCase, match=r"texts|taken_back|stacks"):
        open_case(path)
