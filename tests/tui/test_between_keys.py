"""What the case refuses between two keys: what a colleague took back, what cannot be read now."""

import pytest

from store import Case
from store.errors import CaseBusy
from tests.tui.playing import playing


@pytest.mark.parametrize("screen", ["enter", "w i"], ids=["incident", "incidents"])
@pytest.mark.parametrize("keys", ["O", "O 1", "O 0", "m", "m 1", "M", "t d c", "e", "c", "enter"])
async def test_keys_for_an_incident_that_is_gone_say_so(
    case: Case, ben: Case, screen: str, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case) as player:
        await player.press("I", "w", "3", "g", *screen.split())
        monkeypatch.setattr(player.app.desk.news, "take_in", lambda: None)
        ben.undo(next(one.seq for one in case.history(9) if one.action == "incident"))
        await player.press(*keys.split())
        assert player.app.is_running
        if keys[0] in "OmM":
            assert player.status == "There is no incident #1 in this case."
            assert not case.marks(1).tags, "no digit is taken for a tag"


async def test_a_case_that_cannot_be_read_for_a_moment_is_read_with_the_next_look(
    case: Case, ben: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise CaseBusy("The case is held by another process.")

    async with playing(case) as player:
        ben.decide([1], "done")
        with monkeypatch.context() as patch:
            patch.setattr(case, "poll", busy)
            player.app.desk.tick()
            assert player.status == "The case is held by another process."
        player.app.desk.tick()
        await player.settle()
        assert player.app.is_running
        assert "ben: done" in player.status
        assert "4 to decide" in player.screen
