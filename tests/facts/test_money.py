"""Sums of money with their currency, conversion and role."""

from decimal import Decimal

import pytest

from facts import extract, numbers
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
        ("drugs to the value of R4 300 000-00", "R4 300 000", "4300000", "ZAR"),
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
        ("1.3 mln euros", "1.3 mln euros", "1300000", "EUR"),
        ("P244.8 million in Manila", "P244.8 million", "244800000", "PHP"),
        ("GH¢5,000", "GH¢5,000", "5000", "GHS"),
        ("Aus$3 million", "Aus$3 million", "3000000", "AUD"),
        ("Dh 20,000 in Dubai", "Dh 20,000", "20000", "AED"),
        ("CFA 1.2 million in Chad", "CFA 1.2 million", "1200000", "XAF"),
        ("Rs 2 million in Karachi, Pakistan", "Rs 2 million", "2000000", "PKR"),
        ("EUR 86\u202f400 in cash", "EUR 86\u202f400", "86400", "EUR"),
        ("a 10-million-euro yacht", "10-million-euro", "10000000", "EUR"),
        (
            "put at 21 billion 180 million CFA francs",
            "21 billion 180 million CFA francs",
            "21180000000",
            "XOF",
        ),
        ("25 millions FCFA in Douala, Cameroon", "25 millions FCFA", "25000000", "XAF"),
        ("2.5 milliards F CFA", "2.5 milliards F CFA", "2500000000", "XOF"),
        ("1 crore 20 lakh rupees", "1 crore 20 lakh rupees", "12000000", "INR"),
        ("6.05 million leva", "6.05 million leva", "6050000", "BGN"),
        ("up to 300,000 leva", "up to 300,000 leva", "300000", "BGN"),
        ("1.2 million Serbian dinars", "1.2 million Serbian dinars", "1200000", "RSD"),
        ("300,000 dinars in Belgrade, Serbia", "300,000 dinars", "300000", "RSD"),
        ("R1.2-million", "R1.2-million", "1200000", "ZAR"),
        ("R300 000", "R300 000", "300000", "ZAR"),
        ("Sh5 million in Nairobi, Kenya", "Sh5 million", "5000000", "KES"),
        ("Shs 20m in Kampala, Uganda", "Shs 20m", "20000000", "UGX"),
        ("Rp5 billion", "Rp5 billion", "5000000000", "IDR"),
        ("Tk 5 crore", "Tk 5 crore", "50000000", "BDT"),
        ("K250,000 in Lusaka, Zambia", "K250,000", "250000", "ZMW"),
        ("K1.5 million in Port Moresby", "K1.5 million", "1500000", "PGK"),
        ("Q200,000 in Guatemala", "Q200,000", "200000", "GTQ"),
        ("TT$2 million", "TT$2 million", "2000000", "TTD"),
        ("US $4,500", "US $4,500", "4500", "USD"),
        ("RM1.2 mil", "RM1.2 mil", "1200000", "MYR"),
        ("P3.2M in Manila, Philippines", "P3.2M", "3200000", "PHP"),
        ("P500,000 in Gaborone, Botswana", "P500,000", "500000", "BWP"),
        ("120,000 Swedish kronor", "120,000 Swedish kronor", "120000", "SEK"),
        ("900,000 zlotys", "900,000 zlotys", "900000", "PLN"),
        ("40,000 guaraníes", "40,000 guaraníes", "40000", "PYG"),
        ("50 million Uzbek soms", "50 million Uzbek soms", "50000000", "UZS"),
        ("20,000 francs in Geneva, Switzerland", "20,000 francs", "20000", "CHF"),
        ("20,000 francs in Dakar, Senegal", "20,000 francs", "20000", "XOF"),
        ("5 million yen", "5 million yen", "5000000", "JPY"),
        ("¥3 million in Tokyo, Japan", "¥3 million", "3000000", "JPY"),
        ("from $10 to $15 million", "$10 to $15 million", "10000000", "USD"),
    ],
)
def test_a_sum_is_an_amount_in_a_currency(
    text: str, quote: str, amount: str, currency: str
) -> None:
    found, value = only(text)
    assert (found, value.amount, value.currency) == (quote, Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("between 1,000 and 1,500 euros", "1,000", "1,500 euros"),
        ("between 300 000 and 450 000 CFA francs", "300 000", "450 000 CFA francs"),
        ("between €2,500 and €6,000", "€2,500", "€6,000"),
        ("between $2.5 and $6 million", "$2.5", "$6 million"),
        ("between 2 and 3 million dinars", "2", "3 million dinars"),
    ],
)
def test_between_two_sums_each_is_one(text: str, lower: str, upper: str) -> None:
    low, high = mentions(text)
    assert [text[m.start : m.end] for m in (low, high)] == [lower, upper]
    assert isinstance(low.value, Money)
    assert isinstance(high.value, Money)
    assert (low.value.mod, high.value.mod) == ("at_least", "up_to")
    assert low.value.currency == high.value.currency
    amounts = [low.value.amount or Decimal(0), high.value.amount or Decimal(0)]
    assert 0 < amounts[0] < amounts[1] < 3 * amounts[0]


@pytest.mark.parametrize(
    ("text", "usd"),
    [
        ("6.05 million leva (3.5 million U.S. dollars)", 3500000),
        ("2 million rand (about 110,000 U.S. dollars)", 110000),
        ("5 million dinars (roughly equivalent to $37,000)", 37000),
        ("600,000 pesos (some US$12,000) in Manila, Philippines", 12000),
        ("£454,000 (US$593,000)", 593000),
    ],
)
def test_a_bracket_may_say_how_it_converts(text: str, usd: int) -> None:
    _, value = only(text)
    assert value.usd == Decimal(usd)
    assert value.flags == ()


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


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("fined 20,000 dinars, or nearly $4,200", ["LYD"]),
        ("paid 9,000 dinars ($2,900) and 300 dinars", ["TND", "TND"]),
        ("paid 160,000 dinars ($1,200)", ["DZD"]),
        ("in Algiers 20,000 dinars (4,200 dollars)", ["DZD"]),
    ],
)
def test_a_printed_conversion_says_whose_dinars_they_are(text: str, currencies: list[str]) -> None:
    found = [m.value.currency for m in mentions(text) if isinstance(m.value, Money)]
    assert found == currencies


def test_a_currency_told_twice_is_one_sum() -> None:
    assert only("worth more than €10 million euros")[0] == "more than €10 million euros"


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
        ("They seized $5,000 of cocaine.", "goods_value"),
        ("It spends $5,000 a year.", "budget"),
        ("They paid up to $5,000 in cash each.", "fee_paid"),
        ("They had pills with an estimated cost of $5,000.", "goods_value"),
    ],
)
def test_the_words_beside_a_sum_say_what_it_was(text: str, role: str) -> None:
    assert only(text)[1].role == role


@pytest.mark.parametrize(
    "text",
    ["40 pounds of cocaine", "20 won the race", "5 real men", "in 500-euro notes", "$100 bills",
     "12 people", "R2 units", "COP26 in Glasgow", "a 40-pound parcel", "5 m away",
     "Plan K 5,000 men", "K9 units", "50 KM away", "a multi-million rand trade",
     "E5 and F16 jets", "29 ALL", "drove 100 L", "5 crowns", "two som"],
)  # fmt: skip
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Detectives in Wellington and Palmerston North found $14,000 in cash.", "NZD"),
        (
            "Detectives in Sydney found half a million dollars flown in from Bangkok, in Sydney.",
            "AUD",
        ),
        ("The gun, found in Kingston, was sold for $90,000 in Montego Bay.", "JMD"),
        ("Detectives in Sydney found US$14,000.", "USD"),
        ("Detectives in Sydney found 14,000 U.S. dollars.", "USD"),
        ("In Sydney A$20,000 ($14,000) was found. He had paid $500.", "USD"),
        ("Detectives in Lima found $14,000.", "USD"),
        ("He flew from Sydney to Jakarta, Indonesia, where $14,000 was found.", "USD"),
        ("They found $14,000.", "USD"),
    ],
)
def test_bare_dollars_are_those_of_the_country_the_article_is_at_home_in(
    text: str, currency: str
) -> None:
    sums = [m.value for m in extract(text).mentions if isinstance(m.value, Money)]
    assert sums[-1].currency == currency
