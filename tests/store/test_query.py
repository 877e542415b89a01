"""The query language: what it finds, how it describes itself, what it says when it cannot."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.model import (
    Acronym,
    Count,
    Extraction,
    Incident,
    Mention,
    Operation,
    Organisation,
    Period,
    Place,
    Published,
    Seizure,
    Value,
)
from store import Case, Judgement, NewArticle, Query, parse_query
from store.errors import QueryError
from store.search.query import Field, Words

words = st.text("abcé1", min_size=1, max_size=4)
terms = st.one_of(
    words,
    st.builds("{0}*".format, words),
    st.builds('"{0} {1}"'.format, words, words),
    st.builds("note:{0}".format, words),
    st.builds('place:"{0} {1}"'.format, words, words),
    st.sampled_from(
        (
            "tag:drugs",
            "tag:r.a",
            "is:done",
            "is:marked",
            "country:ma",
            'op:"neptune ii"',
            "type:drug_seizure",
            "source:a-1.txt",
            "has:flag",
            "date:2020-09",
            "date:2019..",
            "seized:cannabis.resin>=0.5t",
            "count:arrests<20",
            "seized:cocaine",
            'seized:"cannabis resin">500kg',
            "seized:tablets>=20pieces",
        )
    ),
)
queries = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds("{0} {1}".format, inner, inner),
        st.builds("({0} | {1})".format, inner, inner),
        st.builds("-({0})".format, inner),
    ),
    max_leaves=6,
)


@given(queries)
def test_a_query_described_and_parsed_is_the_same(text: str) -> None:
    query = parse_query(text)
    assert parse_query(query.describe()) == query


@given(queries, queries)
def test_queries_compose_as_their_texts_do(left: str, right: str) -> None:
    a, b = parse_query(left), parse_query(right)
    assert a & b == parse_query(f"({left}) ({right})")
    assert a | b == parse_query(f"({left}) | ({right})")
    assert ~~a == a


@pytest.fixture
def known(case: Case) -> Case:
    """The three articles with facts; the second is tagged and done, the third has a note."""
    cannabis = Seizure("cannabis", None, Decimal(7196), "kg", flags=("odd",))
    facts: dict[int, tuple[Value, ...]] = {
        1: (Place("Casablanca", "city", "MA"), Place("Tit Mellil", "town", "MA"), cannabis),
        2: (Organisation("General Directorate of National Security", "DGSN"),
            Operation("Neptune II"), Count(21, "arrests")),
        3: (Place("Diyarbakır", "city", "TR"), Acronym("BCIJ", "Central Bureau")),
    }  # fmt: skip
    days = Incident("i1", ("drug_seizure",), "event", Period("2020-09-21", "2020-09-22"))
    case.put_facts({
        article: Extraction(
            "test", "en", Published("2021-01-05", "header") if article == 2 else None,
            tuple(Mention(n, n + 1, value, "rule") for n, value in enumerate(values)),  # type: ignore[arg-type]
            (days,) if article == 1 else (),
        )
        for article, values in facts.items()
    })  # fmt: skip
    case.tag([2], ["drugs/cannabis", "response/arrest"])
    case.decide([2], "done")
    case.write_note(3, "Call them.")
    return case


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [1, 2, 3]),
        ("the", [2, 3]),
        ("in", [1, 2, 3]),
        ('"tit mellil"', [2]),
        ("mell*", [2]),
        ('"mellil tit"', []),
        ("in -cannabis", [2, 3]),
        ("cannabis | café", [1, 3]),
        ("(cannabis | café) -casablanca", [3]),
        ("tag:drugs", [2]),
        ("tag:cannabis", [2]),
        ("tag:r.a", [2]),
        ("tag:drugs/cocaine", []),
        ("-tag:drugs", [1, 3]),
        ("is:new", [1, 3]),
        ("is:done", [2]),
        ("has:note", [3]),
        ("has:flag", [1]),
        ("note:call", [3]),
        ("place:casablanca", [1]),
        ("place:mellil", [1]),
        ("place:cas", []),
        ("country:MA", [1]),
        ("country:tr", [3]),
        ("org:dgsn", [2]),
        ('org:"national security"', [2]),
        ("org:bcij", [3]),
        ('op:"neptune ii"', [2]),
        ("type:drug_seizure", [1]),
        ("date:2020", [1]),
        ("date:2020-09-22", [1]),
        ("date:2020-10..", [2]),
        ("date:..2020-12-31", [1]),
        ("date:2020..2021 -has:flag", [2]),
        ("source:txt", [1, 2, 3]),
        ("seized:cannabis", [1]),
        ("seized:cannabis>7t", [1]),
        ("seized:cannabis>=7,196kg", [1]),
        ("seized:cannabis<7196", []),
        ("seized:cannabis>7litres", []),
        ("seized:cocaine", []),
        ('seized:"cannabis">=7t', [1]),
        ("seized:cannabis>1unit", []),
        ("count:arrests", [2]),
        ("count:arrests>=21 -count:arrests>21", [2]),
        ("count:arrests=20", []),
    ],
)
def test_finds(known: Case, text: str, found: list[int]) -> None:
    query = parse_query(text)
    assert list(known.ids(query)) == found
    assert known.count(query) == len(found)


def test_a_rejected_fact_finds_nothing_any_more(known: Case) -> None:
    known.judge(1, {"place:ma:casablanca": Judgement("rejected")})
    assert list(known.ids(parse_query("place:casablanca"))) == []
    known.judge(1, {"place:ma:casablanca": Judgement("accepted", Place("Anfa", "city", "MA"))})
    assert list(known.ids(parse_query("place:anfa"))) == [1]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("plase:rabat", "did you mean place:rabat"),
        ("xyzzy:1", "there are tag, is, has"),
        ("tag:drgus", "did you mean drugs"),
        ("is:don", "did you mean is:done"),
        ("has:flags", "did you mean has:flag"),
        ("has:contradiction", "not done yet"),
        ("country:morocco", "two letters"),
        ("date:2020-02-30", "no day, month, year or range"),
        ("date:2020-13", "no day, month, year or range"),
        ("date:2021..2019", "no day, month, year or range"),
        ("place:", "needs a value"),
        ("seized:cannabis>", "compares with no quantity"),
        ("seized:cannabis>5miles", "compares with no quantity"),
        ("count:arrests>many", "compares with no quantity"),
        ('"tit mellil', "quote is not closed"),
        ("(a | b", "( is not closed"),
        ("a)", ") too many"),
        ("a |", "one side of the |"),
        ("a -", "no letter or digit"),
        ("- -", "no letter or digit"),
        ("…", "no letter or digit"),
    ],
)
def test_what_is_not_understood_is_an_error_that_helps(text: str, says: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(text)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("plase:rabat", 0),
        ("police plase:rabat", 7),
        ("police -(weka | tag:drgus)", 16),
        ('police "tit mellil', 7),
        ("police (weka", 7),
        ("police weka)", 11),
        ("police | ", 7),
        ("police -", 7),
        ("police ()", 7),
    ],
)
def test_an_error_says_where_it_is(text: str, at: int) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(text)
    assert error.value.at == at
    assert (f"At character {at + 1}" in str(error.value)) is (at > 0)


def test_words_and_fields_are_values() -> None:
    query: Query = parse_query("Café tag:Drugs")
    assert query == Words("cafe") & Field("tag", "drugs")


@pytest.mark.parametrize("text", ['source:"a|b"', 'source:"(1).txt"', 'source:"-x" a', "source:É"])
def test_names_of_files_describe_themselves(text: str) -> None:
    assert parse_query(parse_query(text).describe()) == parse_query(text)


@given(st.decimals(0, 10**9, places=7).map("{:f}".format))
def test_quantities_describe_themselves_exactly(n: str) -> None:
    query = parse_query(f"seized:cannabis>{n}g")
    assert parse_query(query.describe()) == query


def test_a_quantity_is_compared_as_it_was_written(known: Case) -> None:
    """1.13 times a thousand is not 1130 in binary."""
    seizure = Seizure("hashish", None, Decimal(1130), "kg")
    known.put_facts({2: Extraction("test", "en", None, (Mention(0, 1, seizure, "rule"),))})
    assert list(known.ids(parse_query("seized:hashish=1.13t"))) == [2]


def test_capitals_in_the_names_of_files(case: Case) -> None:
    case.add_articles([NewArticle("É", "Une.", "Évian.txt", "/Évian.txt")])
    for text in ("source:évian", "source:Évian", "source:TXT"):
        assert 4 in case.ids(parse_query(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [("5%", [4]), ("5_", [5]), ("\\a", [6]), ("A.TXT", [4, 5, 6]), ("5" * 60_000, [])],
)
def test_signs_in_the_names_of_files_stand_for_themselves(
    case: Case, text: str, found: list[int]
) -> None:
    names = ("5%a.txt", "5_a.txt", "5\\a.txt")
    case.add_articles([NewArticle("A", name, name, f"/{name}") for name in names])
    query = parse_query(f'source:"{text}"')
    assert list(case.ids(query)) == found
    assert case.search.newest(query, 9) == found[::-1]


def test_a_page_of_words_is_a_query(case: Case) -> None:
    page = case.article(2).text.split() * 100
    assert list(case.ids(parse_query(" ".join(page)))) == [2]
    assert list(case.ids(parse_query(" | ".join(page)))) == [1, 2, 3]
    assert list(case.ids(parse_query("-(" * 20 + "the" + ")" * 20))) == [2, 3]


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 5000 + "a", "-(" * 5000 + "a" + ")" * 5000])
def test_a_query_too_deep_to_read_is_said_to_be(text: str) -> None:
    with pytest.raises(QueryError, match="too many"):
        parse_query(text)


def test_every_query_of_the_manual_is_one() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "triage.md").read_text(encoding="utf-8")
    table = manual.partition("| query | shows |")[2].partition("\n\n")[0]
    queries = [query for row in table.split("\n") for query in re.findall("`([^`]+)`", row)]
    assert len(queries) > 25
    for query in queries:
        parsed = parse_query(query.replace("\\|", "|"))
        assert parse_query(parsed.describe()) == parsed
