"""The desk by itself: what its verbs do to the case, the cursor and the status line."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from facts.model import Extraction, Seizure
from store import About, Case, Kept, NewArticle, open_case
from tests.tui.conftest import TITLES
from tests.tui.sitting import Sitting, fill_disk
from tui.desk import Desk, Part


@pytest.fixture
def sitting(case: Case) -> Iterator[Sitting]:
    sitting = Sitting(case)
    yield sitting
    sitting.settle()
    sitting.writer.close()


@pytest.fixture
def desk(sitting: Sitting) -> Desk:
    return sitting.desk


def status_of(case: Case, article: int) -> str:
    return case.marks(article).status


class TestMoving:
    def test_the_cursor_stops_at_both_ends(self, desk: Desk) -> None:
        desk.walk.previous()
        assert (desk.cursor, desk.status.words) == (1, "this is the first article")
        desk.walk.last()
        desk.walk.next()
        assert (desk.cursor, desk.status.words) == (5, "this is the last article")

    def test_a_page_is_as_long_as_the_screen_says(self, desk: Desk) -> None:
        desk.walk.page_rows = 3
        desk.walk.page_down()
        assert desk.index == 3
        desk.walk.page_up()
        assert desk.index == 0

    def test_the_first_undecided_article_is_open_at_the_start(self, case: Case) -> None:
        case.decide([1, 2, 4], "done")
        sitting = Sitting(case)
        assert (sitting.desk.index, sitting.desk.reading.id) == (2, 3)
        sitting.writer.close()

    def test_an_article_is_read_only_when_it_is_loaded(self, desk: Desk) -> None:
        desk.walk.next()
        assert desk.reading.id == 1
        desk.load()
        assert desk.reading.id == 2


class TestDeciding:
    @pytest.mark.parametrize("verb", ["done", "dismiss", "flag"])
    def test_one_key_decides_and_moves_on(self, sitting: Sitting, case: Case, verb: str) -> None:
        getattr(sitting.desk.decide, verb)()
        assert sitting.desk.cursor == 2
        sitting.settle()
        assert status_of(case, 1) in ("done", "dismissed", "flagged")

    def test_it_is_acknowledged_only_when_it_is_durable(self, sitting: Sitting) -> None:
        sitting.desk.decide.done()
        assert sitting.desk.status.words == ""
        sitting.settle()
        assert sitting.desk.status.tone == "done"
        assert sitting.desk.status.words.startswith("done · Morocco’s police aborted")

    def test_a_burst_passes_over_what_is_being_decided(self, sitting: Sitting, case: Case) -> None:
        for _ in range(3):
            sitting.desk.decide.done()
        assert sitting.desk.cursor == 4
        sitting.settle()
        assert [status_of(case, article) for article in (1, 2, 3, 4)] == ["done"] * 3 + ["new"]

    def test_it_passes_over_articles_decided_before(self, sitting: Sitting, case: Case) -> None:
        case.decide([2, 3], "done")
        sitting.desk.rows.forget([2, 3])
        sitting.desk.decide.done()
        assert sitting.desk.cursor == 4

    def test_the_last_one_stays_and_says_so(self, sitting: Sitting) -> None:
        sitting.desk.walk.last()
        sitting.desk.decide.done()
        assert sitting.desk.cursor == 5
        sitting.settle()
        assert sitting.desk.status.words == "done · 4 undecided above"

    def test_the_last_of_all_says_that_nothing_is_left(self, sitting: Sitting, case: Case) -> None:
        case.decide([1, 2, 3, 4], "done")
        sitting.desk.walk.last()
        sitting.desk.decide.done()
        sitting.settle()
        assert sitting.desk.status.words == "done · nothing is undecided now"

    def test_a_decided_row_stays_in_a_list_of_new_ones(self, sitting: Sitting) -> None:
        assert sitting.desk.lists.limit("is:new") == ""
        sitting.desk.decide.done()
        sitting.settle()
        assert len(sitting.desk.rows.ids) == 5

    def test_far_undecided_articles_are_found(self, sitting: Sitting, case: Case) -> None:
        more = [
            NewArticle(title=f"no {n}", text=f"text {n}", name=f"{n}.txt", path=f"/{n}.txt")
            for n in range(400)
        ]
        added = case.add_articles(more).added
        case.decide(added[:-1], "done")
        case.decide([2, 3, 4, 5], "done")
        sitting.desk.rows.refresh()
        sitting.desk.decide.done()
        assert sitting.desk.cursor == added[-1]


class TestFacts:
    def test_accepting_goes_on_to_the_next_undecided(self, sitting: Sitting, case: Case) -> None:
        facts = sitting.desk.facts
        first = facts.current
        assert first is not None
        facts.accept()
        assert facts.place == 1
        sitting.settle()
        judged = {finding.key: finding.verdict for finding in case.findings(1).facts}
        assert judged[first.key] == "accepted"
        assert facts.shown.lines[0].mark == "✓a"

    def test_a_burst_judges_one_fact_after_the_other(self, sitting: Sitting) -> None:
        facts = sitting.desk.facts
        facts.accept()
        facts.reject()
        facts.accept()
        sitting.settle()
        assert [line.verdict for line in facts.shown.lines[:4]] == [
            "accepted", "rejected", "accepted", "open",
        ]  # fmt: skip

    def test_the_suggested_reading_is_taken(self, sitting: Sitting, case: Case) -> None:
        facts = sitting.desk.facts
        while facts.current and not facts.current.flags:
            facts.next()
        facts.take_reading()
        sitting.settle()
        values = [found.value for found in case.findings(1).facts if found.corrected]
        assert [v.quantity for v in values if isinstance(v, Seizure)] == [Decimal(179657)]
        assert [v.printed for v in values if isinstance(v, Seizure)] == ["179,657 tonnes"]

    def test_both_readings_stand_under_a_doubtful_number(self, desk: Desk) -> None:
        line = next(line for line in desk.facts.shown.lines if line.verdict == "doubtful")
        assert line.more[:2] == ("printed 179,657 tonnes = 179,657,000 kg", "y takes 179,657 kg")

    def test_a_judged_number_keeps_only_what_was_printed(self, sitting: Sitting) -> None:
        facts = sitting.desk.facts
        while facts.current and not facts.current.flags:
            facts.next()
        place = facts.place
        facts.take_reading()
        facts.accept()
        sitting.settle()
        lines = [line for line in facts.shown.lines if line.kind == "seized"]
        assert facts.shown.lines[place].more == ("printed 179,657 tonnes = 179,657,000 kg",)
        assert sum(len(line.more) > 1 for line in lines) == 2

    def test_without_a_suggestion_nothing_is_taken(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.facts.take_reading()
        sitting.settle()
        assert sitting.desk.status.words == "no other reading is suggested for Morocco"
        assert not any(found.verdict for found in case.findings(1).facts)

    def test_the_last_fact_says_what_is_left(self, sitting: Sitting) -> None:
        facts = sitting.desk.facts
        facts.last()
        facts.reject()
        sitting.settle()
        assert sitting.desk.status.words.endswith("· 27 undecided above")

    def test_what_ends_after_the_article_was_left_moves_no_cursor_in_the_next_one(
        self, sitting: Sitting
    ) -> None:
        desk = sitting.desk
        desk.facts.accept_all()
        desk.go_to(2)
        desk.load()
        desk.facts.last()
        place = desk.facts.place
        sitting.settle()
        assert desk.facts.place == place

    def test_accept_all_leaves_the_doubtful_ones_under_the_cursor(self, sitting: Sitting) -> None:
        facts = sitting.desk.facts
        facts.accept_all()
        sitting.settle()
        assert {line.verdict for line in facts.shown.lines} == {"accepted", "doubtful"}
        assert facts.shown.lines[facts.place].verdict == "doubtful"

    def test_each_fact_stands_once(self, desk: Desk) -> None:
        shown = desk.facts.shown
        places = [place for group in shown.groups for place in group.facts]
        assert places == list(range(len(shown.lines)))


class TestQueries:
    def test_marks_may_go_while_a_query_is_counted(
        self, sitting: Sitting, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = sitting.desk
        case.queries.save("mine", "is:marked")
        desk.marked.mark_shown()
        sitting.settle()

        def count(_: object, marked: set[int]) -> int:
            looked_at = 0
            for article in marked:
                desk.marked.ids.discard(article)
                looked_at += 1
            return looked_at

        monkeypatch.setattr(case.search, "count", count)
        desk.queries.open(lambda: None)
        sitting.settle()
        assert [line.count for line in desk.queries.window(0, 9)] == ["5"]


class TestTags:
    def test_a_tag_is_put_and_taken_off(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.tags.tag("drugs/cannabis")
        sitting.settle()
        assert list(case.marks(1).tags) == ["drugs/cannabis"]
        assert sitting.desk.status.words == "tagged drugs/cannabis"
        sitting.desk.tags.tag("drugs/cannabis")
        sitting.settle()
        assert not case.marks(1).tags

    def test_a_new_tag_takes_the_digit_unused_for_longest_when_the_desk_is_opened_next(
        self, sitting: Sitting, case: Case
    ) -> None:
        before = [slot.title for slot in sitting.desk.tags.slots()]
        sitting.desk.tags.tag("goods/wildlife")
        sitting.settle()
        assert [slot.title for slot in sitting.desk.tags.slots()] == before
        again = Sitting(case)
        assert [slot.title for slot in again.desk.tags.slots()] == [*before[:-1], "wildlife"]
        again.desk.tags.by_digit(9)
        again.settle()
        assert again.desk.status.words == "untagged goods/wildlife"
        again.writer.close()

    def test_a_digit_means_the_same_in_the_next_session_and_undo_leaves_it(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.tags.tag("goods/wildlife")
        sitting.desk.undo()
        sitting.settle()
        assert not case.marks(1).tags
        again = Sitting(case)
        assert again.desk.tags.slots()[8].title == "wildlife"
        again.writer.close()

    def test_digits_of_a_colleague_are_not_announced(self, sitting: Sitting, case: Case) -> None:
        with open_case(case.path, user="bea") as other:
            other.keep_digits(["goods/wildlife"])
        sitting.desk.tick()
        assert sitting.desk.status.words == ""

    def test_the_last_tags_again(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.tags.tag("drugs/cannabis")
        sitting.desk.tags.tag("response/seizure")
        sitting.desk.walk.next()
        sitting.desk.tags.again()
        sitting.settle()
        assert set(case.marks(2).tags) == {"drugs/cannabis", "response/seizure"}

    def test_a_tag_taken_off_is_not_given_again(self, sitting: Sitting, case: Case) -> None:
        case.tag([1], ["drugs/cannabis"], True)
        sitting.desk.tags.tag("response/seizure")
        sitting.desk.tags.tag("drugs/cannabis")
        sitting.desk.walk.next()
        sitting.desk.tags.again()
        sitting.settle()
        assert set(case.marks(2).tags) == {"response/seizure"}

    def test_no_tags_to_give_again(self, desk: Desk) -> None:
        desk.tags.again()
        assert desk.status.tone == "problem"


class TestUndo:
    def test_undo_and_redo_name_what_they_did(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.tags.tag("drugs/cannabis")
        sitting.desk.undo()
        sitting.settle()
        assert not case.marks(1).tags
        assert "drugs/cannabis" in sitting.desk.status.words
        sitting.desk.redo()
        sitting.settle()
        assert list(case.marks(1).tags) == ["drugs/cannabis"]

    def test_nothing_to_undo_is_said(self, sitting: Sitting) -> None:
        sitting.desk.undo()
        sitting.settle()
        assert sitting.desk.status.tone == "problem"


class TestLimit:
    def test_hidden_rows_are_counted(self, desk: Desk) -> None:
        assert desk.lists.limit("interpol") == ""
        assert (list(desk.rows.ids), desk.rows.hidden) == ([3, 4], 3)
        assert desk.aside() == "limit interpol · 3 hidden"

    def test_nothing_shows_all(self, desk: Desk) -> None:
        desk.lists.limit("interpol")
        assert desk.lists.limit("") == ""
        assert len(desk.rows.ids) == 5
        assert desk.aside() == ""

    def test_the_cursor_stays_on_its_article(self, desk: Desk) -> None:
        desk.go_to(3)
        desk.lists.limit("interpol")
        assert (desk.cursor, desk.index) == (4, 1)
        desk.lists.limit("")
        assert (desk.cursor, desk.index) == (4, 3)

    def test_a_query_never_fails_into_an_empty_list(self, desk: Desk) -> None:
        assert desk.lists.limit("zebra") == "no article matches zebra"
        assert "did you mean tag" in desk.lists.limit("tga:drugs")
        assert len(desk.rows.ids) == 5


class TestNotes:
    def test_typing_is_drafted_at_once_and_a_change_after_two_seconds(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.typed("Ask")
        assert sitting.desk.note.state == "saving …"
        sitting.settle()
        assert sitting.desk.note.state == "saved as a draft"
        assert case.note(1) == ""
        sitting.now = 2.0
        sitting.desk.tick()
        sitting.settle()
        assert (case.note(1), sitting.desk.note.state) == ("Ask", "saved")

    def test_another_article_makes_it_a_change(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.typed("Ask")
        sitting.desk.walk.next()
        sitting.desk.load()
        sitting.settle()
        assert (case.note(1), sitting.desk.note.text) == ("Ask", "")
        assert [change.action for change in case.history(1)] == ["note"]

    def test_flush_makes_it_durable(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.typed("Ask")
        sitting.desk.flush()
        assert case.note(1) == "Ask"

    def test_typed_back_to_what_was_kept_is_no_change(self, sitting: Sitting, case: Case) -> None:
        before = len(case.history())
        sitting.desk.typed("A")
        sitting.desk.typed("")
        sitting.desk.flush()
        sitting.settle()
        assert len(case.history()) == before

    def test_what_cannot_be_saved_is_still_there(
        self, sitting: Sitting, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            fill_disk(case, patch)
            sitting.desk.typed("Ask")
            sitting.desk.walk.next()
            sitting.settle()
            assert sitting.desk.status.tone == "problem"
            assert sitting.desk.status.words.endswith(": The disk is full.")
        sitting.desk.load()
        sitting.desk.walk.previous()
        sitting.desk.load()
        assert (sitting.desk.note.text, sitting.desk.note.state) == ("Ask", "NOT SAVED")
        sitting.desk.flush()
        assert case.note(1) == "Ask"

    def test_the_way_out_tries_again_for_refused_notes_of_other_articles(
        self, sitting: Sitting, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            fill_disk(case, patch)
            sitting.desk.typed("Ask")
            sitting.desk.walk.next()
            sitting.desk.load()
            sitting.settle()
        assert sitting.desk.note.unsaved == {About("article", 1): "Ask"}
        assert "NOT SAVED" in sitting.desk.aside()
        sitting.desk.flush()
        sitting.settle()
        assert (case.note(1), sitting.desk.note.unsaved) == ("Ask", {})

    def test_a_note_under_way_is_not_written_twice(
        self, sitting: Sitting, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written: list[str] = []

        def write(_: About, text: str, base: str) -> Kept:
            written.append(text)
            return Kept(None, text)

        monkeypatch.setattr(case.notes, "write", write)
        sitting.desk.typed("Ask")
        sitting.now = 2.0
        sitting.desk.tick()
        sitting.desk.tick()
        sitting.desk.walk.next()
        sitting.settle()
        assert written == ["Ask"]


class TestColleague:
    def test_her_change_is_shown_with_her_name(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.tick()
        with open_case(case.path, user="bea") as other:
            other.tag([1], ["drugs/cannabis"], True)
        sitting.desk.tick()
        assert sitting.desk.status.words == "bea: tagged drugs/cannabis"
        assert [slot.title for slot in sitting.desk.tags.slots() if slot.on] == ["cannabis"]

    def test_her_import_moves_no_cursor(self, sitting: Sitting, case: Case) -> None:
        sitting.desk.walk.last()
        with open_case(case.path, user="bea") as other:
            other.add_articles([NewArticle(title="new", text="new", name="n", path="/n")])
        sitting.desk.tick()
        assert (sitting.desk.cursor, len(sitting.desk.rows.ids)) == (5, 6)

    def test_her_import_drops_no_decided_row_of_a_limited_list(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.lists.limit("is:new")
        sitting.desk.decide.done()
        sitting.settle()
        with open_case(case.path, user="bea") as other:
            other.add_articles([NewArticle(title="new", text="new", name="n", path="/n")])
        sitting.desk.tick()
        assert list(sitting.desk.rows.ids) == [1, 2, 3, 4, 5, 6]

    def test_an_article_that_she_took_back_is_not_read_and_ends_nothing(
        self, tmp_path: Path
    ) -> None:
        new = [NewArticle(title=n, text=n, name=n, path=f"/{n}") for n in ("one", "two", "three")]
        with open_case(tmp_path / "b.case", create=True, user="bea") as other:
            other.add_articles(new[:1])
            with open_case(other.path, user="ana") as case:
                taken_back = other.add_articles(new[1:]).change
                sitting = Sitting(case)
                assert taken_back is not None
                other.undo(taken_back.seq)
                sitting.desk.walk.next()
                sitting.desk.load()
                assert "no article 2" in sitting.desk.status.words
                assert (list(sitting.desk.rows.ids), sitting.desk.reading.title) == ([1], "one")
                sitting.writer.close()

    def test_nothing_is_left_to_read_when_she_takes_back_all(self, tmp_path: Path) -> None:
        new = [NewArticle(title="one", text="one", name="one", path="/one")]
        with open_case(tmp_path / "b.case", create=True, user="bea") as other:
            added = other.add_articles(new).change
            assert added is not None
            with open_case(other.path, user="ana") as case:
                sitting = Sitting(case)
                other.undo(added.seq)
                sitting.desk.tick()
                sitting.desk.load()
                assert (sitting.desk.cursor, sitting.desk.reading.text) == (0, "")
                assert not sitting.desk.facts.shown.lines
                sitting.writer.close()

    def test_facts_read_again_tell_where_the_cursor_is_now(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.facts.last()
        with open_case(case.path, user="bea") as other:
            other.put_facts({1: Extraction("2", "en")})
        sitting.told = Part(0)
        sitting.desk.tick()
        assert sitting.desk.facts.place == 0
        assert Part.FACT in sitting.told

    def test_a_note_we_both_write_is_said_and_put_together_when_mine_is_saved(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.typed("mine")
        with open_case(case.path, user="bea") as other:
            other.write_note(1, "hers")
        sitting.desk.tick()
        assert sitting.desk.note.text == "mine"
        assert sitting.desk.status.words == (
            "bea writes this note too; what both wrote is put together when yours is saved"
        )
        sitting.told = Part(0)
        sitting.desk.note.settle()
        sitting.settle()
        assert case.note(1) == sitting.desk.note.text == "hers\nmine"
        assert sitting.desk.status.words == "noted, together with bea"
        assert Part.NOTE in sitting.told
        sitting.desk.undo()
        sitting.settle()
        assert (case.note(1), sitting.desk.note.text) == ("hers", "hers")

    def test_what_is_typed_while_hers_is_put_together_stays(
        self, sitting: Sitting, case: Case
    ) -> None:
        sitting.desk.typed("mine")
        with open_case(case.path, user="bea") as other:
            other.write_note(1, "hers")
        sitting.desk.note.settle()
        sitting.desk.typed("mine, and more")
        sitting.desk.note.settle()
        sitting.desk.typed("mine, and more\nlast")
        sitting.settle()
        assert sitting.desk.note.text == "hers\nmine, and more\nlast"
        sitting.desk.flush()
        assert case.note(1) == "hers\nmine, and more\nlast"

    def test_a_save_that_is_refused_takes_no_word_of_hers_from_the_next(
        self, sitting: Sitting, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_case(case.path, user="bea") as other:
            other.write_note(1, "first")
            sitting.desk.tick()
            with monkeypatch.context() as patch:
                fill_disk(case, patch)
                sitting.desk.typed("first\nmine")
                sitting.desk.note.settle()
                sitting.settle()
            other.write_note(1, "hers\nfirst")
        sitting.desk.typed("first\nmine still")
        sitting.desk.flush()
        sitting.settle()
        assert case.note(1) == sitting.desk.note.text == "hers\nfirst\nmine still"

    def test_her_note_appears_unless_one_is_being_written(
        self, sitting: Sitting, case: Case
    ) -> None:
        with open_case(case.path, user="bea") as other:
            other.write_note(1, "hers")
        sitting.desk.tick()
        assert sitting.desk.note.text == "hers"


class TestRefusals:
    def test_a_read_only_case_says_so_and_takes_no_note(self, seed_case: Path) -> None:
        with open_case(seed_case, user="ana", read_only=True) as case:
            sitting = Sitting(case)
            assert sitting.desk.refuses_notes()
            sitting.desk.decide.done()
            sitting.settle()
            assert sitting.desk.status.tone == "problem"
            assert "reading only" in sitting.desk.status.words
            sitting.writer.close()

    def test_facts_that_are_not_read_yet_are_called_so(self, tmp_path: Path) -> None:
        with open_case(tmp_path / "new.case", create=True, user="ana") as case:
            case.add_articles([NewArticle(title="n", text="n", name="n", path="/n")])
            sitting = Sitting(case)
            sitting.desk.facts.accept_all()
            assert sitting.desk.status.words == "The rules have not read it yet."
            sitting.writer.close()

    def test_an_empty_case_has_nothing_to_decide(self, tmp_path: Path) -> None:
        with open_case(tmp_path / "empty.case", create=True, user="ana") as case:
            sitting = Sitting(case)
            sitting.desk.decide.done()
            sitting.desk.walk.next()
            sitting.desk.facts.accept()
            assert sitting.desk.cursor == 0
            sitting.writer.close()

    def test_a_programming_error_is_not_swallowed(self, sitting: Sitting) -> None:
        sitting.desk.change(lambda: 1 // 0)  # type: ignore[arg-type, return-value]
        with pytest.raises(ZeroDivisionError):
            sitting.settle()


class TestFinding:
    def test_words_are_gone_round(self, desk: Desk) -> None:
        desk.find.start("cannabis resin")
        assert desk.status.words.startswith("cannabis resin: 1 of ")
        desk.find.previous()
        assert desk.find.at == len(desk.find.spans) - 1
        desk.find.next()
        assert desk.find.at == 0

    def test_words_that_are_not_there(self, desk: Desk) -> None:
        desk.find.start("zebra")
        assert desk.status.words == "zebra: not in this article"

    def test_n_before_any_words(self, desk: Desk) -> None:
        desk.find.next()
        assert desk.status.tone == "problem"


def test_only_what_changed_is_told(sitting: Sitting) -> None:
    sitting.told = Part(0)
    sitting.desk.walk.next()
    assert sitting.told == Part.CURSOR


def test_a_note_saved_from_a_crash_is_announced(crashed: Path) -> None:
    with open_case(crashed, user="ana") as case:
        sitting = Sitting(case)
        assert sitting.desk.note.text == "half a note"
        assert sitting.desk.status.words == f"recovered a note · {TITLES[0]}"
        sitting.writer.close()


def test_a_crashed_draft_is_offered_where_a_colleague_wrote_meanwhile(crashed: Path) -> None:
    with open_case(crashed, user="bea") as other:
        other.write_note(1, "hers")
    with open_case(crashed, user="ana") as case:
        sitting = Sitting(case)
        assert sitting.desk.note.text == "hers"
        assert sitting.desk.status.words == "ana's unsaved note of article 1: D shows it"
        (draft,) = sitting.desk.drafts.waiting()
        sitting.desk.drafts.take(draft)
        sitting.settle()
        assert case.note(1) == sitting.desk.note.text == "hers\nhalf a note"
        assert sitting.desk.drafts.waiting() == []
        sitting.desk.undo()
        sitting.settle()
        assert (case.note(1), sitting.desk.drafts.waiting()) == ("hers", [draft])
        sitting.writer.close()


@pytest.fixture
def crashed(seed_case: Path, tmp_path: Path) -> Path:
    """A case at which ana was killed while she wrote a note."""
    path = tmp_path / "crash.case"
    shutil.copy(seed_case, path)
    code = (
        f"import os; from store import open_case; case = open_case({str(path)!r}, user='ana');"
        "case.save_draft(1, 'half a note'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    return path
