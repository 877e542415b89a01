"""Marks, orders, saved queries and lit words, by the keys."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Case, NewArticle, open_case
from tests.laws import tried
from tests.tui.playing import Player, playing
from tests.tui.sitting import Sitting


@pytest.fixture
async def player(case: Case) -> AsyncIterator[Player]:
    async with playing(case) as player:
        yield player


def statuses(case: Case) -> list[str]:
    return [case.marks(article).status for article in case.ids()]


async def limit(player: Player, query: str) -> None:
    await player.press("l", "ctrl+u")
    await player.type(query)
    await player.press("enter")


class TestMarks:
    async def test_s_marks_and_moves_on(self, player: Player, case: Case) -> None:
        await player.press("s", "s", "k", "s")
        assert player.app.desk.cursor == 3
        assert player.app.desk.marked.ids == {1}
        assert case.picked.ids() == [1]
        assert player.rows[1].startswith(" · *Morocco")
        assert "1 marked" in player.rows[-3]

    async def test_marks_survive_a_limit_and_are_counted(self, player: Player) -> None:
        await player.press("s", "j", "s")
        await limit(player, "interpol")
        assert "2 marked, 1 not shown" in player.rows[-3]
        await limit(player, "is:marked")
        assert list(player.app.desk.rows.ids) == [1, 3]

    async def test_marks_survive_a_restart(self, player: Player, case: Case) -> None:
        await player.press("s", "s")
        async with playing(case) as again:
            assert "2 marked" in again.rows[-3]

    async def test_capital_s_marks_what_is_shown_and_takes_it_off_again(
        self, player: Player
    ) -> None:
        await player.press("s")
        await limit(player, "interpol")
        await player.press("S")
        assert player.app.desk.marked.ids == {1, 3, 4}
        await player.press("S")
        assert player.app.desk.marked.ids == {1}

    async def test_capital_u_takes_all_off_and_brings_them_back(
        self, player: Player, case: Case
    ) -> None:
        await player.press("U")
        assert player.status == "nothing is marked; s marks an article, S all that are shown"
        await player.press("S", "U")
        assert (case.picked.ids(), player.status) == ([], "5 unmarked; once more marks them again")
        await player.press("U")
        assert case.picked.ids() == [1, 2, 3, 4, 5]


class TestTogether:
    @pytest.mark.parametrize(
        ("key", "status"), [("d", "done"), ("x", "dismissed"), ("f", "flagged")]
    )
    async def test_a_decision_is_for_the_marked_that_are_shown(
        self, player: Player, case: Case, key: str, status: str
    ) -> None:
        before = len(case.history())
        await player.press("s", "j", "s", "s")
        await limit(player, "interpol")
        await player.press("g", key)
        assert statuses(case) == ["new", "new", status, status, "new"]
        assert player.status == f"{status} on 2 articles · 2 marked, 1 not shown left alone"
        assert len(case.history()) == before + 1
        assert player.app.desk.cursor == 3
        assert player.app.desk.marked.ids == {1}
        await player.press("u")
        assert statuses(case) == ["new"] * 5

    async def test_the_key_after_it_is_for_the_cursor(self, player: Player, case: Case) -> None:
        await player.press("s", "s", "d", "x")
        assert statuses(case) == ["done", "done", "dismissed", "new", "new"]

    async def test_marks_that_are_all_hidden_leave_keys_to_the_cursor(
        self, player: Player, case: Case
    ) -> None:
        await player.press("s")
        await limit(player, "interpol")
        await player.press("g", "d")
        assert statuses(case) == ["new", "new", "done", "new", "new"]
        assert player.status.endswith("1 marked not shown")

    async def test_tags_keep_the_marks_for_the_next_tag(self, player: Player, case: Case) -> None:
        await player.press("s", "s", "t", "d", "c", "1")
        assert [sorted(case.marks(n).tags) for n in (1, 2, 3)] == [
            ["drugs/cannabis", "response/arrest"], ["drugs/cannabis", "response/arrest"], [],
        ]  # fmt: skip
        assert player.status == "tagged response/arrest on 2 articles · 2 marked"
        assert player.app.desk.marked.ids == {1, 2}
        await player.press("t", "d", "c")
        assert list(case.marks(1).tags) == ["response/arrest"]
        await player.press("U", "G", "s", "k", "s", ".")
        assert [sorted(case.marks(n).tags) for n in (4, 5)] == [["response/arrest"]] * 2
        await player.press("u")
        assert not case.marks(4).tags
        assert not case.marks(5).tags

    async def test_a_decided_row_stays_in_a_list_of_new_ones(self, player: Player) -> None:
        await limit(player, "is:new")
        await player.press("s", "s", "d")
        assert len(player.app.desk.rows.ids) == 5

    @tried(20)
    @given(
        marked=st.sets(st.integers(1, 5)),
        query=st.sampled_from(("", "interpol", "-interpol", "neptune", "is:marked", "-is:marked")),
        key=st.sampled_from(("done", "dismiss", "flag", "tag")),
    )
    def test_a_key_is_for_what_is_marked_and_shown_and_undo_takes_all_of_it_back(
        self, case: Case, marked: set[int], query: str, key: str
    ) -> None:
        case.picked.unmark(range(1, 6))
        case.picked.mark(marked)
        sitting = Sitting(case)
        desk = sitting.desk
        desk.lists.limit(query)
        wanted = marked & set(desk.rows.ids) or {desk.cursor}
        cursor = desk.cursor
        before = [case.marks(n) for n in range(1, 6)]
        if key == "tag":
            desk.tags.tag("goods/wildlife")
        else:
            getattr(desk.decide, key)()
        sitting.settle()
        after = [case.marks(n) for n in range(1, 6)]
        touched = {n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b}
        assert touched == wanted
        assert not (marked & touched) or desk.cursor == cursor
        left = marked if key == "tag" else marked - touched
        assert set(case.picked.ids()) == desk.marked.ids == left
        desk.undo()
        sitting.settle()
        assert [case.marks(n) for n in range(1, 6)] == before
        sitting.writer.close()

    def test_marks_of_an_article_that_left_are_not_counted(self, case: Case) -> None:
        sitting = Sitting(case)
        added = case.add_articles([NewArticle("A", "About.", "a.txt", "/a.txt")])
        sitting.desk.hear(added.change)
        sitting.desk.rows.refresh()
        sitting.desk.marked.mark_shown()
        sitting.settle()
        assert added.change is not None
        sitting.desk.hear(case.undo(added.change.seq))
        assert sitting.desk.marked.words() == "5 marked"
        sitting.writer.close()

    def test_a_case_for_reading_has_marks_as_long_as_the_desk_is_open(self, case: Case) -> None:
        case.close()
        with open_case(case.path, user="ana", read_only=True) as reading:
            sitting = Sitting(reading)
            sitting.desk.marked.mark()
            sitting.settle()
            assert sitting.desk.status.words == "marked"
            assert sitting.desk.lists.limit("is:marked") == ""
            assert list(sitting.desk.rows.ids) == [1]
            sitting.writer.close()


class TestOrder:
    async def test_z_and_a_letter_sort_and_the_cursor_stays(self, player: Player) -> None:
        await player.press("j", "z", "t")
        desk = player.app.desk
        titles = [row.title for row in desk.lists.window(0, 5)]
        assert titles == sorted(titles, key=str.casefold)
        assert desk.cursor == 2
        assert desk.rows.ids[desk.index] == 2
        assert "by title" in player.rows[0]
        await player.press("z", "i")
        assert list(desk.rows.ids) == [1, 2, 3, 4, 5]
        assert "by title" not in player.rows[0]

    async def test_what_is_decided_stays_in_its_place(self, player: Player) -> None:
        await player.press("z", "s", "d")
        assert list(player.app.desk.rows.ids) == [1, 2, 3, 4, 5]
        await player.press("z", "s")
        assert list(player.app.desk.rows.ids) == [2, 3, 4, 5, 1]

    async def test_a_limit_keeps_the_order(self, player: Player) -> None:
        await player.press("z", "o")
        whole = list(player.app.desk.rows.ids)
        await limit(player, "interpol")
        assert list(player.app.desk.rows.ids) == [n for n in whole if n in (3, 4)]
        assert "· oldest" in player.rows[0]

    async def test_relevance_needs_a_word(self, player: Player) -> None:
        await player.press("z", "r")
        assert player.status.startswith("relevance is about words")
        await limit(player, "interpol")
        await player.press("z", "r")
        assert player.status == "most relevant first"
        await limit(player, "is:new")
        assert player.app.desk.rows.order == "import"

    def test_what_is_imported_meanwhile_stands_at_the_end(self, case: Case) -> None:
        sitting = Sitting(case)
        sitting.desk.lists.sort("title")
        before = list(sitting.desk.rows.ids)
        with open_case(case.path, user="bea") as other:
            other.add_articles([NewArticle("A", "About.", "a.txt", "/a.txt")])
        sitting.desk.tick()
        assert list(sitting.desk.rows.ids) == [*before, 6]
        sitting.writer.close()

    def test_a_long_list_is_sorted_beside_the_keys(
        self, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.desk.rows._QUICKLY", 2)
        sitting = Sitting(case)
        sitting.desk.lists.sort("title")
        assert sitting.desk.rows.order == "import"
        sitting.desk.walk.next()
        sitting.settle()
        assert (sitting.desk.rows.order, sitting.desk.cursor) == ("title", 2)
        assert sitting.desk.rows.ids[sitting.desk.index] == 2
        sitting.writer.close()


class TestQueries:
    async def test_saved_counted_and_taken_by_one_key(self, player: Player) -> None:
        await limit(player, "interpol")
        await player.press("Q", "n")
        await player.type("Interpol")
        await player.press("enter")
        assert player.status == "saved the query Interpol"
        assert player.rows[1].split() == ["▸", "1", "Interpol", "2", "interpol"]
        await player.press("escape")
        await limit(player, "is:new")
        await player.press("Q", "1")
        assert list(player.app.desk.rows.ids) == [3, 4]
        assert "limit interpol · 3 hidden" in player.rows[-3]

    async def test_renamed_deleted_and_undone(self, player: Player, case: Case) -> None:
        case.queries.save("A", "is:new")
        case.queries.save("B", "is:done")
        await player.press("Q", "j", "r", "ctrl+u")
        await player.type("C")
        await player.press("enter")
        assert [saved.name for saved in case.queries.all()] == ["A", "C"]
        await player.press("k", "x")
        assert [saved.name for saved in case.queries.all()] == ["C"]
        assert player.status == "deleted the query A"
        await player.press("u")
        assert [saved.name for saved in case.queries.all()] == ["A", "C"]
        await player.press("enter")
        assert player.app.desk.rows.query == "is:new"

    async def test_a_colleagues_query_and_tag_are_counted_at_once(
        self, player: Player, case: Case
    ) -> None:
        case.queries.save("Drugs", "tag:drugs | is:flagged")
        await player.press("Q")
        assert player.rows[1].split()[3] == "0"
        with open_case(case.path, user="bea") as other:
            other.tag([1, 2], ["drugs/cannabis"], True)
            other.queries.save("To do", "is:new")
        player.app.desk.tick()
        await player.settle()
        assert player.rows[1].split()[3] == "2"
        assert player.rows[2].split()[:4] == ["2", "To", "do", "5"]

    async def test_what_shows_nothing_is_said_and_no_list_is_empty(
        self, player: Player, case: Case
    ) -> None:
        case.queries.save("Zebras", "zebra")
        await player.press("Q", "1")
        assert player.status == "Zebras: no article matches zebra"
        await player.press("2")
        assert player.status == "no query is saved under that key"
        await player.press("n")
        assert player.status.startswith("the list is not limited")
        await player.press("escape")
        assert len(player.app.desk.rows.ids) == 5


class TestLimit:
    async def test_the_cursor_goes_to_what_is_wrong(self, player: Player) -> None:
        await limit(player, "police tga:drugs boat")
        assert "did you mean tag:drugs" in player.rows[-2]
        asking = player.app.desk.lists.wrong_at
        assert asking == 7
        await player.press("delete", "delete", "delete", "t", "a", "g")
        assert "police tag:drugs boat" in player.rows[-3]

    async def test_tab_completes_fields_and_values(self, player: Player) -> None:
        await player.press("l")
        await player.type("pla")
        await player.press("tab")
        await player.type("ken")
        await player.press("tab")
        assert "place:kenitra" in player.rows[-3]
        await player.press("enter")
        assert player.app.desk.rows.query == "place:kenitra"
        await player.press("l", "ctrl+u")
        await player.type("ta")
        await player.press("tab")
        await player.type("d")
        await player.press("tab", "tab")
        assert "limit: tag:drugs/cannabis" in player.rows[-3]
        assert player.rows[-2].startswith(" tag:drugs/cannabis  tag:drugs/cocaine")
        await player.press("space", "tab")
        assert "nothing that is known begins so" in player.rows[-2]

    async def test_nothing_found_says_which_part(self, player: Player) -> None:
        await limit(player, "police place:kenitr")
        assert "none has place:kenitr; did you mean place:kenitra?" in player.rows[-2]


async def test_marks_of_yesterday_are_seen_at_once(case: Case) -> None:
    case.picked.mark([1, 2])
    async with playing(case, 80, 24) as player:
        assert "2 marked · 5 to decide · 1/5" in player.rows[0]


async def test_what_was_done_is_read_before_what_stays_true(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("s")
        await limit(player, "interpol -zebra")
        await player.press("S", "t", "d", "c")
        said = " ✓ tagged drugs/cannabis on 2 articles · 2 marked, 1 not shown left alone"
        assert player.rows[-3].startswith(said)
        await limit(player, "interpol -zebra")
        assert "limit interpol -zebra · 3 hidden · 3 marked, 1 not shown" in player.rows[-3]


class TestLitWords:
    TEXTS = (
        ("شرطة", "قبضت الشُّرْطَة على رجل", "الشرطه", "الشُّرْطَة"),
        ("شهر", "در کراچی بود", "كراچي", "کراچی"),
        ("Şırnak’ta", "Olay DİYARBAKIR’da oldu", "diyarbakir", "DİYARBAKIR"),
        ("Oﬃcers", "An oﬃcer of Málaga", "officer", "oﬃcer"),
    )

    @pytest.mark.parametrize(("title", "text", "typed", "lit"), TEXTS)
    async def test_the_words_of_the_limit_are_lit_in_text_and_title(
        self, case: Case, title: str, text: str, typed: str, lit: str
    ) -> None:
        case.add_articles([NewArticle(f"{title} {lit}!", text, "x.txt", "/x")])
        async with playing(case) as player:
            await limit(player, typed)
            desk = player.app.desk
            assert [text[a:b] for a, b in desk.find.lit] == [lit]
            (row,) = desk.lists.window(0, 1)
            assert [row.title[a:b] for a, b in row.lit] == [lit]
            await limit(player, "")
            assert desk.find.lit == ()

    @pytest.mark.parametrize(("title", "text", "typed", "lit"), TEXTS)
    async def test_they_are_found_in_the_text_by_n(
        self, case: Case, title: str, text: str, typed: str, lit: str
    ) -> None:
        case.add_articles([NewArticle(title, f"{text}\n{text}", "x.txt", "/x")])
        async with playing(case) as player:
            await player.press("G", "/")
            await player.type(typed)
            await player.press("enter", "n")
            found = player.app.desk.find
            assert ([f"{text}\n{text}"[a:b] for a, b in found.spans], found.at) == ([lit, lit], 1)
            await player.press("N")
            assert found.at == 0

    async def test_what_a_row_has_no_room_for_is_lit_at_the_sign_for_it(self, case: Case) -> None:
        title = "The Customs Administration dismantles Tunisian network for money laundering"
        case.add_articles([NewArticle(title, "-", "x.txt", "/x")])
        async with playing(case) as player:
            await limit(player, "tunisian dismantles laundering")
            assert player.rows[1].startswith("▸·  The Customs Admin…money laundering")
            parts = [part.text for part in player.strips[1] if part.text]
            assert parts[1:5] == ["·  The Customs Admin", "…", "money ", "laundering"]
