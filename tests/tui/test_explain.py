"""An article explained: every fact marked once, nothing lost, nothing obeyed."""

import re
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from facts import extract
from facts.model import Boilerplate, Extraction, Mention, Place, Reading, Seizure
from tests.laws import tried
from tui.explain import explained
from tui.reasons import details

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def lines_of(text: str, found: Extraction) -> list[str]:
    return ["".join(piece.words for piece in line) for line in explained("a.txt", text, found)]


def place(start: int, end: int, name: str = "Rabat") -> Mention:
    return Mention(start, end, Place(name, "city", "MA"), "place.town")


def found(*mentions: Mention, hidden: tuple[Boilerplate, ...] = ()) -> Extraction:
    return Extraction("1", "en", mentions=mentions, boilerplate=hidden)


def test_a_fact_is_marked_in_place_and_listed_below_its_paragraph() -> None:
    lines = lines_of("Seen in Rabat.\n\nAnd again.", found(place(8, 13)))
    assert lines == [
        "a.txt · language en · rules 1", "",
        "Seen in [Rabat](1).", "     1  place   Rabat, MA  place.town", "",
        "And again.",
    ]  # fmt: skip


def test_a_fact_within_a_fact_is_closed_first() -> None:
    text = "the port of Rabat and Salé"
    lines = lines_of(text, found(place(4, 26), place(12, 17), place(22, 26)))
    assert lines[2] == "the [port of [Rabat](2) and [Salé](3)](1)"


def test_facts_of_the_same_words_stand_within_each_other() -> None:
    assert lines_of("Rabat", found(place(0, 5), place(0, 5, "Salé")))[2] == "[[Rabat](2)](1)"


def test_what_is_left_out_says_why() -> None:
    hidden = (Boilerplate(0, 11, "share_widget"),)
    lines = lines_of("Share this.\n\nRabat", found(place(13, 18), hidden=hidden))
    assert lines[2:] == [
        "Share this.", "        left out: share widget", "",
        "[Rabat](1)", "     1  place   Rabat, MA  place.town",
    ]  # fmt: skip


def test_what_speaks_for_leaving_it_out_is_told() -> None:
    hidden = (Boilerplate(0, 11, "share_widget", ("asks its reader", "stands apart")),)
    lines = lines_of("Share this.\n\nRabat", found(place(13, 18), hidden=hidden))
    assert lines[3] == "        left out: share widget: asks its reader, stands apart"


def test_control_characters_are_shown_and_markup_is_text() -> None:
    lines = lines_of("[red]\x1b[31m Rabat[/red]", found(place(11, 16)))
    assert lines[2] == "[red]␛[31m [Rabat](1)[/red]"


def test_a_doubt_comes_with_its_reason_and_the_suggested_reading() -> None:
    value = Seizure(
        "heroin", "drug", Decimal(7196), "kg", printed="7,196 kilograms",
        flags=("decimal_comma_suspected",), suggested=Reading(Decimal("7.196")),
    )  # fmt: skip
    mention = Mention(
        0, 5, value, "substance.heroin", polarity="alleged", reported_by="DGSN",
        reasons=("one comma, three digits",),
    )  # fmt: skip
    assert [tuple(detail) for detail in details(mention)] == [
        ("polarity", "alleged; the text does not say that it is so"),
        ("issued by", "DGSN"),
        ("doubted", "the comma may be a decimal comma"),
        ("printed", "7,196 kilograms"),
        ("because", "one comma, three digits"),
        ("suggested", "7.196 kg"),
    ]


def test_an_incident_names_the_numbers_of_its_facts() -> None:
    text = SEEDS[0].read_text(encoding="utf-8")
    extraction = extract(text)
    lines = lines_of(text, extraction)
    at = lines.index("Incidents")
    for incident, words in zip(extraction.incidents, lines[at + 2 :: 2], strict=True):
        numbers = [int(number) for number in words.split()[1:]]
        assert [extraction.mentions[number - 1].id for number in numbers] == list(incident.facts)


@tried(60)
@given(
    text=st.text("ab c\n\t\x1b[]", max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6),
)
def test_taking_the_marks_away_gives_the_words_back(
    text: str, spans: list[tuple[int, int]]
) -> None:
    inside = [(start, min(start + size, len(text))) for start, size in spans if start < len(text)]
    words = [(start, end) for start, end in inside if text[start:end].strip() == text[start:end]]
    mentions = [place(start, end) for start, end in sorted(words) if "\n" not in text[start:end]]
    lines = lines_of(text, found(*mentions))
    listed = [line for line in lines if line.endswith("place.town")]
    assert [int(line.split()[0]) for line in listed] == list(range(1, len(mentions) + 1))
    shown = "".join(line for line in lines[1:] if line not in listed)
    for number in range(1, len(mentions) + 1):
        assert shown.count(f"]({number})") == 1
    bare = re.sub(r"\]\([0-9]+\)", "", shown)
    assert bare.count("[") == text.count("[") + len(mentions)
    kept = bare.replace("[", "").replace("␛", "\x1b")
    assert "".join(kept.split()) == "".join(text.replace("[", "").split())
