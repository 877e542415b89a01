"""What is said can be read whole, however long it is and however small the terminal."""

import pytest

from store import Case
from tests.tui.playing import playing

_PATH = "/home/ana/.local/state/casedesk/rescued/" + "north-africa-desk/" * 6 + "note-12.txt"
_REFUSAL = f"not saved: the disk is full; the note was put into {_PATH}"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_refusal_with_a_path_is_folded_and_not_cut(
    case: Case, size: tuple[int, int]
) -> None:
    async with playing(case, *size) as player:
        await player.press("j")
        foot = player.rows[-2:]
        player.app.desk.say(_REFUSAL, "problem")
        await player.settle()
        shown = "".join(player.rows).replace(" ", "")
        assert _PATH in "".join(row[3:] for row in player.rows if "│" not in row)
        assert "…" not in "".join(player.rows[-4:-2])
        assert "notsaved:thediskisfull;" in shown
        assert player.rows[-2:] == foot
        player.app.desk.say("saved", "done")
        await player.settle()
        assert player.rows[-3] == " ✓ saved"
        assert "note-12" not in player.screen


async def test_a_long_sentence_is_folded_over_the_incidents_too(case: Case) -> None:
    async with playing(case, 60, 20) as player:
        await player.press("w", "i")
        player.app.desk.say(_REFUSAL, "problem")
        await player.settle()
        assert _PATH in "".join(row[3:] for row in player.rows)
        await player.resize(120, 20)
        assert _PATH in "".join(row[3:] for row in player.rows)
        player.app.desk.say("saved", "done")
        await player.settle()
        assert player.rows[-3] == " ✓ saved"


async def test_an_alarm_beside_a_long_sentence_is_seen(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case, 60, 20) as player:
        await player.press("j")
        monkeypatch.setattr(player.app.desk, "aside", lambda: "limit x · ! note NOT SAVED")
        for words in (_REFUSAL, "x" * 53, "x" * 20):
            player.app.desk.say(words, "problem")
            await player.settle()
            assert "! note NOT SAVED" in player.rows[-3]
            assert words[-12:] in player.screen


async def test_what_is_wrong_with_a_line_goes_on_over_the_keys(case: Case) -> None:
    async with playing(case, 60, 20) as player:
        await player.press("j", "l")
        await player.type("a phrase that is nowhere and goes on for longer than a row is")
        await player.press("enter")
        said = f"{player.rows[-2]} {player.rows[-1].strip()}"
        assert said.startswith(" ! no article matches a phrase that is nowhere")
        assert "longer than a row is" in said
        await player.press("x")
        assert "Esc leave" in player.rows[-1]


class TestComplaints:
    """Why a key did nothing is said until the next key comes; what the case refused stays."""

    async def test_a_key_that_does_nothing_is_not_held_against_the_next(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("b")
            assert player.status == "b does nothing here; ? shows the keys that work"
            await player.press("j")
            assert player.status == ""
            await player.press("b", "w", "i")
            assert "does nothing" not in player.screen
            await player.press("escape", "n", "j")
            assert player.status == ""

    async def test_what_was_done_stays(self, case: Case) -> None:
        async with playing(case) as player:
            await player.press("d", "j", "tab")
            assert player.status.startswith("done")

    async def test_a_refusal_of_the_case_stays(self, case: Case) -> None:
        async with playing(case) as player:
            desk = player.app.desk
            desk.hear_refusal(OSError("the disk is full"))
            await player.press("j", "k", "tab")
            assert player.status == "not saved: the disk is full"
