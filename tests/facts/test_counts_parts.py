"""Counts that lean on others: parts, comparisons, what was told before; and who is a person."""

import pytest

from facts import extract
from facts.model import Count

Told = tuple[str, str, str | None]


def counts(text: str) -> list[Told]:
    """Quote, role and whole of each count."""
    return [
        (text[m.start : m.end], m.value.role, m.value.part_of)
        for m in extract(text).mentions
        if isinstance(m.value, Count)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twenty people were arrested: 12 in Madrid and 8 in Toledo.", ("12", "arrests", None)),
        ("The group is still holding 29 captives.", ("29 captives", "kidnapped", None)),
        ("Police arrested 98 candidates for irregular emigration on a beach.",
         ("98 candidates for irregular emigration", "migrants_stopped", None)),
        ("Police held 26 suspects in raids on 23 addresses.", ("23 addresses", "searches", None)),
        ("A court fined two businessmen on Monday.", ("two businessmen", "convicted", None)),
        ("Police dismantled a cell made up of five extremists.",
         ("five extremists", "arrests", None)),
        ("They were charged with trying to smuggle 16 Vietnamese migrants.",
         ("16 Vietnamese migrants", "migrants_stopped", None)),
        ("Some 85 people were abducted this year, compared with 112 in the last.",
         ("112", "kidnapped", None)),
        ("Police arrested six men. They are Alhassan Iddrisu, 26, and three others.",
         ("three others", "arrests", "6")),
        ("They arrested 22 people. The arrested, 15 men and seven women, are Spanish.",
         ("seven women", "arrests", "22")),
        ("Police freed 17 women and held 28 men. Two of the women were minors.",
         ("Two of the women", "victims_rescued", "17")),
        ("The boats rescued 142 migrants. Some 900 people were turned back last year.",
         ("Some 900 people", "migrants_stopped", None)),
        ("Gunmen abducted 17 Christian missionaries.",
         ("17 Christian missionaries", "kidnapped", None)),
        ("The army freed two cattle ranchers.", ("two cattle ranchers", "victims_rescued", None)),
        ("Three boatmen are in custody.", ("Three boatmen", "arrests", None)),
        ("Two drug runners were killed in the fire.", ("Two drug runners", "killed", None)),
        ("The gang kidnapped four beekeepers.", ("four beekeepers", "kidnapped", None)),
        ("The bomb killed six plantation workers.", ("six plantation workers", "killed", None)),
        ("Iran breaks up smuggling ring, arrests 17", ("17", "arrests", None)),
        ("Kenyan police arrest 3 with 11 elephant tusks", ("3", "arrests", None)),
        ("They held two men. One of the men was arrested in Lyon.",
         ("One of the men", "arrests", "2")),
        ("Police arrested two men. The two men were questioned on Friday.",
         ("two men", "arrests", None)),
        ("Officers arrested and charged 14 traders.", ("14 traders", "arrests", None)),
        ("Nine men were held. Two of the wanted men evaded capture.",
         ("Two of the wanted men", "suspects", None)),
        ("Police stopped two men. The two were seized near a farm.", ("two", "arrests", None)),
        ("Teams are tracking down seven herders.", ("seven herders", "wanted", None)),
        ("Some 80 officers from three forces carried out the raids.",
         ("Some 80 officers", "officers", None)),
        ("Raids targeted 15 different sites.", ("15 different sites", "searches", None)),
        ("They detained a boat crewed by six Peruvians.", ("six Peruvians", "arrests", None)),
        ("Police arrested 12 alleged Red Star (RS) members.",
         ("12 alleged Red Star (RS) members", "arrests", None)),
        ("Police dismantled between 20 and 30 cells.",
         ("between 20 and 30 cells", "cells_dismantled", None)),
        ("Guards foiled irregular migration attempts by 156 people.",
         ("156 people", "migrants_stopped", None)),
        ("An officer and two gang members died.", ("An officer", "killed", None)),
        ("Rescuers pulled 17 bodies from the sea.", ("17 bodies", "killed", None)),
        ("Rangers rescued 85 exotic birds.", ("85 exotic birds", "animals_rescued", None)),
        ("Officers raided and searched 14 houses.", ("14 houses", "searches", None)),
        ("In all, 29 suspects involved in the smuggling of 750 migrants were arrested.",
         ("29 suspects", "arrests", None)),
        ("A dozen ABC and law enforcement personnel searched the farm.",
         ("A dozen ABC and law enforcement personnel", "officers", None)),
        ("Police arrested 12 U.S. citizens on Friday.", ("12 U.S. citizens", "arrests", None)),
        ("Judges placed nine more under investigation.", ("nine more", "suspects", None)),
        ("A task force of 60 officers was set up.", ("60 officers", "officers", None)),
        ('Troops "neutralised" 12 rebels.', ("12 rebels", "killed", None)),
        ("The country deported 13 Peruvians.", ("13 Peruvians", "migrants_stopped", None)),
        ("They dismantled a gang of 12 Latvians.", ("12 Latvians", "arrests", None)),
        ("They held 34 people: 20 Turks and four Iraqis.", ("20 Turks", "arrests", "34")),
        ("A mother and her two daughters were freed.", ("A mother", "victims_rescued", None)),
        ("Those arrested include three doctors.", ("three doctors", "arrests", None)),
        ("Troops killed one of the gunmen.", ("one of the gunmen", "killed", None)),
        ("Eleven of those arrested were remanded.",
         ("Eleven of those arrested", "arrests", None)),
        ("He said that one man was arrested.", ("one man", "arrests", None)),
        ("Three crew members — two Croatians and an Italian — were held.",
         ("two Croatians", "arrests", "3")),
    ],
)  # fmt: skip
def test_a_count_is_told_by_what_stands_around_it(text: str, expected: Told) -> None:
    assert expected in counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The police held 2 meetings.",
        "The rebels executed three orders.",
        "The police neutralised four containers.",
        "They killed 12 dragons with 3 specimens.",
        "Airstrikes targeted 12 houses.",
        "Rescuers are searching for 12 climbers.",
        "The club brought in 12 foreign players.",
        "The country took in 12 orphans.",
    ],
)
def test_what_is_no_person_is_not_counted_as_one(text: str) -> None:
    assert counts(text) == []


def test_who_was_among_them_is_part_of_them() -> None:
    text = "The coastguard rescued 118 people. Among them were 94 men, 11 women and 13 minors."
    assert counts(text) == [
        ("118 people", "migrants_rescued", None),
        ("94 men", "migrants_rescued", "118"),
        ("11 women", "migrants_rescued", "118"),
        ("13 minors", "migrants_rescued", "118"),
    ]


def test_two_adjectives_joined_stand_before_what_they_tell() -> None:
    text = "The task force has led to 325 domestic and foreign arrests."
    assert counts(text) == [("325 domestic and foreign arrests", "arrests", None)]


def test_numbers_in_brackets_that_add_up_to_the_whole_are_its_parts() -> None:
    text = (
        "Police arrested 150 men in the United States (65), Germany (47), Malta (37) and Italy (1)."
    )
    found = [m.value for m in extract(text).mentions if isinstance(m.value, Count)]
    assert [(c.n, c.part_of) for c in found] == [
        (150, None), (65, "150"), (47, "150"), (37, "150"), (1, "150"),
    ]  # fmt: skip


def test_numbers_in_brackets_that_add_up_to_nothing_are_none() -> None:
    text = "Police arrested 150 men in the United States (65), Germany (47) and Malta (37)."
    assert [m.value.n for m in extract(text).mentions if isinstance(m.value, Count)] == [150]


@pytest.mark.parametrize(
    "phrase",
    [
        "12 Spanish and Moroccan nationals",
        "12 Spanish, French and Moroccan men",
        "17 American and Canadian missionaries",
    ],
)
def test_adjectives_before_the_noun_they_share_belong_to_the_count(phrase: str) -> None:
    assert counts(f"Police arrested {phrase}.") == [(phrase, "arrests", None)]


def test_a_people_alone_ends_its_count() -> None:
    assert counts("Police held 3 Moroccans and Algerians.") == [("3 Moroccans", "arrests", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty potential victims of exploitation were safeguarded and six traffickers arrested.",
         [("victims_rescued", 40, None), ("arrests", 6, None)]),
        ("The raid led to jail terms for nine members of the gang.", [("convicted", 9, None)]),
        ("Police freed 31 victims. Three of the leaders of the ring are under investigation.",
         [("victims_rescued", 31, None), ("suspects", 3, None)]),
        ("Guards sent back 700 Haitian migrants. There were 14 wrecks. Six of which were fatal.",
         [("migrants_stopped", 700, None)]),
        ("The navy found 22 migrants and two suspected traffickers in a dinghy.",
         [("migrants_stopped", 22, None), ("suspects", 2, None)]),
        ("Police arrested six suspects, including a Turkish trader, and five Serbian nationals.",
         [("arrests", 6, None), ("arrests", 5, "6")]),
        ("A driver was held after 19 Afghan people were found in the back of his lorry.",
         [("arrests", 1, None), ("migrants_stopped", 19, None)]),
        ("A tip led to the discovery of a group of 28 victims of trafficking, including ten girls.",
         [("victims_rescued", 28, None), ("victims_rescued", 10, "28")]),
        ("Five of the suspects were held in May, four more in June and the last two in July.",
         [("arrests", 5, None), ("arrests", 4, None), ("arrests", 2, None)]),
        ("Three other suspects sped off during the raid.", [("suspects", 3, None)]),
        ("Rebels abducted 13 U.S. and Swiss engineers.", [("kidnapped", 13, None)]),
        ("Four people were held: two Finns, a Dane and an Estonian.",
         [("arrests", 4, None), ("arrests", 2, "4"), ("arrests", 1, "4"), ("arrests", 1, "4")]),
        ("Police held eight poachers. Five men and three women were in a hut with the cubs.",
         [("arrests", 8, None), ("arrests", 5, "8"), ("arrests", 3, "8")]),
        ("Police held eight poachers. Five men and two women live in the hut.",
         [("arrests", 8, None)]),
        ("Both brothers were arrested.", [("arrests", 2, None)]),
        ("Both brothers and sisters were arrested.", []),
        ("Both suspects live in the town.", []),
        ("Both defendants pleaded guilty.", [("convicted", 2, None)]),
        ("Troops held 17 gunmen. Out of 60 freed hostages, 40 of them were held captives there.",
         [("arrests", 17, None), ("kidnapped", 40, None)]),
        ("At least 61 of 70 identified suspects were arrested on Monday.",
         [("arrests", 61, "70"), ("suspects", 70, None)]),
        ("Twelve out of 20 wanted suspects were arrested.",
         [("arrests", 12, "20"), ("suspects", 20, None)]),
        ("Two of the nine divers were arrested.", [("arrests", 2, "9")]),
        ("Eight of the 13 divers pleaded guilty.", [("convicted", 8, "13")]),
        ("Gunmen killed one of five nurses they abducted in May.",
         [("killed", 1, "5"), ("kidnapped", 5, None)]),
        ("The raid resulted in four Danish nationals and a Finn being charged.",
         [("charged", 4, None), ("charged", 1, None)]),
        ("Three divers—two Croatians and an Italian—were held.",
         [("arrests", 3, None), ("arrests", 2, "3"), ("arrests", 1, "3")]),
        ("He had enough poison to kill 400 people.", []),
        ("Troops freed 60 hostages. Nine of them were held captives for a year.",
         [("victims_rescued", 60, None), ("kidnapped", 9, None)]),
    ],
)  # fmt: skip
def test_who_is_of_which_side_is_told_apart(
    text: str, expected: list[tuple[str, int, str | None]]
) -> None:
    found = [m.value for m in extract(text).mentions if isinstance(m.value, Count)]
    assert [(value.role, value.n, value.part_of) for value in found] == expected
