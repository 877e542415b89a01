"""Seizures in lists and asides, what hides them, and what only looks like one."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Seizure


def seizures(text: str) -> list[tuple[str, Decimal | None]]:
    """Item and quantity of each seizure."""
    return [
        (m.value.item, m.value.quantity)
        for m in extract(text).mentions
        if isinstance(m.value, Seizure)
    ]


@pytest.mark.parametrize(
    ("text", "item", "quantity"),
    [
        ("Retrieved from them were three shotguns, a locally manufactured pistol and a car.",
         "locally manufactured pistol", 1),
        ("Troops recovered two locally made guns.", "locally made guns", 2),
        ("Police seized 1,182 alarm and signal weapons.", "alarm and signal weapons", 1182),
        ("Soldiers set ablaze 14 excavators and 60 changfan machines.", "changfan machines", 60),
        ("Five excavators were set ablaze.", "excavators", 5),
        ("Police seized three AK47s, two M16s and an M4 rifle.", "AK47s", 3),
        ("Police seized a 3D printer and three 4x4s.", "4x4s", 3),
        ("Police seized 20 two-way radios and 3 face masks.", "two-way radios", 20),
        ("Police seized 12 works of art and 20 work permits.", "works of art", 12),
        ("Police seized two scales and 20 weighing scales.", "weighing scales", 20),
        ("Police seized 3,000 litres of AGO three days ago.", "AGO", 3000),
        ("Police seized eight knives, balaclavas, 12 kg of TNT and a car.", "balaclavas", None),
    ],
)  # fmt: skip
def test_a_thing_is_read_with_all_its_words(text: str, item: str, quantity: int | None) -> None:
    assert (item, quantity) in seizures(text)


def test_the_points_of_a_list_go_on_after_one_that_was_seized() -> None:
    text = (
        "Results:\n\n• 1,534 firearms seized;\n• around 138,600 cartridges;\n"
        "• 13 hand grenades and 5.3 kg of TNT;\n• 780 officers on duty.\n"
    )
    assert [item for item, _ in seizures(text)] == [
        "firearms", "cartridges", "hand grenades", "TNT",
    ]  # fmt: skip


def test_points_alone_are_no_seizures() -> None:
    assert seizures("The army owns:\n\n• 1,534 firearms;\n• 13 hand grenades.\n") == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("A craft with the capacity to transport eight tons of drugs was seen.", []),
        ("A vessel capable of carrying 5 tonnes of cocaine was seen.", []),
        ("They seized two tons of cocaine and dismantled 203 offices.", ["cocaine"]),
        ("Officers recovered 38 parcels of Loud, a strong strain of cannabis, weighing 19.40kg.",
         ["Loud"]),
        ("Two men were caught with 214 blocks of cannabis, which tipped the scale at 187kg.",
         ["cannabis"]),
        ("Police smashed two syndicates, seizing goods with a market value of a million.", []),
        ("The army freed two cattle ranchers.", []),
        ("Gunmen set ablaze two trucks.", []),
    ],
)  # fmt: skip
def test_what_could_be_or_was_named_before_is_not_seized_again(text: str, items: list[str]) -> None:
    assert [item for item, _ in seizures(text)] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Items recovered from the gang included two pickups, a shotgun and phones.",
         ["pickups", "shotgun", "phones"]),
        ("Weapons found at the farm included hunting rifles and one machine gun.",
         ["hunting rifles", "machine gun"]),
        ("Among the goods seized were five laptops, jewellery and forged passports.",
         ["laptops", "jewellery", "forged passports"]),
        ("The seized goods include 300 cartons of cigarettes and 40 bags of rice.",
         ["cigarettes", "rice"]),
        ("The haul included seven crossbows and daggers.", ["crossbows", "daggers"]),
        ("Officers seized four cars. Others include a scooter and six tablets.",
         ["cars", "scooter", "tablets"]),
        ("The gang owned four cars. Others include a scooter and six tablets.", []),
        ("Agents found items including a machete and a crossbow under the bed.",
         ["machete", "crossbow"]),
        ("Police found drugs, phones and computers.", ["drugs", "phones", "computers"]),
        ("Police found phones and computers.", []),
        ("Vehicles, cash and various digital devices were seized.",
         ["Vehicles", "digital devices"]),
        ("Documents, phones and 45,000 euros in cash were confiscated.",
         ["Documents", "phones"]),
        ("They seized 20 tonnes of rice, pasta and flour.", ["rice"]),
        ("Six houses were searched and 20 kg of heroin seized.", ["heroin"]),
        ("Six cars were searched and later seized.", ["cars"]),
        ("They seized AK 47 rifles, a 45 calibre pistol and a .22 rifle.",
         ["AK 47 rifles", "45 calibre pistol", ".22 rifle"]),
        ("Customs seized tens of thousands of fake watches.", ["fake watches"]),
        ("Police seized two Lexus 350 saloon cars and four Peugeot 406.",
         ["Lexus 350 saloon cars", "Peugeot 406"]),
        ("They found 40 plastic bags of dried leaves believed to be cannabis.", ["cannabis"]),
        ("The gang sold large quantities of heroin.", []),
        ("Seizures of cocaine rose last year.", []),
        ("They recovered one M4 carbine, Mark 2 guns and four French made weapons.",
         ["M4 carbine", "Mark 2 guns", "French made weapons"]),
        ("Police seized a large amount of cash and three pistols.", ["pistols"]),
        ("Customs foiled attempts to smuggle out 3.2 million cigarettes.", ["cigarettes"]),
        ("He transported 36 cakes of heroin.", ["heroin"]),
        ("A car and two weighing machines were impounded.", ["car", "weighing machines"]),
        ("Weapons discovered included AK 47 rifles and two revolvers.",
         ["AK 47 rifles", "revolvers"]),
        ("Customs found tons of tobacco, cigarette filters and glue.",
         ["tobacco", "cigarette filters", "glue"]),
        ("The seizure of 3 kg of hashish, 522,410 euros in cash, a 45 calibre firearm and a car.",
         ["hashish", "45 calibre firearm", "car"]),
        ("The road is a route for the transport of drugs.", []),
        ("Soldiers discovered and destroyed 23 refineries and took the men.", ["refineries"]),
        ("Detectives recovered 16 rocks of crack and two tins of cannabis.", ["crack", "cannabis"]),
        ("The ring smuggled 30 tonnes of hashish a year.", []),
    ],
)  # fmt: skip
def test_a_list_is_read_from_the_word_that_opens_it(text: str, items: list[str]) -> None:
    assert sorted(item for item, _ in seizures(text)) == sorted(items)


@pytest.mark.parametrize(
    ("text", "item", "category"),
    [
        ("Police seized 14 mopeds and a motorhome.", "motorhome", "vehicle"),
        ("Customs found 3,000 disposable vapes.", "disposable vapes", "goods"),
        ("Rangers confiscated two gibbons.", "gibbons", "wildlife"),
        ("They found 200 kg of red sandalwood in a truck.", "red sandalwood", "wildlife"),
        ("Police seized 300 Lyrica pills and 40 lozenges.", "Lyrica pills", "drug"),
        ("Soldiers found a bomb vest in the house.", "bomb vest", "weapon"),
        ("Agents found 12 gold biscuits in a toy.", "gold biscuits", "goods"),
        ("He was carrying eight green cards.", "green cards", "documents"),
        ("They intercepted 30 bottles of codeine syrup.", "codeine syrup", "drug"),
    ],
)  # fmt: skip
def test_what_smugglers_carry_is_known_by_its_kind(text: str, item: str, category: str) -> None:
    found = [m.value for m in extract(text).mentions if isinstance(m.value, Seizure)]
    assert (item, category) in [(value.item, value.category) for value in found]


@pytest.mark.parametrize(
    ("text", "item", "kilograms"),
    [
        ("He had smuggled in 2.3 kg of gold from Dubai.", "gold", 2.3),
        ("Police seized a tonne of cocaine.", "cocaine", 1000),
        ("They made their biggest heroin seizure, 4.2 tonnes, in Genoa.", "heroin", 4200),
        ("Officers announced an opium haul of 300 kg.", "opium", 300),
        ("More than a ton of hashish was found aboard.", "hashish", 1000),
        ("Customs intercepted a 20-kg consignment of heroin.", "heroin", 20),
        ("The 600-kilo haul of opium was found in a truck.", "opium", 600),
        ("The total gold recovered from the four men is 5.2 kg.", "gold", 5.2),
        ("It brings the total quantity of heroin seized this year to 41 tonnes.", "heroin", 41000),
        ("Seizures of opium rose from 11 tonnes to 29 tonnes.", "opium", 29000),
        ("Cocaine seizures, which fell from 30 tons, are rare.", "Cocaine", 30000),
        ("The khat, hidden in 12 packets weighing a total of 14 kg, was found.", "khat", 14),
    ],
)  # fmt: skip
def test_an_amount_alone_is_of_what_its_sentence_totals(
    text: str, item: str, kilograms: float
) -> None:
    assert (item, Decimal(str(kilograms))) in seizures(text)


def test_a_total_of_something_that_nobody_seized_is_no_seizure() -> None:
    assert seizures("The total amount of heroin produced this year is 41 tonnes.") == []
    assert seizures("A gram of cocaine costs 60 euros.") == []
    assert seizures("Farmers grew a tonne of tomatoes.") == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Customs seized 3 kg of opium at the pier, two rifles and ammunition.",
         ["ammunition", "opium", "rifles"]),
        ("Officers seized a total of six rifles, as well as ammunition, on Friday.",
         ["ammunition", "rifles"]),
        ("Some 90 phones were seized during searches of 12 flats, as well as passports.",
         ["passports", "phones"]),
        ("Vases of great worth were discovered, plus a large number of hammers.", ["hammers"]),
        ("Vases and statues of great worth were discovered.", ["Vases", "statues"]),
        ("Coins and icons were found and recovered.", ["Coins", "icons"]),
        ("Coins were found.", []),
        ("The raids yielded cash, motorcycles and heroin.", ["heroin", "motorcycles"]),
        ("Soldiers recovered and seized mortars.", ["mortars"]),
        ("Customs seized 700 of these rifles including carbines and muskets.",
         ["carbines", "muskets", "rifles"]),
        ("Only 19 of the rifles were recovered.", ["rifles"]),
        ("They seized a tonne of opium, in one of the region's largest drugs hauls.", ["opium"]),
        ("The goods seized in the raid, including swords and laptops, were shown.",
         ["laptops", "swords"]),
        ("Rangers held three men near the lake with a live tortoise.", ["live tortoise"]),
        ("Rangers held three men over an attack with a pistol.", []),
        ("Agents found six suitcases stuffed with opium.", ["opium"]),
        ("Agents seized 4 kg of opium, hidden within a crate, and 9 kg of heroin in another.",
         ["heroin", "opium"]),
        ("He had 300 grams of tramadol (225mg) when police held him.", ["tramadol"]),
        ("Agents found 6 kg of opium. The country exports 500 tonnes annually.", ["opium"]),
        ("They seized 3 kg of opium, along with marked money, swords, and a boat.",
         ["boat", "opium", "swords"]),
        ("He is charged with conspiring to distribute 500 grams or more of heroin.", []),
        ("Swords and laptops belonging to rebels were recovered.", ["Swords", "laptops"]),
        ("Some 30 bales of opium that were carried on a ferry were recovered.", ["opium"]),
        ("They seized nine bales of opium that weigh 40 kilograms.", ["opium"]),
        ("Four men were held and sacks of opium seized.", ["opium"]),
        ("Troops arrested six poachers, two lorries, and 90 kilograms of ivory in May.",
         ["ivory", "lorries"]),
        ("Troops arrested six poachers and two lorries were stolen.", []),
        ("They looked again and 30 more crates of opium were found.", ["opium"]),
        ("Opium and ammunition for rifles and pistols were discovered.", ["Opium", "ammunition"]),
        ("He admitted one count of possession with intent to distribute 900 grams of heroin.", []),
        ("Police seized two rifles, in addition to 70 9mm cartridges.",
         ["9mm cartridges", "rifles"]),
        ("Police found 45 visas and equipment to forge them.", ["equipment", "visas"]),
        ("Police seized 40kg of heroin—enough for a million doses.", ["heroin"]),
        ("Four farms were raided and swords and laptops seized.", ["laptops", "swords"]),
        ("They seized 30 tonnes of opium this year, up from 12 tonnes in 2019.",
         ["opium", "opium"]),
        ("Opium seizures rose from 12 tonnes in 2015 to 30 tonnes.", ["Opium", "Opium"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_as_far_as_things_were_seized(text: str, items: list[str]) -> None:
    assert sorted(item for item, _ in seizures(text)) == items
