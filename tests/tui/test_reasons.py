"""Why a fact is there, in words."""

from decimal import Decimal

from facts.model import Fact, Incident, Mention, Organisation, Place, Reading, Seizure, with_reading
from store import Finding
from tui.reasons import found, judged

VALUE = Place("Rabat", "city", "MA")
MENTION = Mention(8, 13, VALUE, "place.town", reported_by="DGSN", incidents=("i1",))
FACT = Fact("place:ma:rabat", VALUE, (MENTION,))


def test_the_words_stand_in_their_line_with_rule_and_source() -> None:
    text = "Seen in Rabat \x1b[1m today.\nAnd not again."
    incidents = [Incident("i1", ("drug_seizure",), "event"), Incident("i2", ("theft",), "event")]
    assert [tuple(detail) for detail in found(MENTION, text, incidents)] == [
        ("words", "Seen in [Rabat] ␛[1m today."),
        ("place", "characters 8 to 13"),
        ("rule", "place.town"),
        ("issued by", "DGSN"),
        ("incident", "drug seizure · no date · no place"),
    ]


def test_a_long_line_is_cut_on_both_sides() -> None:
    text = "x" * 100 + "Rabat" + "y" * 100
    mention = Mention(100, 105, VALUE, "place.town")
    words, *_, incident = found(mention, text, [])
    assert words.words == f"… {'x' * 70}[Rabat]{'y' * 70} …"
    assert incident == ("incident", "none")


def test_a_line_is_cut_between_words() -> None:
    text = f"{'word ' * 40}Rabat{' word' * 40}"
    words, *_ = found(Mention(200, 205, VALUE, "place.town"), text, [])
    assert words.words == f"… {'word ' * 13}[Rabat]{' word' * 13} …"


def test_a_fact_that_nobody_judged_says_so() -> None:
    assert [tuple(one) for one in judged(Finding(FACT, VALUE))] == [
        ("place", "Rabat, MA"), ("verdict", "not judged yet"),
    ]  # fmt: skip


def test_a_corrected_fact_shows_what_was_found_and_who_corrected_it() -> None:
    other = Organisation("Rabat")
    finding = Finding(FACT, other, "accepted", "ana", "2021-03-06T10:20:30Z", True)
    assert [tuple(one) for one in judged(finding)] == [
        ("place", "Rabat"),
        ("found", "Rabat, MA"),
        ("verdict", "accepted with another reading by ana, 6 Mar 2021 10:20 UTC"),
    ]


def test_a_corrected_number_is_not_called_by_what_was_printed() -> None:
    value = Seizure(
        "heroin", "drug", Decimal(7196), "kg", printed="7,196 kilograms",
        flags=("decimal_comma_suspected",),
    )  # fmt: skip
    fact = Fact("seizure:heroin", value, (Mention(0, 15, value, "substance.heroin"),))
    taken = with_reading(value, Reading(Decimal("7.196")))
    finding = Finding(fact, taken, "accepted", "ana", "2021-03-06T10:20:30Z", True)
    assert [tuple(one) for one in judged(finding)][:2] == [
        ("seized", "7.196 kg of heroin"),
        ("found", "7,196 kilograms of heroin"),
    ]
