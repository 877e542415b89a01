"""Seizures: what was seized, how much, in which unit, and what was not seized at all."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Seizure


def seizures(text: str) -> list[tuple[str, str, Decimal | None, str | None]]:
    """Quote, item, quantity and unit of each seizure."""
    return [
        (text[m.start : m.end], m.value.item, m.value.quantity, m.value.unit)
        for m in extract(text).mentions
        if isinstance(m.value, Seizure)
    ]


@pytest.mark.parametrize(
    ("text", "quote", "item", "quantity", "unit"),
    [
        ("Police seized 1.992 tonnes of cannabis resin.", "1.992 tonnes of cannabis resin",
         "cannabis resin", "1992", "kg"),
        ("Soldiers seized 9 quintals and 70 kilograms of kif.",
         "9 quintals and 70 kilograms of kif", "kif", "970", "kg"),
        ("Customs seized 15 tons and 244 kg of hashish.", "15 tons and 244 kg of hashish",
         "hashish", "15244", "kg"),
        ("Police seized half a tonne of cocaine.", "half a tonne of cocaine", "cocaine", "500",
         "kg"),
        ("Agents found cocaine weighing almost 40 pounds.", "cocaine weighing almost 40 pounds",
         "cocaine", "18.1436948", "kg"),
        ("Police seized 476kg cannabis.", "476kg cannabis", "cannabis", "476", "kg"),
        ("Police seized 18 kg (40 pounds) of heroin.", "18 kg (40 pounds) of heroin", "heroin",
         "18", "kg"),
        ("Guards seized 11,851 litres of fuel.", "11,851 litres of fuel", "fuel", "11851",
         "litre"),
        ("Agents seized 649,300 capsules of tramadol.", "649,300 capsules of tramadol",
         "tramadol capsules", "649300", "unit"),
        ("Officers found 131 parcels of cannabis.", "131 parcels of cannabis", "cannabis", "131",
         "parcel"),
        ("Police seized 486 rounds of 7.62mm ammunition.", "486 rounds of 7.62mm ammunition",
         "7.62mm ammunition rounds", "486", "unit"),
        ("A man was caught with 13 elephant tusks.", "13 elephant tusks", "elephant tusks", "13",
         "unit"),
        ("Over 100 weapons were also confiscated.", "Over 100 weapons", "weapons", "100", "unit"),
        ("Police seized 600,000 pills.", "600,000 pills", "pills", "600000", "unit"),
        ("Police seized 900 stimulant tablets.", "900 stimulant tablets", "stimulant tablets",
         "900", "unit"),
        ("Officers seized 150kg of the class A drug.", "150kg of the class A drug",
         "class A drug", "150", "kg"),
        ("Police seized 86 million tablets.", "86 million tablets", "tablets", "86000000",
         "unit"),
        ("Police seized two .45-caliber pistols.", "two .45-caliber pistols",
         ".45-caliber pistols", "2", "unit"),
        ("Customs seized a Toyota Fortuner on Friday.", "a Toyota Fortuner", "Toyota Fortuner",
         "1", "unit"),
        ("Customs seized 1,250 master cases of cigarettes.",
         "1,250 master cases of cigarettes", "cigarettes", "1250", "case"),
        ("Customs secured around 20 tonnes of cocaine nationwide.", "around 20 tonnes of cocaine",
         "cocaine", "20000", "kg"),
        ("The cutter offloaded 24,000 pounds of cocaine.", "24,000 pounds of cocaine", "cocaine",
         "10886.21688", "kg"),
        ("Police recovered a stolen Audi.", "a stolen Audi", "stolen Audi", "1", "unit"),
        ("Soldiers captured a semi-submersible vessel.", "a semi-submersible vessel",
         "semi-submersible vessel", "1", "unit"),
        ("Customs seized two BMWs.", "two BMWs", "BMWs", "2", "unit"),
        ("They seized (02) metal detectors.", "(02) metal detectors", "metal detectors", "2",
         "unit"),
        ("They seized 20 tonnes of chicken feet.", "20 tonnes of chicken feet", "chicken feet",
         "20000", "kg"),
        ("They seized 4 sacks of a mixture of gold and stones.",
         "4 sacks of a mixture of gold", "mixture of gold", "4", "sack"),
        ("Agents found cocaine with a gross weight of 40 kg.",
         "cocaine with a gross weight of 40 kg", "cocaine", "40", "kg"),
        ("Some 40 kilos of hashish washed up on a beach.", "Some 40 kilos of hashish", "hashish",
         "40", "kg"),
        ("Investigators say the seized car had false plates.", "seized car", "car", "1", "unit"),
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_thing(
    text: str, quote: str, item: str, quantity: str, unit: str
) -> None:
    assert seizures(text)[0] == (quote, item, Decimal(quantity), unit)


def test_a_list_goes_on_after_its_trigger() -> None:
    text = "The police confiscated 2,496 cell phones, 51 watches, 7 laptops and 4 cars."
    assert [(item, str(quantity)) for _, item, quantity, _ in seizures(text)] == [
        ("cell phones", "2496"), ("watches", "51"), ("laptops", "7"), ("cars", "4"),
    ]  # fmt: skip


def test_a_list_may_precede_its_trigger() -> None:
    text = "Ninety-two boats, four submarines and 11 aircraft were impounded."
    assert [quantity for _, _, quantity, _ in seizures(text)] == [92, 4, 11]


def test_things_without_a_number_follow_a_seizing_verb() -> None:
    text = "The operation resulted in the seizure of weapons and ammunition."
    assert seizures(text) == [
        ("weapons", "weapons", None, None), ("ammunition", "ammunition", None, None),
    ]  # fmt: skip


def test_a_list_of_things_without_a_number_may_precede_its_trigger() -> None:
    text = "Weapons, explosives and food supplies were seized, the ministry said."
    assert [item for _, item, _, _ in seizures(text)] == ["Weapons", "explosives", "food supplies"]


def test_vague_amounts_have_no_quantity() -> None:
    text = "This enabled police to seize tonnes of cannabis and thousands of psychotropic pills."
    assert [(quote, quantity) for quote, _, quantity, _ in seizures(text)] == [
        ("tonnes of cannabis", None), ("thousands of psychotropic pills", None),
    ]  # fmt: skip


def test_the_same_drug_is_the_drug_before() -> None:
    text = "Police seized 3 kg of heroin. On Monday they seized two kilos of the same drug."
    assert [item for _, item, _, _ in seizures(text)] == ["heroin", "heroin"]


def test_things_found_on_those_arrested_were_seized() -> None:
    text = "Another 57 people were arrested with 14 hunting rifles and 80 quintals of tobacco."
    assert [item for _, item, _, _ in seizures(text)] == ["hunting rifles", "tobacco"]


@pytest.mark.parametrize(
    "text",
    [
        "The country produced 1,228 tonnes of cocaine in 2020.",
        "The scales came from at least 20,000 pangolins.",
        "Police arrested 21 people.",
        "The drugs arrived in the first two cars.",
        "He was sentenced to a total of 87 years.",
        "The force carried out 186,000 anti-drug operations.",
        "A team found the load under 340 sacks of maize.",
        "Officers found it hidden among 20 tonnes of bananas.",
        "It was concealed in a shipment of 651 doors and 432 decor panels.",
        "In all, 23 properties were searched.",
        "It lies between the world's two biggest cocaine producers and seized nothing.",
        "A smuggler who hid heroin in a shipment of worktops was jailed.",
        "One amphora, bought from diggers for EUR 900, was auctioned in May 2022.",
    ],
)
def test_what_nobody_seized_is_no_seizure(text: str) -> None:
    assert seizures(text) == []


def test_a_tablet_beside_phones_is_a_computer() -> None:
    text = "Police seized 300 tablets and 20 laptops."
    assert [m.value.category for m in extract(text).mentions if isinstance(m.value, Seizure)] == [
        "electronics", "electronics",
    ]  # fmt: skip


def test_a_list_goes_on_after_what_a_package_holds() -> None:
    text = "Police seized 36 tea bags containing suspected shabu, a Toyota and four phones."
    assert [str(quantity) for _, _, quantity, _ in seizures(text)] == ["36", "1", "4"]


def test_the_strength_of_a_pill_and_the_weight_of_a_load_are_no_seizures() -> None:
    text = (
        "Police seized two cartons of tramadol 225mg, and 1,064 blocks of cannabis with a total "
        "weight of 843.5 kilograms."
    )
    assert [quantity for _, _, quantity, _ in seizures(text)] == [2, 1064]


def test_a_vague_amount_gives_way_to_the_estimate_that_follows() -> None:
    text = "They seized large quantities of drugs, estimated at 14 quintals of kif."
    assert [item for _, item, _, _ in seizures(text)] == ["kif"]


def test_what_was_not_found_was_not_seized() -> None:
    assert seizures("No weapons or explosives were found.") == []
