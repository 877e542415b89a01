"""Incidents at the desk: keys in, the case and the screen out; each key counted."""

from pathlib import Path

from store import Case, open_case
from tests.tui.playing import Player, playing
from tests.tui.scenes import take_all
from tests.tui.scenes import take_neptune as await_neptune

RAID = "#1 drug seizure, 2020-09-22, Casablanca"


async def test_one_key_takes_the_proposed_incident_and_the_status_names_it(case: Case) -> None:
    async with playing(case) as player:
        await player.press("I")
        assert player.status == f"took incident {RAID} · 2 more proposed"
        taken = case.incidents.get(1)
        assert (taken.value.places, taken.value.counts) == (
            ("Casablanca", "Tit Mellil"), {"suspects": 2},
        )  # fmt: skip
        assert any("●t #1 drug seizure · 22 Sep" in row for row in player.rows)
        assert any("○p drug seizure" in row for row in player.rows)
        await player.press("u")
        assert case.incidents.count() == 0


async def test_the_key_again_takes_the_next_so_that_one_key_each_takes_all_that_is_proposed(
    case: Case,
) -> None:
    async with playing(case) as player:
        await player.press("I", "I", "I")
        assert [one.id for one in case.incidents.of(1)] == [1, 2, 3]
        assert not any("○p" in row for row in player.rows)
        await player.press("I")
        assert player.status == "that is #3 already; i links it to another"


async def test_keys_in_haste_take_each_proposal_once(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("I", "I", "I", "I")
        taken = [case.incidents.get(number).value for number in (1, 2, 3)]
        assert len({(one.date, one.places) for one in taken}) == case.incidents.count() == 3
        await player.press("G")
        await player.burst("w", "3", "G", "I", "I")
        assert player.status.startswith("made incident #4")
        assert case.incidents.count() == 4, "of facts that the rules put nowhere one is made"


async def test_the_cursor_stays_on_the_incident_that_was_taken(case: Case) -> None:
    """Its fact is under each of the three: what comes next is still about the first."""
    async with playing(case) as player:
        await player.press("I", "O", "0")
        assert player.status == "#1 is no part of another"
        await player.press("J", "J", "I", "K", "K", "M")
        assert player.status.startswith("nothing was merged into #1") or "off #1" in player.status


async def test_the_cursor_goes_along_where_its_fact_was_rejected_and_is_not_taken(
    case: Case,
) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "r", "g", "I")
        assert player.app.desk.incidents.current() == 1
        await player.press("i", "0", "i", "0")
        assert player.status == "that fact is linked to no incident of the case", "it is followed"


async def test_the_row_stays_when_the_incident_above_it_goes(case: Case, ben: Case) -> None:
    """Morocco is in all three; the second is merged away above the cursor on the third."""
    for proposal in case.findings(1).incidents:
        case.incidents.take(1, proposal.id)
    async with playing(case) as player:
        await player.press("w", "3", "J", "J")
        assert player.app.desk.incidents.current() == 3
        ben.incidents.merge(2, 1)
        player.app.desk.tick()
        await player.settle()
        assert player.app.desk.incidents.current() == 3
        ben.incidents.merge(3, 1)
        player.app.desk.tick()
        await player.settle()
        assert player.app.desk.incidents.current() == 1


async def test_two_keys_walk_from_incident_to_incident(case: Case) -> None:
    async with playing(case) as player:
        facts = player.app.desk.facts
        await player.press("J")
        assert (facts.place, facts.beside()[0]) == (10, facts.current)
        await player.press("w", "3", "j", "K")
        assert facts.place == 10
        await player.press("K", "K")
        assert facts.place == 0
        await player.press(*"JJJJJ")
        assert facts.place == len(facts.shown.lines) - 1


async def test_a_fact_of_no_incident_makes_one_with_its_paragraph(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "G", "I")
        assert "made incident #1 of" in player.status
        (one,) = case.incidents.of(1)
        assert player.app.desk.facts.home is not None
        assert player.app.desk.facts.home.number == 1
        assert {fact.article for fact in one.facts} == {1}


async def test_two_keys_link_to_a_suggested_incident(case: Case) -> None:
    await_neptune(case)
    async with playing(case) as player:
        await player.press("G", "k")
        await player.press("i")
        assert any("1 #1 terrorism detection" in row for row in player.rows)
        assert any("Operation Neptune II, fighters detected 12" in row for row in player.rows)
        assert any(row.startswith(" i link to:") for row in player.rows)
        await player.press("1")
        assert "to #1 terrorism detection, Operation Neptune II" in player.status
        assert case.incidents.get(1).articles == (3, 4)
        assert not any("1 #1 terrorism" in row for row in player.rows)


async def test_escape_leaves_the_offers_and_a_digit_too_many_says_so(case: Case) -> None:
    await_neptune(case)
    async with playing(case) as player:
        await player.press("G", "k", "i", "escape")
        assert not any("terrorism detection · Operation" in row[:40] for row in player.rows)
        await player.press("i", "7")
        assert player.status == "there is no 7; i / finds incidents by their words"
        assert case.incidents.get(1).articles == (3,)


async def test_incidents_of_the_same_article_are_offered_after_those_that_are_alike(
    case: Case,
) -> None:
    number, other = (case.incidents.take(1, one.id) for one in case.findings(1).incidents[:2])
    assert number is not None
    assert other is not None
    async with playing(case) as player:
        await player.press("w", "i", "m")
        (offered,) = [row for row in player.rows if row.rstrip().endswith("same article")]
        winner = 1 if "#1 " in offered else 2
        await player.press("1")
        assert list(case.incidents.get(winner).merged) == [3 - winner]
        await player.press("M")
        assert case.incidents.count() == 2
        await player.press("escape", "tab", "tab", "g", "m")
        assert [row for row in player.rows if row.rstrip().endswith("same article")]


async def test_a_key_that_chooses_nothing_is_told_those_that_do(case: Case) -> None:
    async with playing(case) as player:
        await player.press("i", "x")
        assert player.status == "i x is no key; after i comes one of /, Esc leaves"
        await player.press("escape", "I", "I", "m", "x")
        assert player.status == "m x is no key; after m comes one of 1 /, Esc leaves"


async def test_keys_that_choose_an_incident_are_at_the_foot_of_its_screens(case: Case) -> None:
    take_all(case)
    async with playing(case) as player:
        for keys in (("w", "i"), ("enter",)):
            await player.press(*keys)
            assert {"m merge into", "O part of", "t tag"} <= set(
                player.rows[-1].strip().split("  ")
            )


async def test_where_an_incident_is_chosen_no_key_does_anything_else(case: Case) -> None:
    """The fact on the desk below is neither tagged nor merged by what the list looks like."""
    take_all(case)
    async with playing(case) as player:
        await player.press("i", "/")
        await player.type("drug")
        await player.press("enter")
        assert "Enter choose" in player.rows[-1]
        assert "merge" not in player.rows[-1]
        changes = len(case.history(100))
        await player.press("t", "m", "M", "u")
        assert player.status.startswith("u does nothing here")
        assert len(case.history(100)) == changes
        await player.press("j", "enter")
        assert player.app.screen.context == "list"  # type: ignore[attr-defined]


async def test_words_link_where_nothing_is_suggested(case: Case) -> None:
    await_neptune(case)
    async with playing(case) as player:
        await player.press("i", "/")
        await player.type("nept")
        await player.press("enter")
        assert player.status.startswith("linked 10 facts to #1 terrorism detection")
        assert case.incidents.get(1).articles == (1, 3)
        await player.press("w", "3", "g", "i", "0")
        assert player.status.startswith("took 1 fact off #1")


async def test_two_keys_merge_two_incidents_and_one_takes_them_apart(case: Case) -> None:
    await_neptune(case)
    case.incidents.take(4, case.findings(4).incidents[0].id)
    before = case.incidents.get(2)
    async with playing(case) as player:
        await player.press("G", "k", "m", "1")
        assert player.status.startswith("merged #2 terrorism detection")
        assert case.incidents.get(2).id == 1
        assert any("●t #1 terrorism detection" in row for row in player.rows)
        await player.press("M")
        assert player.status.startswith("unmerged #2 from #1")
        assert case.incidents.get(2) == before


async def test_split_takes_the_articles_facts_off_as_an_incident(case: Case) -> None:
    await_neptune(case)
    case.incidents.link_proposal(1, 4, case.findings(4).incidents[0].id)
    async with playing(case) as player:
        await player.press("G", "k", "M")
        assert "split 20 facts off #1" in player.status or "facts off #1" in player.status
        assert case.incidents.get(1).articles == (3,)
        assert case.incidents.get(2).articles == (4,)
        await player.press("u")
        assert case.incidents.count() == 1


async def test_a_fact_stands_under_each_of_its_incidents_and_counts_once(case: Case) -> None:
    for proposal in case.findings(1).incidents:
        case.incidents.take(1, proposal.id)
    async with playing(case) as player:
        facts = player.app.desk.facts.shown
        again = [line for line in facts.lines if line.is_again]
        assert any(line.words.startswith("Morocco") for line in again)
        await player.press("w", "3")
        title = next(row for row in player.rows if "▸ 3 Facts" in row)
        assert f"of {len(facts.lines) - len(again)} open" in title
        await player.press("A")
        assert player.app.desk.facts.shown.lines[facts.lines.index(again[0])].verdict == "accepted"


async def test_enter_opens_the_incident_and_leads_back_to_the_words_of_a_fact(case: Case) -> None:
    async with playing(case) as player:
        await player.press("I", "w", "3", "g", "enter")
        assert player.rows[0].startswith(" ●t #1 drug seizure · 22 Sep 2020 · Casablanca")
        assert "seized · cannabis resin" in player.screen
        await go_to(player, "1,992 kg")
        await player.press("enter")
        desk = player.app.desk
        assert desk.facts.current is not None
        assert desk.facts.current.key == "seizure:cannabis resin:1992:kg:"
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]


async def go_to(player: Player, words: str) -> None:
    """Move the cursor down to a line with these words."""
    for _ in range(60):
        if any(row.startswith("▸") and words in row for row in player.rows):
            return
        await player.press("j")
    raise AssertionError(f"no line has {words}:\n{player.screen}")


async def test_a_field_is_edited_and_the_nearest_right_form_is_named(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i", "enter")
        await go_to(player, "drug seizure")
        await player.press("e")
        assert "type: drug_seizure" in player.screen
        await player.press("ctrl+u")
        await player.type("armed_attack, bom")
        await player.press("tab")
        assert "type: armed_attack, bombing" in player.screen
        await player.press("ctrl+u")
        await player.type("bombin")
        await player.press("enter")
        assert "There is no type bombin; did you mean bombing?" in player.screen
        await player.type("g")
        await player.press("enter")
        assert case.incidents.get(1).value.types == ("bombing",)
        assert player.status == "#1 types: bombing"
        assert "edited by ana" in player.screen
        await player.press("u")
        assert case.incidents.get(1).value.types == ("drug_seizure",)


async def test_tags_go_to_the_incident_in_view(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i", "enter", "t", "d", "c")
        assert list(case.incidents.get(1).tags) == ["drugs/cannabis"]
        assert not case.marks(1).tags
        assert "#cannabis" in player.rows[1]
        assert "✓cannabis" in player.screen
        await player.press("escape", "escape", "t", "d", "k")
        assert list(case.marks(1).tags) == ["drugs/cocaine"]


async def test_the_note_of_an_incident_is_written_and_shown(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i", "enter", "c")
        await player.type("Ask Rabat.")
        await player.press("escape")
        assert player.rows[0].startswith(" ●t #1")
        assert "Ask Rabat." in player.screen
        await player.press("escape")
        assert case.note(1) == ""


async def test_a_merge_on_the_incidents_own_screen_turns_to_what_stands(case: Case) -> None:
    await_neptune(case)
    case.incidents.take(4, case.findings(4).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i")
        assert "2/2" not in player.rows[0]
        await player.press("enter")
        shown = player.rows[0]
        await player.press("m", "1")
        assert player.rows[0] != shown
        assert "merged" in player.status
        assert case.incidents.count() == 1
        await player.press("M")
        assert case.incidents.count() == 2


async def test_the_list_is_limited_by_words(case: Case) -> None:
    take_all(case)
    async with playing(case) as player:
        await player.press("w", "i")
        assert "1/18" in player.rows[0]
        await player.press("/")
        await player.type("type:drug_seizure casa")
        await player.press("enter")
        assert "1/1" in player.rows[0]
        await player.press("/")
        await player.type(" nowhere")
        await player.press("enter")
        assert "no incident has the words" in player.screen
        await player.press("escape", "escape")
        assert player.app.screen.context == "list"  # type: ignore[attr-defined]


async def test_a_colleagues_link_shows_and_the_cursor_stays(case: Case, tmp_path: Path) -> None:
    await_neptune(case)
    async with playing(case) as player:
        await player.press("G", "k", "w", "3", "j", "j")
        fact = player.app.desk.facts.current
        assert fact is not None
        with open_case(tmp_path / "seeds.case", user="ben") as ben:
            ben.incidents.link_proposal(1, 4, ben.findings(4).incidents[0].id)
        player.app.desk.tick()
        await player.settle()
        assert player.status.startswith("ben: linked")
        assert any("●t #1" in row for row in player.rows)
        now = player.app.desk.facts.current
        assert now is not None
        assert now.key == fact.key


async def test_undo_on_the_screen_of_an_incident_leaves_it_when_it_is_gone(case: Case) -> None:
    async with playing(case) as player:
        await player.press("I", "w", "3", "g", "enter", "t", "d", "c", "u")
        assert case.incidents.get(1).tags == {}
        assert player.rows[0].startswith(" ●t #1")
        await player.press("u")
        assert case.incidents.count() == 0
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]
        assert player.status == f"undid: took incident {RAID}"
        await player.press("ctrl+r", "t", "d", "k")
        assert list(case.marks(1).tags) == ["drugs/cocaine"]


async def test_a_case_without_incidents_says_how_to_get_some(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("w", "i")
        assert "no incidents yet: I takes the one that the rules propose" in player.screen
        await player.press("enter", "j", "m", "1", "M", "e")
        assert player.status.startswith("e does nothing here")
        await player.press("q", "w", "3", "enter")
        assert player.status == "that is no incident of the case yet; I takes it"


async def test_hostile_words_are_shown_and_not_obeyed(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    case.incidents.edit(1, "title", "[bold]\x1b[31m\u202ered[/]")
    async with playing(case, 80, 24) as player:
        await player.press("w", "i", "i", "enter")
        assert "[bold]" in player.rows[0]
        assert "\x1b" not in player.screen
        assert "\u202e" not in player.screen


async def test_facts_are_walked_and_accepted_where_the_rules_propose_nothing(
    tmp_path: Path,
) -> None:
    """Enter on a line without a fact, and e on one that is no field, say what would do."""
    from tests.tui.conftest import seed_articles

    with open_case(tmp_path / "bare.case", create=True, user="ana") as bare:
        bare.add_articles(seed_articles()[:1])
        async with playing(bare) as player:
            await player.press("I", "i", "m", "escape", "M")
            assert player.status == "no incident of the case is here to split; I takes one"


async def test_an_incident_is_merged_into_one_found_by_its_words(case: Case) -> None:
    take_all(case)
    async with playing(case) as player:
        await player.press("w", "i", "enter")
        loser = player.app.desk.incidents.in_view
        await player.press("m", "/")
        await player.type("orat")
        await player.press("enter")
        assert player.status.startswith(f"merged #{loser} ")
        assert case.incidents.get(loser).value.operation == "ORATIX"
        assert player.rows[0].startswith(f" ●t #{case.incidents.get(loser).id} wildlife")
        await player.press("escape", "escape")
        assert player.app.desk.incidents.in_view == 0
        assert player.app.screen.context == "list"  # type: ignore[attr-defined]


async def test_all_that_is_offered_has_room_above_the_foot(case: Case) -> None:
    take_all(case)
    async with playing(case, 80, 24) as player:
        await player.press("w", "i", "j", "m")
        offered = [
            row for row in player.rows if row[:4] in (" 1 #", " 2 #", " 3 #", " 4 #", " 5 #")
        ]
        assert len(offered) == 5
        assert "1-5 that incident" in player.rows[-2]


async def test_enter_leads_from_the_list_to_the_text_and_on_to_the_incident(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("enter")
        assert player.rows[0].find("▸ 2 Text") > 0
        await player.press("tab", "g", "shift+tab", "enter")
        assert "#1 " in player.rows[0]
        await player.press("escape")
        assert player.rows[0].find("▸ 2 Text") > 0


async def test_two_keys_say_what_an_incident_is_a_part_of_and_one_takes_it_back(
    case: Case,
) -> None:
    async with playing(case) as player:
        await player.press("I", "I", "w", "3", "g", "O")
        assert any(row.startswith(" O part of:") for row in player.rows)
        assert any(row.startswith(" say that #1 drug seizure") for row in player.rows)
        assert any("1 #2 drug seizure" in row for row in player.rows)
        await player.press("1")
        assert case.incidents.get(1).part_of == 2
        assert player.status.startswith("#1 is a part of #2 drug seizure")
        await player.press("O", "0")
        assert case.incidents.get(1).part_of is None
        await player.press("u")
        assert case.incidents.get(1).part_of == 2
        await player.press("O", "0", "O", "0")
        assert player.status == "#1 is no part of another"


async def test_a_whole_leads_to_its_parts_and_cannot_be_one_of_them(case: Case) -> None:
    async with playing(case) as player:
        await player.press("I", "I", "w", "3", "g", "O", "1", "enter")
        line = next(n for n, row in enumerate(player.rows) if row.startswith(" part of"))
        await player.press(*"j" * (line - 2), "enter")
        assert player.rows[0].startswith(" ●t #2 drug seizure")
        assert any(row.startswith(" part ") and "#1" in row for row in player.rows)
        await player.press("O", "/", *"seizure", "enter", "G", "enter")
        assert "cannot be its whole too" in player.status or "part of #1" in player.status
        await player.press("q", "q")
        await player.press("O", "9")
        assert player.status.startswith("there is no 9; O / finds incidents")


async def test_a_proposal_is_taken_before_it_is_a_part(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "g", "O", "1")
        assert player.status == "that is no incident of the case yet; I takes it"
