"""Links in notes lead back, are known from the other side, and other notes are searched too."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.model import Count, Extraction, Mention, Place, fact_key
from store import THE_CASE, About, Case, parse_query
from store.links import at, key_words, links, to_fact, to_incident
from store.search import listing

ARTICLE, CASE_NOTE = About("article", 1), THE_CASE
ARRESTS = fact_key(Count(21, "arrests"))


@given(st.integers(1, 10**9), st.text(max_size=20), st.text(max_size=20))
def test_a_link_leads_back_whatever_stands_around_it(number: int, title: str, around: str) -> None:
    around = around.replace("[", "(")
    text = f"{around}{to_incident(number, title)} and {to_fact(number, ARRESTS)}{around}"
    incident, fact = links(text)
    assert (incident.kind, incident.target) == ("incident", f"#{number}")
    assert (fact.kind, fact.number, fact.words) == ("fact", number, key_words(ARRESTS))
    assert at(text, fact.start + 3) == fact
    assert text[incident.start : incident.end] == to_incident(number, title)


@pytest.mark.parametrize("text", ["[[]]", "[[x]]", "[[12", "[12]", "[[#]]", "[[12:a\nb]]"])
def test_what_is_no_link(text: str) -> None:
    assert not list(links(text))


def linked(case: Case) -> dict[str, list[About]]:
    return case.notes.linking_into(1)


def test_notes_are_known_by_what_they_link_to_until_they_do_not(case: Case) -> None:
    fact = to_fact(1, ARRESTS)
    case.notes.write(About("article", 2), f"As in {fact}, {fact} and [[1]].")
    case.notes.write(CASE_NOTE, f"See {fact}; not [[12:{key_words(ARRESTS)}]].")
    both = [About("article", 2), CASE_NOTE]
    assert linked(case) == {"": both[:1], key_words(ARRESTS): both}
    case.reindex()
    assert linked(case) == {"": both[:1], key_words(ARRESTS): both}
    case.undo()
    assert linked(case)[key_words(ARRESTS)] == both[:1]
    case.notes.write(About("article", 2), "")
    assert linked(case) == {}


@pytest.fixture
def incidents(case: Case) -> tuple[int, int]:
    """Two incidents: one with a fact of article 1, one with a fact of article 2."""
    for article, value in ((1, Count(21, "arrests")), (2, Place("Rabat", "city", "MA"))):
        mention = Mention(0, 1, value, "rule", "m1")
        case.put_facts({article: Extraction("2", "en", mentions=(mention,))})
        case.incidents.make(article, [fact_key(value)])
    first, second = sorted(case.incidents.ids())
    return first, second


def found(case: Case, query: str) -> list[int]:
    return list(case.ids(parse_query(query)))


def test_a_word_in_an_incidents_note_finds_its_articles(
    case: Case, incidents: tuple[int, int]
) -> None:
    first, second = incidents
    case.notes.write(About("incident", first), "Zürich bank, boat called Nadia.")
    case.write_note(2, "The boat again.")
    assert found(case, "note:zurich") == [1]
    assert found(case, 'note:"boat called"') == [1]
    assert found(case, 'note:"called boat"') == []
    assert found(case, "note:boa*") == [1, 2]
    assert found(case, "note:boat -note:nadia") == [2]
    assert found(case, "note:boat note:bank") == [1]
    with case.engine.reading() as connection:
        assert listing.newest(connection, parse_query("note:boat"), 9) == [2, 1]
    case.incidents.merge(first, second)
    assert found(case, "note:zurich") == [1, 2]


def test_what_links_to_a_merged_incident_links_to_what_stands_for_it(
    case: Case, incidents: tuple[int, int]
) -> None:
    first, second = incidents
    case.write_note(3, f"Of {to_incident(first, 'arrests')}")
    case.notes.write(About("incident", first), "kept")
    case.incidents.merge(first, second)
    assert case.notes.linking_to_incident(second) == [About("article", 3)]
    assert case.notes.on_incident(second) == [(About("incident", first), "kept")]


def test_the_index_made_again_is_the_index_kept(case: Case, path: Path) -> None:
    case.notes.write(CASE_NOTE, "Ask the Zürich office about [[#3]].")
    case.write_note(1, "[[2]]")

    def index() -> list[tuple[object, ...]]:
        with case.engine.reading() as connection:
            return connection.execute("SELECT * FROM noted ORDER BY 1, 2, 3").fetchall()

    before = index()
    case.reindex()
    assert index() == before != []
