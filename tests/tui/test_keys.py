"""Keys in; the case and the screen out."""

from pathlib import Path

import pytest

from store import Case, Marks, NewArticle, open_case
from tests.tui.playing import playing


async def test_j_and_k_move_and_the_text_follows(case: Case) -> None:
    async with playing(case) as player:
        await player.press("j")
        assert player.rows[2].startswith("▸·  Moroccan securi…")
        assert "arrested 21 people" not in player.rows[0]
        assert any("Derb Ghallef" in row for row in player.rows)
        await player.press("k")
        assert player.rows[1].startswith("▸")


async def test_decide_and_the_row_shows_it(case: Case) -> None:
    async with playing(case) as player:
        await player.press("d", "x", "f")
        assert [row[:3] for row in player.rows[1:5]] == [" ✓d", " ✗x", " ⚑f", "▸· "]
        assert [case.marks(article).status for article in (1, 2, 3)] == [
            "done", "dismissed", "flagged",
        ]  # fmt: skip


async def test_three_keys_tag(case: Case) -> None:
    async with playing(case) as player:
        await player.press("t", "d", "c")
        assert list(case.marks(1).tags) == ["drugs/cannabis"]
        assert "✓cannabis" in player.rows[38]
        assert player.status == "tagged drugs/cannabis"


async def test_a_wrong_letter_says_what_would_be_right_and_waits(case: Case) -> None:
    async with playing(case) as player:
        await player.press("t", "d", "z")
        assert player.status == "t d z is no key; after t d comes one of c k h s p x, Esc leaves"
        await player.press("c")
        assert list(case.marks(1).tags) == ["drugs/cannabis"]


async def test_escape_leaves_a_sequence(case: Case) -> None:
    async with playing(case) as player:
        await player.press("t", "escape", "d")
        assert not case.marks(1).tags
        assert case.marks(1).status == "done"


async def test_escape_and_a_key_in_one_packet_are_two_keys(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("c", "h", "i", "alt+d")
        assert (case.note(1), case.marks(1).status) == ("hi", "done")
        await player.burst("alt+x")
        assert case.marks(2).status == "new"


async def test_a_key_without_meaning_says_so(case: Case) -> None:
    async with playing(case) as player:
        await player.press("%")
        assert player.status == "% does nothing here; ? shows the keys that work"
        player.app.desk.say("")
        await player.press("escape")
        assert player.status == ""


async def test_panes_by_tab_and_by_number(case: Case) -> None:
    async with playing(case) as player:
        seen = []
        for keys in (["tab"], ["tab"], ["tab"], ["tab"], ["w", "3"], ["shift+tab"]):
            await player.press(*keys)
            seen.append(player.app.screen.context)  # type: ignore[attr-defined]
        assert seen == ["text", "facts", "note", "list", "facts", "text"]


async def test_every_tag_of_an_article_can_be_read(case: Case) -> None:
    case.tag(
        [1],
        ["response/arrest", "response/seizure", "drugs/cannabis", "people/trafficking"],
        on=True,
    )
    async with playing(case) as player:
        assert "│ #cannabis #trafficking of people #arrest" in player.rows[2]
        assert "│ #seizure" in player.rows[3]


async def test_where_the_text_is_out_of_sight_a_fact_comes_with_its_words(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("w", "3", "G")
        quote = " ".join(row.strip() for row in player.rows[19:21])
        fact = player.app.desk.facts.current
        assert fact is not None
        first = fact.mentions[0]
        assert player.app.desk.text[first.start : first.end] in quote
    async with playing(case, 120, 40) as player:
        await player.press("w", "3")
        assert "─ in the text" not in player.screen


async def test_a_heading_of_two_lines_stays_over_its_first_fact(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "G", "g")
        assert "drug seizure · 22 Sep 2020" in player.rows[1]


async def test_moving_in_the_facts_scrolls_the_text_to_the_words(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("w", "3", "A", "w", "2")
        assert any("179,657 tonnes of cannabis" in row for row in player.rows)


async def test_space_pages_the_text_and_then_goes_on(case: Case) -> None:
    async with playing(case) as player:
        await player.press("space")
        assert player.app.desk.cursor == 1
        assert any("974,983" in row for row in player.rows)
        await player.press("space")
        assert player.app.desk.cursor == 2


async def test_undo_takes_back_and_redo_brings_again(case: Case) -> None:
    async with playing(case) as player:
        await player.press("x", "u")
        assert case.marks(1).status == "new"
        assert player.rows[1].startswith(" · ")
        await player.press("ctrl+r")
        assert case.marks(1).status == "dismissed"


async def test_undo_works_in_the_next_session(case: Case) -> None:
    case.tag([1], ["drugs/cannabis"], True)
    async with playing(case) as player:
        await player.press("u")
        assert not case.marks(1).tags


async def test_limit_asks_again_where_the_query_is_wrong(case: Case) -> None:
    async with playing(case) as player:
        await player.press("l")
        await player.type("tga:drugs")
        await player.press("enter")
        assert player.rows[37].startswith(" limit: tga:drugs")
        assert "did you mean tag" in player.rows[38]
        await player.press("ctrl+u")
        await player.type("interpol")
        await player.press("enter")
        assert player.rows[37].endswith("limit interpol · 3 hidden")
        assert [row[4:14].strip() for row in player.rows[1:3]] == [
            "Morocco pl", "Morocco pa",
        ]  # fmt: skip
        await player.press("l", "ctrl+u", "enter")
        assert len(player.app.desk.rows.ids) == 5


async def test_a_limit_is_left_with_escape(case: Case) -> None:
    async with playing(case) as player:
        await player.press("l", "x", "escape")
        assert len(player.app.desk.rows.ids) == 5
        assert case.marks(1).status == "new"


async def test_words_are_found_and_shown(case: Case) -> None:
    async with playing(case) as player:
        await player.press("/")
        await player.type("ecstasy")
        await player.press("enter")
        assert player.status == "ecstasy: 1 of 1"
        assert any("974,983" in row for row in player.rows)
        await player.press("/")
        await player.type("on the run")
        await player.press("enter")
        assert any("The suspects are on the" in row for row in player.rows)


async def test_where_the_text_is_out_of_sight_finding_and_reading_on_show_it(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("w", "3", "/", *"ecstasy", "enter")
        assert any("ecstasy tablets imported" in row for row in player.rows)
        await player.press("w", "3", "space")
        assert any("ecstasy tablets imported" in row for row in player.rows)
        assert player.app.desk.cursor == 1


async def test_the_palette_finds_by_name_and_by_key_and_runs(case: Case) -> None:
    async with playing(case) as player:
        await player.press("ctrl+p")
        await player.type("cannabis")
        await player.press("enter")
        assert list(case.marks(1).tags) == ["drugs/cannabis"]
        await player.press("ctrl+p", "d")
        assert player.rows[1].split()[:3] == ["▸d", "done", "The"]


async def test_keys_pressed_before_the_palette_is_painted_reach_it(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("ctrl+p", "d", "i", "s", "m", "enter")
        assert case.marks(1).status == "dismissed"


async def test_help_is_left_with_q_and_the_desk_stays(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("?", "j", "q", "d")
        assert case.marks(1).status == "done"


async def test_q_leaves_at_once_with_everything_saved(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("c", "H", "i", "escape", "d", "q")
    assert (case.note(1), case.marks(1).status) == ("Hi", "done")


async def test_pasted_text_is_no_command(case: Case) -> None:
    async with playing(case) as player:
        await player.paste("dxf")
        assert case.marks(1).status == "new"
        assert "c writes one" in player.status


async def test_a_held_key_reads_only_where_it_rests(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case) as player:
        read: list[int] = []
        article = case.article
        monkeypatch.setattr(case, "article", lambda id_: article(noted(read, id_)))
        moves = iter([100.0, 100.01, 100.02, 100.03])  # the first is long after the opening
        monkeypatch.setattr("tui.screens.hearing.monotonic", lambda: next(moves))
        monkeypatch.setattr("tui.screens.hearing._REST_S", 1.0)
        player.app.screen._last_move = 0.0  # type: ignore[attr-defined]
        await player.burst("j", "j", "j", "j")
        assert read == [2, 5]


async def test_a_hundred_thousand_rows_fetch_only_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(tmp_path / "many.case", create=True, user="ana") as case:
        case.add_articles(
            NewArticle(title=f"no {n}", text=f"text {n}", name=f"{n}", path=f"/{n}")
            for n in range(2000)
        )
        async with playing(case) as player:
            asked: list[int] = []
            rows = case.rows
            monkeypatch.setattr(case, "rows", lambda ids: rows([noted(asked, id_) for id_ in ids]))
            await player.press("G")
            assert player.rows[36].startswith("▸·  no 1999")
            assert len(asked) <= 40
            await player.press("k")
            assert len(asked) <= 40


async def test_a_colleagues_tag_is_shown_within_a_moment(case: Case) -> None:
    async with playing(case) as player:
        with open_case(case.path, user="bea") as other:
            other.tag([1], ["drugs/cannabis"], True)
        await player.until(lambda: player.status == "bea: tagged drugs/cannabis")
        assert "✓cannabis" in player.rows[38]


async def test_no_key_decides_what_cannot_be_seen(case: Case) -> None:
    async with playing(case, 59, 16) as player:
        await player.press("d", "A", "t", "d", "c", "c", "x")
        assert (case.marks(1), case.note(1)) == (Marks(), "")
        await player.resize(60, 16)
        await player.press("c", "a")
        await player.resize(40, 10)
        await player.press("b", "escape", "q")
    assert case.note(1) == "ab"


async def test_resizing_at_any_moment(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c")
        for columns, rows in ((80, 24), (40, 10), (60, 16), (200, 60), (119, 17), (120, 40)):
            await player.resize(columns, rows)
            assert len(player.rows) == rows
        await player.type("ok")
        assert any("▸ 4 Note" in row for row in player.rows)
        assert any(row.rstrip("│ ").endswith("ok") for row in player.rows)


def noted(seen: list[int], article: int) -> int:
    seen.append(article)
    return article


async def test_o_shows_why_a_fact_is_there_and_is_left_by_three_keys(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "A")
        for key in ("o", "q", "escape"):
            await player.press("o")
            assert player.rows[0].startswith(" Why this fact is here")
            await player.press(key)
            assert not player.rows[0].startswith(" Why this fact is here")


async def test_why_names_who_judged_a_fact_and_when(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "r", "k", "o")
        [rejected] = [one for one in case.findings(1).facts if one.verdict]
        assert rejected.at
        assert any(f"rejected by ana, {int(rejected.at[8:10])} " in row for row in player.rows)


async def test_why_has_nothing_to_say_where_there_are_no_facts(tmp_path: Path) -> None:
    with open_case(tmp_path / "bare.case", create=True, user="ana") as case:
        case.add_articles([NewArticle("Bare", "No facts.", "a.txt", "/a.txt")])
        async with playing(case) as player:
            await player.press("o")
            assert player.status == "The rules have not read it yet."
