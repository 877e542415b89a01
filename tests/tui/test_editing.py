"""Correcting facts and adding them: keys in, counted; the case and the screen out."""

import threading
from decimal import Decimal

import pytest
from textual.events import Key

from facts.model import Count, Seizure
from facts.rules import RuleBook, load
from store import Case, Finding, open_case, parse_query
from tests.tui.playing import Player, playing
from tests.tui.sitting import Sitting
from tui.desk.selection import Selection

EDIT = ("e", "tab", "b", "enter")


def current(player: Player) -> Finding:
    found = player.app.desk.facts.current
    assert found is not None
    return found


def quotes(player: Player, finding: Finding) -> list[str]:
    return [player.app.desk.text[m.start : m.end] for m in finding.mentions]


async def to_fact(player: Player, words: str) -> None:
    """Put the cursor on the first fact whose line has these words."""
    lines = player.app.desk.facts.shown.lines
    place = next(n for n, line in enumerate(lines) if words in line.words)
    await player.press("w", "3", "g", *("j" * place))


async def test_four_keys_move_an_edge_and_one_takes_it_back(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "1.992 tonnes")
        before = quotes(player, current(player))
        keys = EDIT
        assert len(keys) == 4
        await player.press(*keys)
        assert quotes(player, current(player)) == [f"seizing {before[0]}"]
        assert player.status.startswith("corrected the words of 1.992 tonnes of cannabis resin: ")
        assert current(player).verdict == "accepted"
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]
        await player.press("u")
        assert quotes(player, current(player)) == before


async def test_a_moved_edge_is_read_again_and_said_before_it_is_taken(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "nearly one tonne")
        await player.press("e", "tab", "w")
        assert player.status.startswith("▸[one tonne")
        assert "says" in player.status
        await player.press("enter")
        value = current(player).value
        assert isinstance(value, Seizure)
        assert (value.mod, value.quantity) == (None, Decimal(1000))
        assert player.status == (
            "corrected nearly one tonne of cannabis resin to 1,000 kg of cannabis resin"
        )


async def test_edges_move_by_character_word_line_and_sentence(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "Tit Mellil")
        for keys, words in (
            (("e",), "[Tit Mellil]◂"),
            (("h",), "[Tit Melli]◂"),
            (("right", "l"), "[Tit Mellil]◂"),
            (("ctrl+right",), "[Tit Mellil near]◂"),
            (("b",), "[Tit Mellil]◂"),
            (("tab", "w"), "▸[Mellil]"),
            (("w", "w"), "▸[Mellil]"),
            (("ctrl+left", "b"), "▸[near Tit Mellil]"),
            (("(",), "▸[Security services … near Tit Mellil]"),
            (("j", "k"), "▸[Security services … near Tit Mellil]"),
        ):
            await player.press(*keys)
            assert player.status.startswith(words), keys
        await player.press("escape")
        assert player.status == "left as it was"
        assert not case.findings(1).facts[0].places


def test_words_without_a_space_are_cut_where_there_is_no_room() -> None:
    assert Selection(0, 60).bracketed("x" * 80) == f"[{'x' * 20} … {'x' * 20}]◂"
    assert Selection(0, 46).bracketed("警" * 40 + " ok ok") == f"[{'警' * 20} … ok ok]◂"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_words_are_in_brackets_for_who_sees_no_colour(
    case: Case, size: tuple[int, int]
) -> None:
    async with playing(case, *size) as player:
        await to_fact(player, "22 Sep 2020")
        await player.press("e", "tab", "b")
        assert any("Casablanca[on" in " ".join(row.split()) for row in player.rows)
        await player.press("escape")
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]


async def test_the_value_is_typed_in_the_analysts_words(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "179,657 tonnes")
        await player.press("e", "e", "ctrl+u")
        await player.type("179.657 t")
        await player.press("enter")
        value = current(player).value
        assert isinstance(value, Seizure)
        assert value.quantity == Decimal(179657)
        assert player.status == (
            "corrected 179,657 tonnes of cannabis and its derivatives to"
            " 179,657 kg of cannabis and its derivatives"
        )
        await player.press("e", "e", "ctrl+u", "enter")
        assert not current(player).corrected
        assert player.status == "gave back 179,657 tonnes of cannabis and its derivatives"


async def test_what_cannot_be_read_stays_in_the_line_with_what_would_be_right(case: Case) -> None:
    async with playing(case, 120, 40) as player:
        await to_fact(player, "2 suspects")
        await player.press("e", "e", "ctrl+u")
        await player.type("2 blorbs")
        await player.press("enter")
        assert "2 blorbs is not a count; it is written as 21 people arrested" in player.screen
        await player.press("ctrl+u")
        await player.type("3")
        await player.press("enter")
        assert current(player).value == Count(3, "suspects")
        assert player.status == "corrected 2 suspects to 3 suspects"


async def test_one_key_takes_all_readings_of_the_same_check(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "179,657 tonnes")
        await player.press("Y")
        assert player.status == "took 3 suggested readings"
        read = [f.value for f in case.findings(1).facts if f.corrected]
        assert [value.quantity for value in read if isinstance(value, Seizure)] == [
            Decimal("179657"), Decimal("542.455"), Decimal("7.196"),
        ]  # fmt: skip
        await player.press("u")
        assert not any(f.corrected for f in case.findings(1).facts)
        await player.press("g", "Y")
        assert player.status == "no other reading is suggested for Morocco, nor for any like it"


async def test_verdicts_leave_a_correction_as_it_is(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "179,657 tonnes")
        key = current(player).key
        await player.press("y")
        for verdict, pressed in (("rejected", "r"), ("accepted", "a")):
            await to_fact(player, "179,657 kg")
            await player.press(pressed)
            fact = next(f for f in case.findings(1).facts if f.key == key)
            assert (fact.verdict, fact.corrected) == (verdict, True)


async def test_a_fact_is_added_with_few_keys_and_lives_like_others(case: Case) -> None:
    async with playing(case) as player:
        await player.press("/")
        await player.type("license plates")
        await player.press("enter")
        counted = ("+", "enter", "s", "enter")
        assert len(counted) <= 8
        await player.press(*counted)
        assert player.status == "added license plates"
        assert quotes(player, current(player)) == ["license plates"]
        assert "▸✓y seized license plates, added" in player.screen
        assert list(case.ids(parse_query('seized:"license plates"'))) == [1]
        (row,) = case.rows([1])
        facts = row.facts
        await player.press("o")
        assert "analyst" in player.screen
        await player.press("q", "w", "3", "r")
        assert player.status.startswith("took away license plates")
        assert case.rows([1])[0].facts == facts - 1
        await player.press("u")
        assert case.rows([1])[0].facts == facts


async def test_words_are_chosen_from_the_top_of_the_text(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "2", "+")
        assert player.status.startswith("▸[The]")
        await player.press("w", "tab", "w", "w")
        assert player.status.startswith("[suspects are on]◂")
        await player.press("enter")
        assert "say:" in player.screen
        await player.press("escape", "escape")
        assert not any(f.places for f in case.findings(1).facts)


async def test_a_kind_and_a_value_that_is_typed(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "2", "+", "enter", "c")
        assert "count: The" in player.screen
        await player.press("ctrl+u")
        await player.type("at least 207 cells")
        await player.press("enter")
        assert player.status == "added at least 207 cells dismantled"
        assert 1 in case.ids(parse_query("count:cells_dismantled>=207"))


def test_words_are_never_taken_for_another_article(case: Case) -> None:
    sitting = Sitting(case)
    editing = sitting.desk.editing
    for take in (editing.take, lambda: editing.by_words(1), lambda: editing.take_value("x")):
        sitting.desk.go_to(0)
        assert editing.edit()
        editing.by_words(1)
        sitting.desk.go_to(1)
        sitting.desk.load()
        take()
        sitting.settle()
        assert editing.selection is None
        assert sitting.desk.status.words == "another article is open now"
    assert not any(f.verdict for article in case.ids() for f in case.findings(article).facts)
    sitting.writer.close()


async def test_nothing_is_edited_where_nothing_can_be_changed(case: Case) -> None:
    path = case.path
    case.close()
    with open_case(path, read_only=True) as reading:
        async with playing(reading) as player:
            for key in ("e", "+"):
                await player.press(key)
                assert "no fact can be changed" in player.status
                assert player.app.screen.context == "list"  # type: ignore[attr-defined]


async def test_the_rules_are_loaded_beside_the_keys_that_move_an_edge(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key waits for them but one that takes what they read."""
    held, threads = threading.Event(), set[str]()

    def slowly() -> RuleBook:
        threads.add(threading.current_thread().name)
        assert held.wait(120)
        return load()

    monkeypatch.setattr("tui.desk.said_words._loaded", slowly)
    async with playing(case) as player:
        await to_fact(player, "nearly one tonne")
        for key in ("e", "tab", "w"):
            player.app.post_message(Key(key, key if len(key) == 1 else None))
        await player.pause()
        assert player.status == "▸[one tonne of cannabis resin] …"
        held.set()
        await player.settle()
        assert player.status == "▸[one tonne of cannabis resin] says 1,000 kg of cannabis resin"
        assert "MainThread" not in threads
        await player.press("enter")
        assert player.status.startswith("corrected nearly one tonne")


async def test_keys_faster_than_the_rules_take_what_the_words_say(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "nearly one tonne")
        await player.burst("e", "tab", "w", "enter", "u")
        await player.burst("e", "tab", "w", "enter")
        value = current(player).value
        assert isinstance(value, Seizure)
        assert (value.mod, value.quantity) == (None, Decimal(1000))


async def test_each_place_of_a_fact_can_be_corrected(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "Morocco ×6")
        before = [(m.start, m.end) for m in current(player).mentions]
        await player.press("e")
        assert player.status == "[Morocco]◂ says Morocco · place 1 of 6, n the next"
        await player.press("n", "n", "N")
        assert player.status.endswith("place 2 of 6, n the next")
        await player.press("tab", "b")
        moved = player.app.desk.editing.selection
        assert moved is not None
        await player.press("n")
        assert player.status.startswith("Enter takes these words")
        assert player.app.desk.editing.selection == moved
        await player.press("enter")
        after = [(m.start, m.end) for m in current(player).mentions]
        assert set(before) - set(after) == {before[1]}
        assert set(after) - set(before) == {(moved.start, before[1][1])}


async def test_a_fact_with_one_place_has_no_next_nor_have_new_words(case: Case) -> None:
    async with playing(case) as player:
        await to_fact(player, "nearly one tonne")
        await player.press("e", "n")
        assert player.status == "the fact stands in this place alone"
        await player.press("escape", "+", "n")
        assert player.status == "these words are no fact yet; Enter says what they are"
