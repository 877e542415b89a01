"""A note being written on an article that a colleague takes out of the case."""

from textual.events import Key

from store import About, Case, NewArticle, open_case
from tests.tui.playing import playing
from tui.screens.desk import DeskScreen


async def test_what_is_typed_on_goes_into_no_other_note(case: Case) -> None:
    with open_case(case.path, user="ben") as ben:
        ben.add_articles([NewArticle(title="new", text="words", name="new.txt", path="new.txt")])
        added = ben.changes.last()
        async with playing(case) as player:
            await player.press("G", "c", "a", "b")
            ben.undo(added)
            desk, screen = player.app.desk, player.app.screen
            assert isinstance(screen, DeskScreen)
            desk.tick()
            await screen.take(Key("c", "c"))
            assert (desk.note.about, desk.note.text) == (About("article", 6), "abc")
            await screen.take(Key("escape", None))
            await player.settle()
            assert screen.pane == "list"
            assert desk.note.unsaved == {About("article", 6): "abc"}
            assert "NOT SAVED, but kept in" in player.status
    assert case.notes.text(About("article", 5)) == ""
