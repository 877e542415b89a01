"""A damaged case is refused or read, and never answers with anything but a sentence."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from facts.model import Count, Extraction, Mention, Place
from store import Case, CaseError, Judgement, NewArticle, open_case, parse_query
from store.errors import DamagedCase

ROUNDS = 45
ARRESTS = "count:arrests:21:"
MENTIONS = (
    Mention(0, 6, Count(21, "arrests"), "count"),
    *(Mention(n, n + 6, Place("Rabat", "city", "MA"), "place") for n in range(7, 200, 9)),
)
FOUND = Extraction("test", "en", None, MENTIONS)
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
