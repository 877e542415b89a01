"""Counts: the number, its role, what it is a part of."""

import pytest

from facts import extract
from facts.model import Count, Mention


def counts(text: str) -> list[tuple[str, str, int | None, str | None]]:
    """Quote, role, number and whole of each count."""
    return [
        (text[m.start : m.end], m.value.role, m.value.n, m.value.part_of)
        for m in extract(text).mentions
        if isinstance(m.value, Count)
    ]


def roles(text: str) -> list[tuple[str, str]]:
    return [(quote, role) for quote, role, _, _ in counts(text)]


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Police arrested 21 people in Lagos.", "21 people", "arrests"),
        ("Thirty-nine people were arrested on Tuesday.", "Thirty-nine people", "arrests"),
        ("The raid led to 12 arrests.", "12 arrests", "arrests"),
        ("The raid led to the arrest of seven suspects.", "seven suspects", "arrests"),
        ("10 Vietnamese arrested in China", "10 Vietnamese", "arrests"),
        ("One man is in custody.", "One man", "arrests"),
        ("Troops took five men into custody.", "five men", "arrests"),
        ("Two suspects fled the scene.", "Two suspects", "suspects"),
        ("Three men are still on the run.", "Three men", "wanted"),
        ("The coast guard stopped 40 migrants.", "40 migrants", "migrants_stopped"),
        ("Some 156 migrants were rescued off Sfax.", "Some 156 migrants", "migrants_rescued"),
        ("Guards foiled 33 crossing attempts.", "33 crossing attempts", "attempts_foiled"),
        ("Troops freed 27 hostages.", "27 hostages", "victims_rescued"),
        ("It has dismantled 207 terrorist cells.", "207 terrorist cells", "cells_dismantled"),
        ("Gunmen abducted 39 students.", "39 students", "kidnapped"),
        ("The blast killed 12 people.", "12 people", "killed"),
        ("Seven soldiers lost their lives.", "Seven soldiers", "killed"),
        ("Officers shot dead five gunmen.", "five gunmen", "killed"),
        ("Eight bodies were recovered.", "Eight bodies", "killed"),
        ("The bomb injured one passerby.", "one passerby", "injured"),
        ("Four men have been charged with murder.", "Four men", "charged"),
        ("Five members of a gang were jailed.", "Five members", "convicted"),
        ("More than 50 places were searched.", "More than 50 places", "searches"),
        ("Officers carried out 14 house searches.", "14 house searches", "searches"),
        ("It opened 31 new investigations.", "31 new investigations", "investigations_opened"),
        ("The team ran 900 searches in the database.", "900 searches", "database_searches"),
        ("Police in 103 countries took part.", "103 countries", "countries"),
        ("They were held in two operations.", "two operations", "operations"),
        ("Some 150 officers took part in the raids.", "Some 150 officers", "officers"),
        ("Two recipients of the load were arrested.", "Two recipients", "arrests"),
        ("The court sentenced 12 beekeepers on Monday.", "12 beekeepers", "convicted"),
        ("Six men died. Ten more were wounded.", "Ten more", "injured"),
        ("They stopped a truck carrying 118 irregular migrants.", "118 irregular migrants",
         "migrants_stopped"),
        ("Two men, identified only by their initials, were arrested.", "Two men", "arrests"),
        ("Of the 26 suspects detained there, nine were released.", "26 suspects", "arrests"),
        ("They arrested two police constables.", "two police constables", "arrests"),
        ("Nine crew members are in the custody of customs.", "Nine crew members", "arrests"),
        ("Fourteen members of a gang that supplied class A drugs have been jailed.",
         "Fourteen members", "convicted"),
        ("Twelve others received terms of three to 15 years.", "Twelve others", "convicted"),
        ("1,217 Boko Haram/ISWAP fighters surrendered.", "1,217 Boko Haram/ISWAP fighters",
         "arrests"),
        ("A judge ordered 12 of the detainees jailed pending trial.", "12 of the detainees",
         "arrests"),
        ("Three smugglers, one of them wanted on eight warrants, were remanded in custody.",
         "Three smugglers", "arrests"),
        ("Over 300 officers raided 19 locations.", "Over 300 officers", "officers"),
        ("Fifty officers executing warrants held a man.", "Fifty officers", "officers"),
        ("Police arrested (04) support elements.", "(04) support elements", "arrests"),
        ("Twenty dockers were questioned on Monday.", "Twenty dockers", "suspects"),
        ("A judge sent 12 people to prison to await trial.", "12 people", "arrests"),
        ("A court sent 12 people to prison for fraud.", "12 people", "convicted"),
        ("Two suspects: Bashir Idris, 29, and Chinedu Eze, 33, were nabbed.", "Two suspects",
         "arrests"),
    ],
)  # fmt: skip
def test_a_number_has_the_role_of_its_trigger(text: str, quote: str, role: str) -> None:
    assert (quote, role) in roles(text)


def test_passive_and_active_do_not_take_each_others_numbers() -> None:
    text = "Police killed two robbers and three others were arrested."
    assert roles(text) == [("two robbers", "killed"), ("three others", "arrests")]


def test_a_number_without_a_noun_takes_the_one_before() -> None:
    text = "Eighteen people were held in Germany, nine in France and six each in Spain and Italy."
    assert [n for _, role, n, _ in counts(text) if role == "arrests"] == [18, 9, 6]


def test_a_toll_is_of_its_own_number_only() -> None:
    text = "A boat with 57 people on it sank, taking the toll to 23 dead."
    assert [n for _, role, n, _ in counts(text) if role == "killed"] == [23]


def test_all_but_some_are_no_part() -> None:
    text = "Guards rescued 503 migrants, all but 11 of them from sub-Saharan Africa."
    assert [n for _, _, n, _ in counts(text)] == [503]


def test_those_held_who_are_sent_to_prison_are_not_convicted() -> None:
    text = "Prosecutors said 142 people were arrested: 99 were sent to prison."
    assert [role for _, role in roles(text)] == ["arrests", "arrests"]


def test_people_intercepted_are_migrants_where_the_article_stopped_migrants_before() -> None:
    text = "Crews repatriated 113 Cuban migrants. They have interdicted 6,052 Cubans since May."
    assert [role for _, role in roles(text)] == ["migrants_stopped", "migrants_stopped"]


def test_those_under_investigation_are_not_held() -> None:
    text = "Fourteen people have been arrested, and another three are under investigation."
    assert roles(text) == [("Fourteen people", "arrests"), ("three", "suspects")]


def test_people_rescued_are_migrants_where_the_article_rescued_migrants_before() -> None:
    text = "The army rescued 58 migrants. The agency has rescued 2,160 people since May."
    assert [role for _, role in roles(text)] == ["migrants_rescued", "migrants_rescued"]
    assert roles("The agency has rescued 2,160 people.") == [("2,160 people", "victims_rescued")]


def test_a_group_includes_its_parts() -> None:
    text = "The army rescued 58 migrants. The group, which included 17 women, had no water."
    assert counts(text)[1] == ("17 women", "migrants_rescued", 17, "58")


def test_parts_know_their_whole() -> None:
    text = "The navy rescued 146 migrants, including 23 women and 11 children, on Sunday."
    assert [(n, whole) for _, _, n, whole in counts(text)] == [
        (146, None),
        (23, "146"),
        (11, "146"),
    ]


def test_a_part_can_have_a_role_of_its_own() -> None:
    text = "As many as 145 persons were arrested, out of whom 61 have been charged."
    assert [(role, n) for _, role, n, _ in counts(text)] == [("arrests", 145), ("charged", 61)]


def test_a_partition_shares_the_whole_out() -> None:
    text = "Of the 12 suspects, five were killed by police and four have been detained."
    assert [(role, n) for _, role, n, _ in counts(text)][1:] == [("killed", 5), ("arrests", 4)]


def test_suspicion_is_told_apart_from_arrest() -> None:
    (mention,) = mentions("Police arrested 15 suspects for their alleged involvement.")
    assert mention.polarity == "alleged"
    (mention,) = mentions("Police arrested 15 thieves.")
    assert mention.polarity is None


@pytest.mark.parametrize(
    "text",
    [
        "Officers stopped 1,832 people at the border.",
        "The operation led to 104 arrest warrants.",
        "A boat carrying 57 people sank off the islands.",
        "Ministers held four coordination meetings.",
        "He was given terms of seven, nine and eleven years.",
        "The mother of three was intercepted at the airport.",
        "Police seized seven cars (2 of them stolen).",
        "He was jailed for 12 years.",
        "The road is 40 kilometres long.",
        "Article 12 of the law was cited after the arrest.",
        "A 15-member gang was arrested.",
        "Some 2 million drug addicts live in the country.",
        "One of the suspects is a teacher.",
    ],
)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert counts(text) == []


def mentions(text: str) -> list[Mention]:
    return [m for m in extract(text).mentions if isinstance(m.value, Count)]
