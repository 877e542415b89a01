"""What an analyst corrected or added: kept apart from what the rules find, whatever they find."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.model import Count, Extraction, Incident, Mention, Place, Seizure, fact_key
from store import Case, CaseDB, Finding, Judgement, NewArticle, open_case, parse_query
from store.corrected import ANALYST
from store.errors import FactRefused, MisshapenDocument
from store.shapes import Placed
from tests.laws import tried

TEXT = "Police in Rabat arrested 21 people and seized almost 40 pounds of cocaine in Salé."
RABAT, PEOPLE, POUNDS, SALE = "Rabat", "21 people", "40 pounds of cocaine", "Salé"
COCAINE = Seizure("cocaine", "drug", Decimal("18.1"), "kg", printed="40 pounds")
NEARLY = Seizure("cocaine", "drug", Decimal("18.1"), "kg", mod="nearly")


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def mention(words: str, value: Count | Place | Seizure, rule: str = "rule") -> Mention:
    return Mention(*span(words), value, rule, incidents=("i1",))


FOUND = (
    mention(RABAT, Place("Rabat", "city", "MA")),
    mention(PEOPLE, Count(21, "arrests")),
    mention(POUNDS, COCAINE),
)
NEWER = (
    mention(PEOPLE, Count(21, "suspects")),
    mention("almost 40 pounds of cocaine", NEARLY),
    mention(SALE, Place("Salé", "city", "MA")),
)
ARRESTS, COCAINE_KEY = fact_key(Count(21, "arrests")), fact_key(COCAINE)


def read(case: Case, *mentions: Mention) -> None:
    """Let the rules find these and nothing else."""
    incidents = (Incident("i1", ("drug_seizure",), "event"),)
    case.put_facts({1: Extraction(str(hash(mentions)), "en", None, mentions, incidents)})


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "try.case", create=True, user="ana") as case:
        case.add_articles([NewArticle("Rabat", TEXT, "rabat.txt", "/in/rabat.txt")])
        read(case, *FOUND)
        yield case


def found(case: Case, key: str) -> Finding:
    return next(finding for finding in case.findings(1).facts if finding.key == key)


def words(finding: Finding) -> list[str]:
    return [TEXT[m.start : m.end] for m in finding.mentions]


def corrected(case: Case) -> None:
    place = Placed(*span("almost 40 pounds of cocaine"), was=span(POUNDS))
    case.judge(1, {COCAINE_KEY: Judgement("accepted", NEARLY, (place,))}, "corrected it")


def test_a_moved_edge_moves_the_words_and_nothing_else(case: Case) -> None:
    corrected(case)
    one = found(case, COCAINE_KEY)
    assert words(one) == ["almost 40 pounds of cocaine"]
    assert (one.value, one.fact.value, one.corrected) == (NEARLY, COCAINE, True)
    assert one.mentions[0].incidents == ("i1",)
    assert case.history(1)[0].label == "corrected it"
    case.undo()
    assert words(found(case, COCAINE_KEY)) == [POUNDS]


def test_a_correction_stands_when_the_rules_find_the_fact_no_more(case: Case) -> None:
    corrected(case)
    read(case, FOUND[0])
    one = found(case, COCAINE_KEY)
    assert (words(one), one.value, one.is_found) == (
        ["almost 40 pounds of cocaine"], NEARLY, False,
    )  # fmt: skip
    assert "no more" in one.mentions[0].reasons[0]
    assert one.mentions[0].incidents == ()
    read(case, *FOUND)
    assert found(case, COCAINE_KEY).is_found


def test_a_correction_that_newer_rules_make_too_is_shown_once(case: Case) -> None:
    corrected(case)
    read(case, *NEWER)
    seized = [finding for finding in case.findings(1).facts if finding.kind == "seizure"]
    assert [finding.key for finding in seized] == [COCAINE_KEY]
    assert (seized[0].value, seized[0].is_found, seized[0].verdict) == (NEARLY, True, "accepted")
    assert seized[0].mentions[0].rule == "rule"


def test_an_added_fact_is_found_counted_judged_and_taken_away(case: Case) -> None:
    place = Place("Salé", "city", "MA")
    change = case.adding.add(1, *span(SALE), place, "added Salé")
    assert change is not None
    assert change.label == "added Salé"
    one = found(case, fact_key(place))
    assert (one.verdict, one.by, one.mentions[0].rule, words(one)) == (
        "accepted", "ana", ANALYST, [SALE],
    )  # fmt: skip
    (row,) = case.rows([1])
    assert (row.facts, row.accepted) == (4, 1)
    assert list(case.ids(parse_query("place:salé"))) == [1]
    assert case.adding.add(1, *span(SALE), place) is None
    case.judge(1, {one.key: Judgement("rejected")})
    assert fact_key(place) not in [finding.key for finding in case.findings(1).facts]
    assert not case.ids(parse_query("place:salé"))
    case.undo()
    assert words(found(case, fact_key(place))) == [SALE]


def test_what_newer_rules_find_as_added_is_shown_once(case: Case) -> None:
    case.adding.add(1, *span(SALE), Place("Salé", "city", "MA"))
    read(case, *NEWER)
    places = [finding for finding in case.findings(1).facts if finding.kind == "place"]
    assert [(words(one), one.verdict, one.is_found) for one in places] == [
        ([SALE], "accepted", True)
    ]
    case.judge(1, {places[0].key: Judgement("rejected")})
    assert found(case, places[0].key).verdict == "rejected"


def test_what_is_said_in_one_more_place_is_one_fact(case: Case) -> None:
    case.adding.add(1, *span("people"), Count(21, "arrests"))
    assert words(found(case, ARRESTS)) == ["people"]  # within the other: it is no second one
    case.adding.add(1, *span("Police"), Count(21, "arrests"))
    assert words(found(case, ARRESTS)) == ["Police", "people"]
    assert len(case.findings(1).facts) == 3


def test_an_added_fact_speaks_in_an_incident(case: Case) -> None:
    case.incidents.take(1, "i1")
    case.adding.add(1, *span("Police"), Count(9, "searches"))
    case.incidents.link(1, 1, [fact_key(Count(9, "searches"))])
    assert case.incidents.get(1).value.counts == {"searches": 9}
    read(case)
    assert case.incidents.get(1).value.counts == {"searches": 9}


def test_facts_can_be_added_before_the_rules_have_read_the_article(tmp_path: Path) -> None:
    with open_case(tmp_path / "new.case", create=True, user="ana") as case:
        case.add_articles([NewArticle("Rabat", TEXT, "rabat.txt", "/in/rabat.txt")])
        case.adding.add(1, *span(PEOPLE), Count(21, "arrests"))
        findings = case.findings(1)
        assert (len(findings.facts), findings.extracted) == (1, False)


def test_words_outside_the_text_are_refused(case: Case) -> None:
    for place in ((-1, 4), (5, 5), (0, len(TEXT) + 1)):
        with pytest.raises(FactRefused, match="no characters"):
            case.adding.add(1, *place, Count(1, "arrests"))


def test_a_script_cannot_write_a_place_that_no_screen_could_show(case: Case) -> None:
    mark = {"verdict": "accepted", "by": "ana", "at": "2026-01-01"}
    marks = CaseDB(case.engine).table("marks")
    for part in ({"found": {"start": 1}}, {"places": [{"start": -1, "end": 4}]}):
        with pytest.raises(MisshapenDocument):
            marks.insert_multiple([{"facts": {ARRESTS: mark | part}}])


VALUES = (Count(21, "arrests"), Count(21, "suspects"), Count(9, "searches"), NEARLY)
spans = st.sampled_from([span(w) for w in (RABAT, PEOPLE, POUNDS, SALE, "almost 40 pounds")])
verdicts, values = st.sampled_from(("accepted", "rejected")), st.sampled_from((None, *VALUES))
acts = st.one_of(
    st.tuples(st.just("add"), spans, st.sampled_from(VALUES)),
    st.tuples(st.just("judge"), st.integers(0, 9), verdicts, values, st.none() | spans),
    st.tuples(st.just("read"), st.sets(st.sampled_from((*FOUND, *NEWER)))),
)


def act(case: Case, what: tuple[object, ...]) -> None:
    match what:
        case "add", (int(start), int(end)), value:
            case.adding.add(1, start, end, value)  # type: ignore[arg-type]
        case "read", set(mentions):
            read(case, *sorted(mentions, key=lambda m: m.start))
        case "judge", int(n), verdict, value, place:
            facts = case.findings(1).facts
            if facts:
                one = facts[n % len(facts)]
                first = one.mentions[0]
                placed = (Placed(*place, was=(first.start, first.end)),) if place else ()  # type: ignore[misc]
                judgement = Judgement(verdict, value, placed)  # type: ignore[arg-type]
                case.judge(1, {one.key: judgement})


@tried(25)
@given(st.lists(acts, max_size=8))
def test_no_run_of_the_rules_loses_a_correction(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[object, ...]]
) -> None:
    path = tmp_path_factory.mktemp("law") / "law.case"
    with open_case(path, create=True, user="ana") as case:
        case.add_articles([NewArticle("Rabat", TEXT, "rabat.txt", "/in/rabat.txt")])
        read(case, *FOUND)
        for what in done:
            act(case, what)
        before = {f.key: f for f in case.findings(1).facts if f.corrected or f.places}
        for mentions in ((), NEWER, FOUND):
            read(case, *mentions)
            facts = case.findings(1).facts
            keys = [finding.key for finding in facts]
            assert len(keys) == len(set(keys))
            for key, one in before.items():
                now = next((f for f in facts if f.key == key), None) or next(
                    f for f in facts if fact_key(f.value) == fact_key(one.value) and f.verdict
                )
                assert fact_key(now.value) == fact_key(one.value)
                assert now.verdict
                if one.places and now.key == key:
                    assert {(p.start, p.end) for p in one.places[-1:]} <= {
                        (m.start, m.end) for m in now.mentions
                    }
