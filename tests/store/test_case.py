"""What an analyst does to a case, and what it says about it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from facts.model import Count, Extraction, Mention, Published, Reading, Seizure, with_reading
from store import Case, Change, Judgement, NewArticle, open_case, parse_query
from store.errors import UnknownFact, UnknownTag

ARRESTS, CANNABIS = "count:arrests:21:", "seizure:cannabis:7196:kg:"
SEIZURE = Seizure(
    "cannabis", None, Decimal(7196), "kg", flags=("odd",), suggested=Reading(Decimal("7.196"))
)
FOUND = Extraction(
    "test",
    "en",
    Published("2020-09-23", "header"),
    (Mention(27, 36, Count(21, "arrests"), "count"), Mention(40, 50, SEIZURE, "seizure")),
)


@pytest.fixture
def known(case: Case) -> Case:
    case.put_facts({2: FOUND})
    return case


def label(change: Change | None) -> str:
    assert change is not None
    return change.label


def test_names_that_are_no_text_can_be_worked_with(path: Path) -> None:
    """As a folder from another system has them, or half of a pair in somebody's JSON."""
    with open_case(path, create=True, user="ana\udce9") as case:
        odd = NewArticle("One \ud83d", "Two \ud83d three.", "caf\udce9.txt", "/in/caf\udce9.txt")
        assert case.add_articles([odd]).added == (1,)
        assert case.queries.save("caf\udce9", "two") is not None
        assert case.write_note(1, "four \ud83d") is not None
        (row,) = case.rows([1])
        assert (row.title, row.source, case.user) == ("One ?", "caf?.txt", "ana?")
        assert case.article(1).name == "caf\udce9.txt"
        assert case.history()[1].label == "saved the query caf?"
        assert list(case.ids(parse_query("three note:four"))) == [1]
        assert case.care.verify().flaws == ()


def test_articles_are_numbered_in_the_order_of_import(case: Case) -> None:
    assert list(case.ids()) == [1, 2, 3]
    assert case.count() == 3
    assert [row.id for row in case.rows([3, 9, 1])] == [3, 1]
    assert case.article(2).text.startswith("Security services")


def test_a_text_is_taken_once(case: Case) -> None:
    text = case.article(1).text
    twice = [NewArticle("New", "New.", "n.txt", "/n.txt")] * 2
    added = case.add_articles([NewArticle("Other title", text, "o.txt", "/o.txt"), *twice])
    assert (added.added, added.known) == ((4,), 2)
    assert label(added.change) == "imported 1 article"
    again = case.add_articles(twice)
    assert (again.change, again.added, again.known) == (None, (), 2)


def test_findings_carry_the_verdicts_and_what_was_corrected(known: Case) -> None:
    assert label(known.judge(2, {ARRESTS: Judgement("accepted")})) == "accepted 21 people"
    reading = with_reading(SEIZURE, Reading(Decimal("7.196")))
    known.judge(2, {CANNABIS: Judgement("accepted", reading)})
    arrests, cannabis = known.findings(2).facts
    assert (arrests.verdict, arrests.by, arrests.corrected) == ("accepted", "ana", False)
    assert (cannabis.value, cannabis.corrected) == (reading, True)
    assert cannabis.fact.value == SEIZURE
    (row,) = known.rows([2])
    assert (row.facts, row.flagged, row.accepted, row.published) == (2, 0, 2, "2020-09-23")
    assert label(known.judge(2, {ARRESTS: Judgement(None)})).startswith("took back")
    assert known.findings(2).facts[0].verdict is None


def test_verdicts_outlive_a_new_run_of_the_rules(known: Case) -> None:
    known.judge(2, {ARRESTS: Judgement("rejected")})
    known.put_facts({2: Extraction("newer", "en", None, FOUND.mentions[:1])})
    assert [finding.verdict for finding in known.findings(2).facts] == ["rejected"]


def test_an_article_with_hundreds_of_facts_keeps_them(case: Case, path: Path) -> None:
    many = tuple(Mention(n, n + 1, Count(n, "arrests"), "count", id=f"f{n}") for n in range(300))
    case.put_facts({2: Extraction("test", "en", None, many)})
    case.put_facts({2: FOUND})
    case.undo(case.history()[0].seq)
    with open_case(path) as again:
        assert [finding.value for finding in again.findings(2).facts] == [m.value for m in many]


def test_an_article_without_facts_yet(case: Case) -> None:
    findings = case.findings(1)
    assert (findings.facts, findings.extracted) == ((), False)


def test_accepting_all_leaves_the_flagged_and_proposes_tags(known: Case) -> None:
    assert label(known.accept_all(2)) == "accepted 1 fact, tagged response/arrest"
    (row,) = known.rows([2])
    assert (row.accepted, row.flagged, row.tags) == (1, 1, ("response/arrest",))
    assert known.accept_all(2) is None
    known.undo()
    (row,) = known.rows([2])
    assert (row.accepted, row.tags) == (0, ())


def test_a_toggle_over_several_articles_completes_before_it_clears(case: Case) -> None:
    case.tag([1], ["drugs/cannabis"], True)
    assert label(case.tag([1, 2], ["drugs/cannabis"])) == "tagged drugs/cannabis"
    assert label(case.tag([1, 2], ["drugs/cannabis"])) == "untagged drugs/cannabis on 2 articles"
    assert case.tag([1, 2], ["drugs/cannabis"], False) is None
    assert case.marks(1).tags == {}


def test_statuses_and_their_labels(case: Case) -> None:
    assert label(case.decide([1], "done")) == "done"
    assert case.decide([1], "done") is None
    assert label(case.decide([1, 2, 3], "dismissed")) == "dismissed on 3 articles"
    assert case.undo().label == "undid: dismissed on 3 articles"
    assert [row.status for row in case.rows([1, 2, 3])] == ["done", "new", "new"]
    assert label(case.decide([1], "new")) == "new again"
    marks = case.marks(1)
    assert (marks.status, marks.decided) == ("new", None)


def test_what_does_not_exist_is_refused_whole(known: Case) -> None:
    with pytest.raises(UnknownTag, match="did you mean drugs/cannabis"):
        known.tag([1], ["drugs/canabis"])
    with pytest.raises(UnknownFact):
        known.judge(2, {ARRESTS: Judgement("accepted"), "age:20:45": Judgement("accepted")})
    assert known.findings(2).facts[0].verdict is None


def test_a_note_is_written_changed_and_removed(case: Case) -> None:
    assert label(case.write_note(1, "Two men fled.")) == "noted"
    assert case.write_note(1, "Two men fled.") is None
    assert case.rows([1])[0].has_note
    assert label(case.write_note(1, "")) == "removed the note"
    assert not case.rows([1])[0].has_note
    case.undo()
    assert case.note(1) == "Two men fled."


def test_history_says_who_did_what_to_which_articles(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.tag([1, 3], ["drugs/cannabis"])
    opened("bob").decide([3], "done")
    newest, tagged, imported = case.history()
    assert (newest.user, newest.action, newest.articles) == ("bob", "decide", (3,))
    assert (tagged.user, tagged.articles, imported.articles) == ("ana", (1, 3), (1, 2, 3))
    assert [change.action for change in case.history(article=1)] == ["tag", "import"]
    assert [change.action for change in case.history(limit=1)] == ["decide"]


def test_facts_that_come_too_late_are_passed_over(known: Case) -> None:
    known.undo(1)
    assert known.put_facts({2: FOUND}) is None


def test_others_changes_are_polled_once_and_mine_never(
    case: Case, opened: Callable[[str], Case]
) -> None:
    bob = opened("bob")
    assert case.poll() == []
    case.decide([1], "done")
    bob.tag([2], ["drugs/cannabis"])
    bob.decide([3], "done")
    assert [(c.user, c.label, c.articles) for c in case.poll()] == [
        ("bob", "tagged drugs/cannabis", (2,)),
        ("bob", "done", (3,)),
    ]
    assert case.poll() == []
    assert [change.user for change in bob.poll()] == ["ana"]
