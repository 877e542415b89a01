"""The list: its newest rows, its orders, what completes a query and what says why none matches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.model import Extraction, Mention, Place, Published
from store import Case, NewArticle, parse_query
from store.search import listing
from store.search.order import ORDERS, Order, has_words, ordered
from store.search.query import Query

MANY = 60
WORDS = ("police", "boat", "weka", "mill")


@pytest.fixture
def many(case: Case, monkeypatch: pytest.MonkeyPatch) -> Case:
    """Sixty articles more, looked through a few at a time."""
    monkeypatch.setattr(listing, "_WINDOW", 3)
    case.add_articles(
        NewArticle(
            title=f"{'“É'[n % 2]}{(n * 7) % 11} article",
            text=f"no {n} " + " ".join(WORDS[: n % 5]) + " boat" * (n % 3),
            name=f"{n % 4}.txt",
            path=f"/in/{n}",
        )
        for n in range(MANY)
    )
    place = Mention(0, 1, Place("Rabat", "city", "MA"), "rule")
    case.put_facts({
        n: Extraction("t", "en", Published(f"{_day(n)}", "header"), (place,) * (n % 2))
        for n in range(4, MANY, 3)
    })  # fmt: skip
    case.decide(range(5, MANY, 4), "done")
    case.tag(range(6, MANY, 5), ["drugs/cannabis"], True)
    return case


def _marked() -> set[int]:
    return {2, 9, 30, 31}


def _day(n: int) -> date:
    return date(2020, 1, 1) + timedelta(days=(n * 37) % 400)


terms = st.sampled_from(
    [*WORDS, '"police boat"', "is:done", "is:new", "tag:drugs", "place:rabat", "date:2020-03..",
     "source:2.txt", "is:marked", "note:x", "zebra"]
)  # fmt: skip
queries = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds("{0} {1}".format, inner, inner),
        st.builds("({0} | {1})".format, inner, inner),
        st.builds("-({0})".format, inner),
    ),
    max_leaves=4,
).map(parse_query)


@given(queries, st.integers(1, 70))
def test_the_newest_are_the_end_of_all_that_match(many: Case, query: Query, wanted: int) -> None:
    with many.engine.reading() as connection:
        every = listing.ids(connection, query, _marked)
        assert listing.newest(connection, query, wanted, _marked) == list(every)[::-1][:wanted]
        assert listing.count(connection, query, _marked) == len(every)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("query", ["", "boat", "is:new"])
def test_an_order_is_steady_and_loses_nothing(many: Case, order: Order, query: str) -> None:
    parsed = parse_query(query)
    with many.engine.reading() as connection:
        ids = listing.ids(connection, parsed)
        once = ordered(connection, ids, order, parsed)
        assert sorted(once) == list(ids)
        assert list(ordered(connection, once, order, parsed)) == list(once)


def in_order(case: Case, order: Order, query: str = "") -> list[int]:
    ids = case.ids(parse_query(query))
    with case.engine.reading() as connection:
        return list(ordered(connection, ids, order, parse_query(query)))


def test_days_titles_statuses_and_facts(many: Case) -> None:
    rows = {row.id: row for row in many.rows(many.ids())}
    days = [rows[n].published or "" for n in in_order(many, "newest")]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert [rows[n].published for n in in_order(many, "oldest")][: len(dated)] == dated[::-1]
    statuses = [rows[n].status for n in in_order(many, "status")]
    assert statuses == ["new"] * statuses.count("new") + ["done"] * statuses.count("done")
    facts = [rows[n].facts for n in in_order(many, "facts")]
    assert facts == sorted(facts, reverse=True)


def test_titles_go_by_their_letters(case: Case) -> None:
    case.add_articles(
        NewArticle(title, title, "a.txt", "/a") for title in ("“Zoo", "école", "Apple", "eagle")
    )
    titles = [row.title for row in case.rows(in_order(case, "title"))]
    ours = [title for title in titles if title in ("“Zoo", "école", "Apple", "eagle")]
    assert ours == ["Apple", "eagle", "école", "“Zoo"]


def test_the_most_relevant_comes_first(case: Case) -> None:
    case.add_articles([
        NewArticle("One", "boat " + "and so on and on " * 40, "1", "/1"),
        NewArticle("Two", "boat boat boat", "2", "/2"),
    ])  # fmt: skip
    assert in_order(case, "relevance", "boat") == [5, 4]
    assert in_order(case, "relevance", "is:new") == [1, 2, 3, 4, 5]
    assert has_words(parse_query("is:new boat"))
    assert not has_words(parse_query("is:new -boat"))


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("ta", ["tag:"]),
        ("police -pl", ["place:"]),
        ("tag:response/a", ["tag:response/arrest"]),
        ("(police | place:r", ["place:rabat"]),
        ('place:"tit m', ['place:"tit mellil"']),
        ("place:TIT", ['place:"tit mellil"']),
        ("is:d", ["is:done", "is:dismissed"]),
        ("has:", ["has:flag", "has:note"]),
        ("country:", ["country:ma"]),
        ("police ", []),
        ("zebra", []),
        ("zebra:x", []),
    ],
)
def test_a_query_goes_on_with_what_the_case_knows(
    many: Case, typed: str, choices: list[str]
) -> None:
    town = Mention(0, 1, Place("Tit Mellil", "town", "MA"), "rule")
    many.put_facts({1: Extraction("t", "en", None, (town,))})
    completion = many.search.complete(typed)
    assert list(completion.choices) == choices
    for choice in completion.choices:
        if not choice.endswith(":"):
            parse_query(f"{typed[: completion.start]}{choice} {')' * typed.count('(')}")


def test_a_value_nobody_has_any_more_completes_nothing(many: Case) -> None:
    many.put_facts({n: Extraction("newer", "en", None) for n in range(4, MANY, 3)})
    assert many.search.complete("place:r").choices == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zebra", ""),
        ("boat zebra", "none has zebra"),
        ("boat polic", "none has polic; did you mean polic*?"),
        ('"police boa"', 'none has "police boa"; did you mean "police boa"*?'),
        ("place:rabatt", "none has place:rabatt; did you mean place:rabat?"),
        ("boat place:rabatt", "none has place:rabatt; did you mean place:rabat?"),
        ("tag:drugs place:rabat note:x", "none has note:x"),
        ("no 999 | zebra", ""),
        ("diyarbakir weka", "each part of it has articles, but none has them all"),
    ],
)
def test_nothing_found_says_which_part_nobody_has(many: Case, text: str, said: str) -> None:
    query = parse_query(text)
    assert not many.ids(query)
    assert many.search.why_nothing(query) == said
