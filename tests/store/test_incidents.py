"""Incidents of a case: taken from what the rules propose, linked, edited, searched."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from facts.model import (
    Count,
    Date,
    Extraction,
    Incident,
    Mention,
    Operation,
    Period,
    Place,
    Seizure,
    SeizureFill,
)
from store import Case, CaseError, Judgement, open_case, parse_query
from store.errors import IncidentRefused, UnknownFact, UnknownIncident

DAY = "2020-09-22"


def found(
    n: int, *, kg: int = 1992, place: str = "Casablanca", day: str = DAY, rules: str = "1"
) -> Extraction:
    """What the rules find in an article of these texts: one drug seizure."""
    mentions = (
        Mention(0, 6, Seizure("cannabis resin", "drug", Decimal(kg), "kg"), "s", incidents=("i1",)),
        Mention(7, 13, Place(place, "city", "MA"), "p", incidents=("i1",)),
        Mention(14, 20, Date(day, day, "day"), "d", incidents=("i1",), reported_by="DGSN"),
        Mention(21, 25, Count(n, "arrests"), "c", incidents=("i1",)),
        Mention(26, 30, Count(9, "searches"), "c"),
    )
    incident = Incident(
        "i1", ("drug_seizure",), "event", Period(day, day), (place,), ("MA",),
        counts={"arrests": n, "suspects": 3},
        seizures=(SeizureFill("cannabis resin", Decimal(kg), "kg"),),
    )  # fmt: skip
    return Extraction(rules, "en", None, mentions, (incident,))


ARRESTS = "count:arrests:21:"
RESIN = "seizure:cannabis resin:1992:kg:"


@pytest.fixture
def read(case: Case) -> Case:
    """A case of three articles that each report a seizure: two the same, one another."""
    case.put_facts({1: found(21), 2: found(20), 3: found(4, kg=7, place="Nador", day="2019-01-05")})
    return case


def test_what_the_rules_propose_is_taken_with_its_fields_and_facts(read: Case) -> None:
    change = read.incidents.take(1, "i1")
    assert change is not None
    assert change.label == "took incident #1 drug seizure, 2020-09-22, Casablanca"
    assert (change.articles, change.incidents) == ((1,), (1,))
    taken = read.incidents.get(1)
    assert taken.value.types == ("drug_seizure",)
    assert taken.value.date == Period(DAY, DAY)
    assert taken.value.counts == {"arrests": 21, "suspects": 3}
    assert taken.sources["counts"] == (f"1:{ARRESTS}",)
    assert taken.facts[0].key == RESIN
    assert [one.id for one in read.incidents.of(1)] == [1]
    assert read.incidents.of(2) == []


def test_verdicts_and_corrections_flow_into_the_fields(read: Case) -> None:
    read.incidents.take(1, "i1")
    read.judge(1, {ARRESTS: Judgement("accepted", Count(22, "arrests"))})
    assert read.incidents.get(1).value.counts["arrests"] == 22
    read.judge(1, {ARRESTS: Judgement("rejected")})
    assert read.incidents.get(1).value.counts == {"suspects": 3}
    read.undo()
    assert read.incidents.get(1).value.counts["arrests"] == 22
    assert read.incidents.rows([1])[0].value.counts["arrests"] == 22


def test_a_fact_that_the_rules_find_no_more_is_shown_as_gone_and_still_counts(read: Case) -> None:
    read.incidents.take(1, "i1")
    again = found(21, rules="2")
    read.put_facts({1: Extraction("2", "en", None, again.mentions[:3], ())})
    taken = read.incidents.get(1)
    assert [fact.key for fact in taken.facts if fact.is_gone] == [ARRESTS]
    assert taken.value.counts["arrests"] == 21
    read.put_facts({1: again})
    assert not any(fact.is_gone for fact in read.incidents.get(1).facts)


def test_facts_are_linked_one_by_one_and_taken_off_again(read: Case) -> None:
    read.incidents.make(1, [RESIN])
    read.incidents.link(1, 2, ["count:arrests:20:"])
    assert read.incidents.get(1).value.counts == {"arrests": 20}
    assert read.incidents.get(1).articles == (1, 2)
    assert read.incidents.link(1, 2, ["count:arrests:20:"]) is None
    change = read.incidents.unlink(1, ["2:count:arrests:20:"])
    assert change is not None
    assert change.articles == (2,)
    assert read.incidents.get(1).value.counts == {}


def test_the_number_that_most_articles_give_is_the_incidents(read: Case) -> None:
    read.put_facts({3: found(20)})
    read.incidents.take(1, "i1")
    for article in (2, 3):
        read.incidents.link_proposal(1, article, "i1")
    assert read.incidents.get(1).value.counts["arrests"] == 20


def test_what_is_not_there_is_refused_by_name(read: Case) -> None:
    with pytest.raises(UnknownIncident, match="#7"):
        read.incidents.link(7, 1, [ARRESTS])
    with pytest.raises(UnknownIncident, match="propose no incident i9"):
        read.incidents.take(1, "i9")
    with pytest.raises(UnknownFact, match="no fact count:arrests:4:"):
        read.incidents.make(1, ["count:arrests:4:"])
    assert read.incidents.count() == 0


def test_the_same_incident_is_suggested_with_the_reason_in_words(read: Case) -> None:
    read.incidents.take(1, "i1")
    (proposed,) = read.findings(2).incidents
    (alike,) = read.incidents.suggest(proposed)
    assert (alike.row.id, alike.why) == (
        1,
        "same day, Casablanca, resin 1992 kg, drug seizure",
    )
    (other,) = read.findings(3).incidents
    assert read.incidents.suggest(other) == []
    facts = [fact for fact in read.findings(2).facts if fact.kind != "count"]
    (alike,) = read.incidents.suggest_for(2, facts)
    assert alike.why == "same day, Casablanca, resin 1992 kg"


def test_suggestions_look_at_few_however_many_incidents_there_are(read: Case) -> None:
    """The same place and month lead there; another year's seizures are not looked at."""
    read.incidents.take(1, "i1")
    for _ in range(20):
        read.incidents.take(3, "i1")
    with read.engine.reading() as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        (proposed,) = read.findings(2).incidents
        assert [one.row.id for one in read.incidents.suggest(proposed)] == [1]
        connection.set_trace_callback(None)
    assert sum("FROM incident_rows" in one for one in asked) == 1


@pytest.mark.parametrize(
    ("field", "typed", "stands"),
    [
        ("title", "The Tit Mellil car", "The Tit Mellil car"),
        ("types", "arms trafficking, drug_seizure", "arms_trafficking, drug_seizure"),
        ("date", "14-20 Sep 2020", "2020-09-14..2020-09-20"),
        ("date", "2019", "2019"),
        ("date", "2019..2021", "2019..2021"),
        ("date", "2020-02", "2020-02"),
        ("date", "2020-02..2020-11-05", "2020-02-01..2020-11-05"),
        ("date", "since 2002", "since 2002"),
        ("date", "since 2016-12-31", "since 2016-12-31"),
        ("date", "XXXX-07-24", "XXXX-07-24"),
        ("places", 'Rabat, "Tit Melil"', "Rabat, Tit Melil"),
        ("countries", "morocco, es", "MA, ES"),
        ("counts", "arrests 1,200, victims rescued some", "arrests 1,200, victims_rescued some"),
        ("seizures", "7.50 kg cocaine, 4 cars, weapons", "7.5 kg cocaine, 4 cars, weapons"),
        ("seizures", "1,992.000 kg resin, 1,000 kg hash", "1,992 kg resin, 1,000 kg hash"),
        ("money", "MAD 931,870", "MAD 931,870"),
        ("scope", "total", "aggregate"),
    ],
)
def test_a_field_is_typed_and_reads_as_it_would_be_typed_again(
    read: Case, field: str, typed: str, stands: str
) -> None:
    read.incidents.take(1, "i1")
    before = read.incidents.text_of(1, field)
    assert read.incidents.edit(1, field, typed) is not None
    assert read.incidents.text_of(1, field) == stands
    assert read.incidents.edit(1, field, stands) is None
    assert read.incidents.get(1).edited[field].by == "ana"
    assert read.incidents.edit(1, field, "") is not None
    assert read.incidents.text_of(1, field) == before


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("types", "drug_seisure", "did you mean drug_seizure?"),
        ("date", "soon", "2020-09-22, 2020-09, 2020"),
        ("date", "2020-09-22..2019", "is no date"),
        ("countries", "Marocco", "did you mean morocco?"),
        ("counts", "arest 3", "did you mean arrests?"),
        ("counts", "arrests", "arrests 21"),
        ("places", "Casablanka", "did you mean Casablanca?"),
        ("money", "a lot", "MAD 931,870"),
        ("titel", "x", "did you mean title?"),
    ],
)
def test_a_field_that_cannot_be_is_refused_with_the_nearest_right_form(
    read: Case, field: str, typed: str, said: str
) -> None:
    read.incidents.take(1, "i1")
    with pytest.raises(IncidentRefused) as refused:
        read.incidents.edit(1, field, typed)
    assert said in str(refused.value)
    assert len(read.incidents.history(1)) == 1


def test_incidents_are_found_by_words_and_listed_latest_first(read: Case) -> None:
    for article in (3, 1):
        read.incidents.take(article, "i1")
    read.incidents.make(2, ["count:searches:9:"])
    assert list(read.incidents.ids()) == [2, 1, 3]
    assert list(read.incidents.ids("casa drug")) == [2]
    assert list(read.incidents.ids("type:drug_seizure nad")) == [1]
    read.incidents.edit(3, "title", "Café Nador")
    assert [row.id for row in read.incidents.by_words("CAFE")] == [3]
    with pytest.raises(CaseError, match="did you mean type:x"):
        read.incidents.ids("tipe:x")


def test_articles_are_found_by_the_incident_and_by_its_type(read: Case) -> None:
    read.incidents.take(1, "i1")
    read.incidents.take(2, "i1")
    read.incidents.merge(2, 1)
    assert list(read.ids(parse_query("incident:1"))) == [1, 2]
    assert list(read.ids(parse_query("incident:#2"))) == [1, 2]
    read.incidents.edit(1, "types", "bombing")
    assert list(read.ids(parse_query("type:bombing"))) == [1, 2]
    assert list(read.ids(parse_query("type:drug_seizure -incident:1"))) == [3]
    with pytest.raises(CaseError, match="incident:5"):
        parse_query("incident:casablanca")


def test_tags_of_an_incident_toggle_and_stay_apart_from_its_articles(read: Case) -> None:
    read.incidents.take(1, "i1")
    read.incidents.tag([1], ["drugs/cannabis"])
    assert read.incidents.get(1).tags["drugs/cannabis"].by == "ana"
    assert read.marks(1).tags == {}
    assert list(read.incidents.ids("tag:drugs/cannabis")) == [1]
    change = read.incidents.tag([1], ["drugs/cannabis"])
    assert change is not None
    assert change.label == "untagged drugs/cannabis on #1"
    assert read.incidents.get(1).tags == {}


def test_a_part_knows_its_whole_and_never_in_a_circle(read: Case) -> None:
    for article in (1, 2, 3):
        read.incidents.take(article, "i1")
    read.incidents.set_part(2, 1)
    read.incidents.set_part(3, 2)
    assert read.incidents.get(1).parts == (2,)
    with pytest.raises(IncidentRefused):
        read.incidents.set_part(1, 3)
    read.incidents.set_part(2, None)
    assert read.incidents.set_part(1, 3) is not None


def test_an_import_is_not_undone_under_an_incident(read: Case) -> None:
    read.incidents.take(1, "i1")
    with pytest.raises(CaseError, match="article 1 was linked to incident #1 since"):
        read.undo(1)


def test_two_analysts_links_and_tags_are_undone_apart(
    read: Case, opened: Callable[[str], Case]
) -> None:
    ben = opened("ben")
    read.incidents.take(1, "i1")
    ben.incidents.link_proposal(1, 2, "i1")
    read.incidents.link(1, 3, ["count:arrests:4:"])
    ben.incidents.tag([1], ["drugs/cannabis"])
    read.undo()
    assert ben.incidents.get(1).articles == (1, 2)
    with pytest.raises(CaseError, match="incident #1 was changed since"):
        read.undo()
    ben.undo()
    ben.undo()
    read.undo(3)
    assert read.incidents.count() == 0


def test_a_case_of_format_1_takes_incidents_once_it_is_opened(tmp_path: Path) -> None:
    old = tmp_path / "old.case"
    shutil.copy(Path(__file__).parent / "fixtures" / "format-1.case", old)
    with open_case(old, read_only=True) as case:
        assert (case.incidents.count(), case.incidents.of(1)) == (0, [])
    with open_case(old, user="ana") as case:
        article = next(n for n in case.ids() if case.findings(n).facts)
        key = case.findings(article).facts[0].key
        case.incidents.make(article, [key])
        assert case.incidents.get(1).facts[0].name == f"{article}:{key}"
        assert [change.label for change in case.incidents.history(1)] == [
            "made incident #1 of 1 fact"
        ]


def test_operation_names_join_whatever_else_differs(read: Case) -> None:
    mention = Mention(0, 6, Operation("Neptune II"), "o", incidents=("i1",))
    for article, year in ((1, 2019), (2, 2021)):
        day = f"{year}-01-01"
        one = Incident("i1", (), "event", Period(day, day), operation="Neptune II")
        read.put_facts({article: Extraction("3", "en", None, (mention,), (one,))})
    read.incidents.take(1, "i1")
    (alike,) = read.incidents.suggest(read.findings(2).incidents[0])
    assert alike.why == "Operation Neptune II"
