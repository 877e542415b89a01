"""Tags at the desk: keys counted, the strip, the words of a tag, the screen of all tags."""

import pytest

from store import Case, open_case
from tests.tui.playing import Player, playing
from tests.tui.scenes import use_tags


def strip(player: Player) -> str:
    """The row of digits."""
    return player.rows[-2].strip()


@pytest.mark.parametrize(
    ("keys", "tag"),
    [
        ("1", "response/arrest"),
        ("t d c", "drugs/cannabis"),
        ("t r x", "response/extradition"),
        ("t w n", "weapons/cbrn"),
    ],
)
async def test_a_pinned_tag_takes_one_key_and_any_of_forty_three(
    case: Case, keys: str, tag: str
) -> None:
    async with playing(case) as player:
        await player.press(*keys.split())
        assert list(case.marks(1).tags) == [tag]
        await player.press("j", ".")
        assert list(case.marks(2).tags) == [tag]


async def test_a_tag_and_the_next_article_are_two_keys(case: Case) -> None:
    async with playing(case) as player:
        await player.press("1", "d")
        assert list(case.marks(1).tags) == ["response/arrest"]
        assert (case.marks(1).status, player.app.desk.cursor) == ("done", 2)


async def test_the_same_keys_tag_an_incident_on_its_screen_and_in_the_list(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i", "t", "d", "c", "2")
        assert set(case.incidents.get(1).tags) == {"drugs/cannabis", "response/seizure"}
        assert case.marks(1).tags == {}
        assert "2 ✓seizure" in strip(player)
        await player.press("enter", "t", "d", "c", "t", "/")
        await player.type("fraud")
        await player.press("enter")
        assert set(case.incidents.get(1).tags) == {"response/seizure", "finance/fraud"}
        await player.press("escape", "escape", ".")
        assert set(case.marks(1).tags) == {"response/seizure", "finance/fraud"}


class TestWords:
    async def test_a_tag_is_completed_from_what_is_used(self, case: Case) -> None:
        case.tags.coin("terror/arms-cache", lambda: case.tag([4], ["terror/arms-cache"]))
        async with playing(case) as player:
            await player.press("t", "/")
            await player.type("ar")
            await player.press("tab", "enter")
            assert list(case.marks(1).tags) == ["terror/arms-cache"]

    async def test_its_title_names_it_too(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("t", "/")
            await player.type("migrant smuggling")
            await player.press("enter")
            assert list(case.marks(1).tags) == ["people/smuggling"]

    async def test_a_new_one_near_to_one_there_is_wants_enter_twice(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("t", "/")
            await player.type("goods/antiques")
            await player.press("enter")
            assert "did you mean goods/antiquities?" in strip(player)
            assert case.marks(1).tags == {}
            await player.press("enter")
            assert list(case.marks(1).tags) == ["goods/antiques"]
            assert player.status == "tagged goods/antiques"
            await player.press("u")
            assert not case.tags.is_known("goods/antiques")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("canabis", "did you mean cannabis?"),
            ("good/antiques", "There is no group good"),
            ("trafficking", "is the leaf of people/trafficking and weapons/trafficking"),
        ],
    )
    async def test_what_is_no_tag_says_the_nearest(self, case: Case, typed: str, said: str) -> None:
        async with playing(case) as player:
            await player.press("t", "/")
            await player.type(typed)
            await player.press("enter")
            assert said in strip(player)
            assert case.marks(1).tags == {}


class TestDigits:
    async def test_two_keys_pin_what_was_given_last_and_let_it_go(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("t", "g", "w", "P")
            assert strip(player).startswith("P pin goods/wildlife to:  1 arrest  2 seizure")
            await player.press("2")
            assert player.status == "digit 2 is goods/wildlife, pinned"
            assert "2=✓wildlife" in strip(player)
            await player.press("P", "2")
            assert player.status == "digit 2, goods/wildlife, is not pinned"
            assert "2 ✓wildlife" in strip(player)

    async def test_what_is_said_of_a_digit_is_what_the_strip_shows(self, case: Case) -> None:
        """A tag given earlier waits for the next opening; that is not what was asked for."""
        async with playing(case) as player:
            await player.press("t", "o", "r", "1", "P", "9")
            assert (
                player.status == "digit 1 is goods/contraband, digit 9 is response/arrest, pinned"
            )
            assert strip(player).startswith("1 contraband")

    async def test_where_none_was_given_a_digit_is_pinned_as_it_stands(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("P", "2")
            assert strip(player).startswith("1 arrest 2=seizure 3 dismantled")

    async def test_a_tag_that_became_another_keeps_its_digit(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("w", "t", "G", "5", "r", "ctrl+u")
            await player.type("response/task-force")
            await player.press("enter")
            assert any("5=       response/task-force" in row for row in player.rows)
            await player.press("5")
            assert "5 task-force" in strip(player)
            await player.press("u", "5")
            assert "5=joint" in strip(player)

    async def test_a_pin_lasts_and_no_digit_that_was_used_moves(self, case: Case) -> None:
        pool = "d h|d s|d p|d x|h i|h k|h f|g t|g c|g a|w t"
        async with playing(case) as player:
            await player.press("t", "g", "w", "P", "9", "1")
            before = strip(player).split()[0:2]
            for keys in pool.split("|"):
                await player.press("t", *keys.split())
            assert strip(player).split()[0:2] == before == ["1", "✓arrest"]
            assert "9=✓wildlife" in strip(player)
        with open_case(case.path, user="ana") as again:
            async with playing(again) as player:
                assert "9=✓wildlife" in strip(player)

    async def test_a_digit_puts_what_its_tag_became(self, case: Case) -> None:
        case.tags.rename("response/arrest", "response/detention")
        async with playing(case) as player:
            await player.press("1")
            assert list(case.marks(1).tags) == ["response/detention"]
            assert strip(player).startswith("1 ✓detention")


class TestTable:
    @pytest.mark.parametrize(("size", "title"), [((60, 20), "synthetic o"), ((80, 24), "or psych")])
    async def test_titles_have_room(self, case: Case, size: tuple[int, int], title: str) -> None:
        async with playing(case, *size) as player:
            await player.press("w", "t")
            assert any("drugs/synthetic" in row and title in row for row in player.rows)

    async def test_a_merge_shows_what_it_changes_and_is_undone_by_one_key(self, case: Case) -> None:
        use_tags(case)
        async with playing(case) as player:
            await player.press("w", "t", "m")
            assert strip(player) == "3 articles, 1 incident have it"
            await player.type("drugs/co")
            await player.press("tab")
            assert player.rows[-3].startswith(" merge drugs/cannabis into: drugs/cocaine")
            assert strip(player) == "3 articles, 1 incident will have drugs/cocaine; 1 has both"
            await player.press("enter")
            assert player.status == (
                "merged drugs/cannabis into drugs/cocaine on 3 articles, 1 incident"
            )
            assert [len(case.marks(n).tags) for n in (1, 2, 3)] == [1, 1, 1]
            assert not any("drugs/cannabis" in row[:40] for row in player.rows[2:-3])
            await player.press("u")
            assert set(case.marks(3).tags) == {"drugs/cannabis", "drugs/cocaine"}
            assert any("drugs/cannabis" in row[:40] for row in player.rows[2:-3])

    async def test_a_rename_says_what_articles_will_have(self, case: Case) -> None:
        use_tags(case)
        async with playing(case) as player:
            await player.press("w", "t", "r")
            assert strip(player) == "3 articles, 1 incident have it"
            await player.press("ctrl+u")
            await player.type("drugs/hashish")
            assert strip(player) == "3 articles, 1 incident will have drugs/hashish"
            await player.press("escape", "G", "k", "r", "ctrl+u")
            await player.type("response/abroad")
            assert strip(player) == "nothing has it; response/abroad is its name from then on"

    async def test_a_rename_is_refused_where_it_cannot_be(self, case: Case) -> None:
        use_tags(case)
        async with playing(case) as player:
            await player.press("w", "t", "r", "ctrl+u")
            await player.type("drugs/cocaine")
            await player.press("enter")
            assert "is a tag already" in strip(player)
            await player.press("ctrl+u")
            await player.type("drugs/hashish")
            await player.press("enter")
            assert list(case.marks(1).tags) == ["drugs/hashish"]
            assert player.app.desk.tags.table.chosen.id == "drugs/hashish"
            await player.press("u")
            assert player.app.desk.tags.table.chosen.id == "drugs/cannabis"

    async def test_enter_limits_the_list_to_the_tag(self, case: Case) -> None:
        use_tags(case)
        async with playing(case) as player:
            await player.press("w", "t", "j", "enter")
            assert list(player.app.desk.rows.ids) == [3, 4]
            await player.press("w", "t", "G", "enter")
            assert list(player.app.desk.rows.ids) == [5]

    async def test_a_colleagues_tag_is_counted_while_one_looks(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("w", "t")
            assert "0 in use" in player.rows[0]
            with open_case(case.path, user="bea") as other:
                other.tag([1], ["drugs/cannabis"])
            player.app.desk.tick()
            await player.settle()
            assert "1 in use" in player.rows[0]
