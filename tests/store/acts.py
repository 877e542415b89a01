"""Everything that an analyst, a script or an import does to a case, as hypothesis draws it."""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st
from tinydb import where
from tinydb.operations import delete

from facts.model import Count, Extraction, Incident, Mention, Period, Place, Seizure
from store import Case, CaseDB, Change, Judgement, NewArticle
from store.errors import UnknownFact

ARTICLES = (1, 2, 3)
TAGS = ("drugs/cannabis", "weapons/cbrn", "response/arrest")
FOUND = Extraction(
    "test",
    "en",
    None,
    (
        Mention(0, 6, Count(21, "arrests"), "count.arrested"),
        Mention(7, 13, Place("Rabat", "city", "MA"), "place.gazetteer"),
        Mention(14, 20, Seizure("cannabis", None, Decimal(7196), "kg", flags=("odd",)), "seizure"),
    ),
    (Incident("i1", ("drug_seizure",), "event", Period("2020-09-22", "2020-09-22")),),
)
KEYS = tuple(
    f"{kind}" for kind in ("count:arrests:21:", "place:ma:rabat", "seizure:cannabis:7196:kg:")
)

Act: TypeAlias = Callable[[Case], object]

number, some = st.integers(0, 5), st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True)
tag, status = st.sampled_from(TAGS), st.sampled_from(("new", "done", "dismissed", "flagged"))
verdict, value = (
    st.sampled_from(("accepted", "rejected", None)),
    st.sampled_from((None, Count(22, "arrests"), Place("Salé" * 80, "city", "MA"))),
)
document = st.dictionaries(
    st.sampled_from("abc"), st.integers() | st.just({}) | st.just({"x": 1}) | st.just("long" * 60)
)

JUDGING: dict[str, st.SearchStrategy[Act]] = {
    "decide": st.builds(lambda i, s: lambda case: case.decide(_some(case, i), s), some, status),
    "tag": st.builds(
        lambda i, t, on: lambda case: case.tag(_some(case, i), [t], on),
        some, tag, st.sampled_from((True, False, None)),
    ),
    "judge": st.builds(
        lambda k, v, x: lambda case: case.judge(1, {k: Judgement(v, x if v else None)}),
        st.sampled_from(KEYS), verdict, value,
    ),
    "accept_all": st.builds(lambda i: lambda case: case.accept_all(_one(case, i)), number),
    "write_note": st.builds(
        lambda i, t: lambda case: case.write_note(_one(case, i), t),
        number, st.text(max_size=9) | st.just("A long note. " * 20),
    ),
    "upsert": st.builds(
        lambda n, d: lambda case: people(case).upsert({"n": n} | d, where("n") == n),
        number, document,
    ),
    "insert_multiple": st.builds(
        lambda ds: lambda case: people(case).insert_multiple(ds), st.lists(document, max_size=3)
    ),
    "delete": st.builds(
        lambda key: lambda case: people(case).update(delete(key), where(key).exists()),
        st.sampled_from("abc"),
    ),
    "remove": st.builds(lambda n: lambda case: people(case).remove(where("n") == n), number),
    "truncate": st.just(lambda case: people(case).truncate()),
    "drop_table": st.just(lambda case: CaseDB(case.engine).drop_table("people")),
    "retitle": st.builds(
        lambda i, t: lambda case: CaseDB(case.engine).table("articles").update(
            {"title": t}, doc_ids=[_one(case, i)]
        ),
        number, st.sampled_from(("One", "Another")),
    ),
}  # fmt: skip
"""What an analyst or a script does; a bare undo takes it back."""

BUILDING: dict[str, st.SearchStrategy[Act]] = {
    "add_articles": st.builds(
        lambda ns: lambda case: case.add_articles(
            NewArticle(f"New {n}", f"New article {n}, café.", f"{n}.txt", "/in") for n in ns
        ),
        some,
    ),
    "put_facts": st.builds(
        lambda i, found: lambda case: _found(case, i, found),
        some, st.sampled_from((FOUND, Extraction("newer", "en", None, FOUND.mentions[1:]))),
    ),
}  # fmt: skip
"""What fills a case; it is undone by its number."""

judging = st.one_of(*JUDGING.values())
anything = st.one_of(*JUDGING.values(), *BUILDING.values())


def _one(case: Case, n: int) -> int:
    ids = case.ids()
    return ids[n % len(ids)]


def _found(case: Case, numbers: list[int], found: Extraction) -> Change | None:
    return case.put_facts(dict.fromkeys(_some(case, numbers), found))


def _some(case: Case, numbers: list[int]) -> list[int]:
    return list(dict.fromkeys(_one(case, n) for n in numbers))


def people(case: Case) -> Any:
    return CaseDB(case.engine).table("people")


def do(case: Case, act: Act) -> Change | None:
    """The change that an act was, None where nothing differed."""
    (last,) = case.history(1)
    with suppress(UnknownFact):  # the newer rules found one fewer
        act(case)
    (now,) = case.history(1)
    assert now.seq - last.seq in (0, 1), "one act is one change"
    return now if now != last else None
