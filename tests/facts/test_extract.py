"""The whole way from a text to its facts: rival claims, ids, the printed schema, laws."""

import hashlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import extract
from facts.gold import document
from facts.model import Age, Count, Date, Mention, Money, Nationality, Organisation, Place
from facts.scan import settle
from facts.text import read
from tests.laws import tried

WORDS = (
    "January March May Dec. Sunday Mon. today the first last next past week month years days "
    "two 5 12 31 30 Feb 2019 99 2021-13-45 2021-02-29 29/02/2021 3/5/2021 to - and between "
    "from of in since until early mid end quarter half summer 1980s ago earlier later before "
    "same that coming weekend 1,000 MAD $ € million ( ) , . ; aged years old 34 hundred dozen "
    "nine (9) a kg tonnes percent N m bn people were arrested seized police said on Operation "
    "X Rabat, Morocco (DGSN) General 000 ½ cocaine İ ² ٣ “ ” – \u2028 \u00a0"
).split(" ")
HEADERS = ["", " date 2020-02-29 ", " date 9999-12-31 ", " date 0001-01-01 "]


def printed(text: str) -> str:
    return json.dumps(document("a.txt", None, text, extract(text)))


@given(st.text())
@tried(60)
def test_any_text_has_facts_whose_quotes_stand_at_their_places(text: str) -> None:
    for fact in json.loads(printed(text))["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["quote"] != ""


@given(st.sampled_from(HEADERS), st.lists(st.sampled_from(WORDS), max_size=40))
@tried(120)
def test_words_of_dates_and_sums_in_any_order_give_the_same_facts_twice(
    header: str, words: list[str]
) -> None:
    text = header + " ".join(words)
    found = extract(text)
    assert extract(text) == found
    assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)
    assert [m.id for m in found.mentions] == [
        f"f{n:02d}" for n in range(1, len(found.mentions) + 1)
    ]


@pytest.mark.parametrize(
    "unit",
    ["7 ", "1,234 ", "$5 ", "March 5 ", "2019 ", "the last ", "aged 22, ", "nine (9) ", "a ", "(",
     "- ", "\u00a0", "\n", "9", "Word ", "arrested 5 people, "],
)  # fmt: skip
def test_the_time_grows_as_the_text_does(unit: str) -> None:
    extract(unit)
    short, long = unit * (3000 // len(unit)), unit * (24000 // len(unit))
    taken = [_seconds(short), _seconds(long)]
    assert taken[1] < 40 * max(taken[0], 0.01)


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def test_a_line_of_a_megabyte_is_read_in_seconds() -> None:
    start = time.process_time()
    extract("x" * 1_000_000 + " " * 200_000 + "9" * 200_000)
    assert time.process_time() - start < 10


def test_rival_claims_are_settled_by_kind_then_length() -> None:
    text = "On March 5 ten Vietnamese men of the Red Cross in Rabat"
    rivals = [
        Mention(3, 10, Date("2021-03-05", "2021-03-05", "day"), "date.month-day"),
        Mention(3, 8, Place("March", "town", "GB"), "place.town"),
        Mention(9, 14, Count(5, "arrests"), "count.trigger"),
        Mention(11, 29, Count(10, "arrests"), "count.trigger"),
        Mention(15, 25, Nationality("VN"), "nationality.word"),
        Mention(37, 46, Organisation("Red Cross"), "organisation.known"),
        Mention(37, 40, Place("Red", "river", None), "place.town"),
    ]
    kept = [
        (mention.kind, text[mention.start : mention.end]) for mention in settle(read(text), rivals)
    ]
    assert kept == [
        ("date", "March 5"),
        ("count", "ten Vietnamese men"),
        ("nationality", "Vietnamese"),
        ("organisation", "Red Cross"),
    ]


def test_an_age_may_stand_inside_a_count() -> None:
    text = "a 34-year-old suspect"
    rivals = [
        Mention(2, 13, Age(34, 34), "age.years-old"),
        Mention(0, 21, Count(1, "arrests"), "count.trigger"),
    ]
    assert [mention.kind for mention in settle(read(text), rivals)] == ["count", "age"]


def test_boilerplate_gives_no_facts_but_its_header_does() -> None:
    text = " date 2021-03-10 News came.\n\nCheck Also\n\nIt began in March 2020."
    assert [mention.kind for mention in extract(text).mentions] == ["publication_date"]


def test_a_document_has_the_schema_of_the_gold() -> None:
    text = " date 2021-03-10 Police seized €1.5 million in cash on Tuesday."
    data = text.encode()
    line = document("a.txt", data, text, extract(text))
    assert (line["doc"], line["chars"]) == ("a.txt", len(text))
    assert line["sha256"] == hashlib.sha256(data).hexdigest()
    assert line["published"] == {"date": "2021-03-10", "basis": "header"}
    money = next(fact for fact in line["facts"] if fact["kind"] == "money")
    assert money["quote"] == "€1.5 million"
    assert money["value"]["amount"] == 1500000
    assert isinstance(money["value"]["amount"], int)
    assert "kind" not in money["value"]
    assert {"reason", "start", "end", "quote"} == set(line["boilerplate"][0])


def test_money_is_no_count_and_a_date_no_seizure() -> None:
    found = extract("Police seized $5,000 and 3 cars on March 5, 2021.")
    kinds = {mention.kind for mention in found.mentions if not isinstance(mention.value, Money)}
    assert kinds == {"seizure", "date"}


@pytest.mark.parametrize("header", ["", " date 2020-02-29 ", "RABAT, March 5 (MAP) - "])
def test_a_byte_order_mark_moves_every_fact_by_one_and_changes_none(header: str) -> None:
    text = f"{header}Police in Rabat arrested 21 people on Sunday and seized 40 kg of cocaine.\n"
    plain, marked = extract(text), extract("\ufeff" + text)
    assert marked.published == plain.published
    assert [(m.start - 1, m.end - 1, m.value) for m in marked.mentions] == [
        (m.start, m.end, m.value) for m in plain.mentions
    ]
