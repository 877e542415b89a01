"""Links in notes at the desk: put by a key, offered while typed, followed, known from the fact."""

import pytest

from facts.model import Person
from store import THE_CASE, About, Case, NewArticle, open_case
from store.links import key_words, links, to_fact
from store.work.judging import is_added
from tests.tui.playing import Player, playing
from tui.screens.desk import DeskScreen

RESIN = "seizure cannabis resin"


def screen(player: Player) -> DeskScreen:
    found = player.app.screen
    assert isinstance(found, DeskScreen)
    return found


async def test_p_puts_the_fact_under_the_cursor_into_the_note_and_says_so(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", *"See", "escape", "w", "3", "p")
        fact = player.app.desk.facts.current
        assert fact is not None
        assert case.note(1) == f"See [[1:{key_words(fact.key)}]]"
        assert player.status == f"noted · [[1:{key_words(fact.key)}]]"
        assert ", in a note" in player.screen.replace("\n", " ")
        await player.press("o")
        assert "In notes" in player.screen
        assert any(row.split()[:3] == ["article", "1", "See"] for row in player.rows)
        await player.press("escape", "u")
        assert case.note(1) == "See"
        assert ", in a note" not in player.screen


async def test_the_fact_under_the_cursor_is_offered_first_and_the_others_can_be_told_apart(
    case: Case,
) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("tab", "tab", "j", "j")
        here = player.app.desk.facts.current
        assert here is not None
        await player.press("c")
        await player.type("[[")
        assert screen(player).linkable[0].link == to_fact(1, here.key)
        assert screen(player).linkable[0].words in "".join(player.rows[-2:])
        assert " more" in player.rows[-1]
        await player.press("down")
        assert screen(player).linkable[0].words[:18] in player.rows[-2]


async def test_a_number_sign_asks_for_incidents_and_a_number_for_that_one(case: Case) -> None:
    async with playing(case) as player:
        await player.press("I", "j", "I", "I", "c")
        await player.type("[[#")
        offered = [one.words[:2] for one in screen(player).linkable]
        assert sorted(offered) == ["#1", "#2", "#3"]
        await player.type("2")
        assert screen(player).linkable[0].words.startswith("#2 ")
        await player.press("backspace", "9")
        assert not screen(player).linkable


@pytest.mark.parametrize("typed", ["#1: what", "#9:", f"#{'9' * 30}", f"#{'9' * 5000}", "#tag:no"])
async def test_an_incident_may_be_typed_in_full_whatever_it_is(case: Case, typed: str) -> None:
    async with playing(case) as player:
        await player.press("I", "c")
        await player.paste(f"[[{typed[:-1]}")
        await player.type(typed[-1])
        offered = [one.words[:3] for one in screen(player).linkable]
        assert offered == (["#1 "] if typed.startswith("#1:") else [])
        assert player.app.desk.note.text == f"[[{typed}"


async def test_what_a_link_may_lead_to_is_offered_and_tab_takes_it(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c")
        await player.type("Is [[resin")
        assert "link:" in player.rows[38]
        assert "tab" in player.rows[38]
        await player.press("down", "up", "tab", "!", "escape")
        (link,) = links(case.note(1))
        assert link.words.startswith(RESIN)
        assert case.note(1) == f"Is [[1:{link.words}]]!"
        assert "link:" not in player.screen


async def test_escape_leaves_the_list_and_not_the_note(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", "[", "[", "escape")
        assert "link:" not in player.screen
        await player.press("x", "tab")
        assert case.note(1) == "[[x"
        assert screen(player).context == "list"


async def test_a_burst_with_a_link_in_it_is_typed_in_order(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("c", *"a[[re", "tab", *"b", "enter", *"[[", "escape", "escape", "j")
        (link,) = links(case.note(1))
        assert case.note(1).startswith("a[[1:")
        assert case.note(1)[link.end :] == "b\n[["
        assert player.app.desk.cursor == 2


async def test_a_link_is_followed_from_another_note_to_its_fact(case: Case) -> None:
    resin = next(f for f in case.findings(1).facts if key_words(f.key).startswith(RESIN))
    case.write_note(3, f"As in [[1:{key_words(resin.key)}]]")
    async with playing(case) as player:
        await player.press("j", "j", "c", "ctrl+o")
        assert (player.app.desk.cursor, screen(player).context) == (1, "facts")
        current = player.app.desk.facts.current
        assert current is not None
        assert current.key == resin.key


async def test_links_that_lead_nowhere_are_counted_and_say_why(case: Case) -> None:
    case.notes.write(THE_CASE, "[[1:count arrests 7]], [[#9: gone]]\n[[77]]\n[[2]]")
    async with playing(case) as player:
        await player.press("C")
        assert any("Note · case" in row and "3 broken · saved" in row for row in player.rows)
        await player.press("up", "ctrl+o")
        assert player.status == "There is no article 77 in this case."
        await player.press("down", "ctrl+o")
        assert (player.app.desk.cursor, screen(player).context) == (2, "list")
        await player.press("c", "ctrl+o")
        assert player.status == "there is no link under the cursor; [[ begins one"


async def test_a_link_is_struck_through_once_what_it_leads_to_goes(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", *"[[6]]", "escape")
        assert "1 broken" in player.screen
        with open_case(case.path, user="ben") as ben:
            ben.add_articles([NewArticle("Six", "six", "6.txt", "/6")])
            player.app.desk.tick()
            await player.settle()
            assert "broken" not in player.screen
            await player.press("I", "c", *" [[#1", "tab", "escape")
            assert "broken" not in player.screen
            ben.undo(next(one.seq for one in case.history(9) if one.action == "incident"))
        player.app.desk.tick()
        await player.settle()
        assert "1 broken" in player.screen


async def test_a_link_to_a_fact_of_ones_own_goes_with_it(case: Case) -> None:
    case.adding.add(1, 47, 52, Person("Rabat"), "added Rabat")
    added = next(one for one in case.findings(1).facts if is_added(one))
    case.write_note(1, f"[[1:{key_words(added.key)}]]")
    async with playing(case) as player:
        player.app.desk.facts.go_to(added.key)
        assert "broken" not in player.screen
        await player.press("w", "3", "r")
        assert "took away" in player.status
        assert "1 broken" in player.screen
        await player.press("u")
        assert "broken" not in player.screen


async def test_an_incidents_screen_puts_its_link_and_knows_the_notes_that_have_it(
    case: Case,
) -> None:
    async with playing(case) as player:
        await player.press("I", "w", "3", "g", "enter", "p")
        title = "drug seizure · 22 Sep 2020 · Casablanca, Tit Mellil"
        assert case.note(1) == f"[[#1: {title}]]"
        assert "in notes" in player.screen
        await player.press("c", "h", "i", "escape")
        assert case.notes.text(About("incident", 1)) == "hi"
        assert player.app.screen.context == "incident"  # type: ignore[attr-defined]
        await player.press("C", "m", "escape", "escape")
        assert case.notes.text(THE_CASE) == "m"
        await player.press("c", "ctrl+o")
        assert player.app.screen.context == "incident"  # type: ignore[attr-defined]
        await player.press("c", "space", *"[[1", "escape", "]", "]", "ctrl+o")
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]


async def test_a_note_on_what_was_merged_is_shown_with_what_stands_for_it(case: Case) -> None:
    for proposed in case.findings(1).incidents[:2]:
        case.incidents.take(1, proposed.id)
    case.notes.write(About("incident", 2), "known before the merge")
    case.incidents.merge(2, 1)
    async with playing(case) as player:
        await player.press("w", "3", "enter", "G")
        assert "note on #2, merged" in player.screen
        assert "known before the merge" in player.screen


async def test_an_article_says_that_notes_link_to_it_and_a_limit_that_the_case_note_has_it(
    case: Case,
) -> None:
    case.notes.write(THE_CASE, "The boat called Nadia, see [[1]]")
    async with playing(case) as player:
        assert any("in a note" in row for row in player.rows[:3])
        await player.press("w", "3", "o")
        assert any(row.split()[:4] == ["the", "case", "The", "boat"] for row in player.rows)
        await player.press("escape", "l")
        await player.type("note:nadia")
        await player.press("enter")
        assert "the note of the case has that too: C" in player.screen


async def test_a_link_that_leads_nowhere_looks_it_in_the_note(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c")
        await player.type("[[1]] [[9]] [[rabat]]")
        await player.press("escape")
        assert "2 broken · saved" in player.screen
        row = next(strip for strip in player.strips if "[[9]]" in strip.text)
        struck = "".join(part.text for part in row if part.style and part.style.strike)
        lined = "".join(part.text for part in row if part.style and part.style.underline)
        assert (struck, lined) == ("[[9]][[rabat]]", "[[1]]")
        more = [NewArticle(f"No. {n}", f"-{n}", f"{n}", f"/{n}") for n in range(4)]
        with open_case(case.path, user="ben") as other:
            other.add_articles(more)
        player.app.desk.tick()
        await player.press("G", "g")
        assert "1 broken · saved" in player.screen
