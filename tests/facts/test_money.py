"""Sums of money with their currency, conversion and role."""

from decimal import Decimal

import pytest

from facts import numbers
from facts.model import Mention, Money
from facts.money import find
from facts.rules import load
from facts.text import read


def mentions(text: str) -> list[Mention]:
    article = read(text)
    return find(article, numbers.find(article), load())


def only(text: str) -> tuple[str, Money]:
    (mention,) = mentions(text)
    assert isinstance(mention.value, Money)
    return text[mention.start : mention.end], mention.value


@pytest.mark.parametrize(
    ("text", "quote", "amount", "currency"),
    [
        ("over €1 million They", "over €1 million", "1000000", "EUR"),
        ("about $40,000 in cash", "about $40,000", "40000", "USD"),
        ("5 billion US dollars", "5 billion US dollars", "5000000000", "USD"),
        ("ten million U.S. dollars", "ten million U.S. dollars", "10000000", "USD"),
        ("809,850 euros", "809,850 euros", "809850", "EUR"),
        ("EUR 69,850", "EUR 69,850", "69850", "EUR"),
        ("69,850 EUR", "69,850 EUR", "69850", "EUR"),
        ("worth £1.2m on", "£1.2m", "1200000", "GBP"),
        ("$2.5bn", "$2.5bn", "2500000000", "USD"),
        ("$10-15 million", "$10-15 million", "10000000", "USD"),
        ("35.000 euros", "35.000 euros", "35000", "EUR"),
        ("$4.375 a share", "$4.375", "4.375", "USD"),
        ("2,000 pounds sterling", "2,000 pounds sterling", "2000", "GBP"),
        ("N15 million", "N15 million", "15000000", "NGN"),
        ("Rs 2.5 crore", "Rs 2.5 crore", "25000000", "INR"),
        ("₹10 lakh", "₹10 lakh", "1000000", "INR"),
        ("HK$3 million", "HK$3 million", "3000000", "HKD"),
        ("10 million CFA francs", "10 million CFA francs", "10000000", "XOF"),
        ("500 dirhams in Rabat, Morocco", "500 dirhams", "500", "MAD"),
        ("500 dirhams in Dubai", "500 dirhams", "500", "AED"),
        ("700 dinars in Tunis", "700 dinars", "700", "TND"),
        ("700 dinars in Tunis, near Algeria, Tunisian police said", "700 dinars", "700", "TND"),
        ("heroin worth 60,000 pounds", "60,000 pounds", "60000", "GBP"),
        ("fined 500 pounds in Cairo, Egypt", "500 pounds", "500", "EGP"),
        ("for 3,500 to 5,000 euros each", "3,500 to 5,000 euros", "3500", "EUR"),
        ("between 1,000 and 1,500 euros", "1,000 and 1,500 euros", "1000", "EUR"),
        ("1.3 mln euros", "1.3 mln euros", "1300000", "EUR"),
        ("P244.8 million in Manila", "P244.8 million", "244800000", "PHP"),
        ("GH¢5,000", "GH¢5,000", "5000", "GHS"),
        ("Aus$3 million", "Aus$3 million", "3000000", "AUD"),
        ("Dh 20,000 in Dubai", "Dh 20,000", "20000", "AED"),
        ("CFA 1.2 million in Chad", "CFA 1.2 million", "1200000", "XAF"),
        ("Rs 2 million in Karachi, Pakistan", "Rs 2 million", "2000000", "PKR"),
        ("EUR 86\u202f400 in cash", "EUR 86\u202f400", "86400", "EUR"),
        ("a 10-million-euro yacht", "10-million-euro", "10000000", "EUR"),
    ],
)
def test_a_sum_is_an_amount_in_a_currency(
    text: str, quote: str, amount: str, currency: str
) -> None:
    found, value = only(text)
    assert (found, value.amount, value.currency) == (quote, Decimal(amount), currency)


def test_dollars_in_brackets_belong_to_the_sum() -> None:
    quote, value = only("worth approximately MAD 6 million ($665,151).")
    assert quote == "approximately MAD 6 million ($665,151)"
    assert (value.amount, value.usd) == (Decimal(6000000), Decimal(665151))
    assert (value.mod, value.role, value.flags) == ("approximately", "goods_value", ())


def test_dollars_beside_another_conversion_are_the_sums_dollars() -> None:
    _, value = only("20 million CFA francs ($32,000, 30,500 euros)")
    assert value.usd == 32000


def test_a_range_of_dollars_in_brackets_is_no_conversion_of_one_sum() -> None:
    quote, value = only("for 3,500 to 5,000 euros ($3,900 to $5,600) each")
    assert quote == "3,500 to 5,000 euros ($3,900 to $5,600)"
    assert (value.usd, value.mod) == (None, "at_least")


def test_a_conversion_no_rate_explains_is_flagged_with_its_reason() -> None:
    (mention,) = mentions("they paid 10 billion dong (800 US dollars) to smugglers")
    assert mention.flags == ("implausible_conversion",)
    assert "to the dollar" in mention.reasons[0]


def test_a_vague_sum_has_no_amount() -> None:
    quote, value = only("millions of dollars")
    assert (quote, value.amount, value.mod) == ("millions of dollars", None, "millions")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police seized $5,000 from him.", "cash_seized"),
        ("Goods worth $5,000 were found.", "goods_value"),
        ("He was fined $5,000.", "fine"),
        ("A $5,000 reward was offered.", "reward"),
        ("They paid smugglers $5,000.", "fee_paid"),
        ("$5,000 in cash.", "cash_seized"),
        ("It spends $5,000 a year.", "budget"),
    ],
)
def test_the_words_beside_a_sum_say_what_it_was(text: str, role: str) -> None:
    assert only(text)[1].role == role


@pytest.mark.parametrize(
    "text",
    ["40 pounds of cocaine", "20 won the race", "5 real men", "in 500-euro notes", "$100 bills",
     "12 people", "R2 units", "COP26 in Glasgow", "a 40-pound parcel", "5 m away"],
)  # fmt: skip
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert mentions(text) == []
