"""The forms in which a language of news says that something was seized, one line for each."""

from decimal import Decimal

import pytest

from facts import extract
from facts.model import Count, Seizure


def seized(text: str) -> list[tuple[str | None, str | None, str]]:
    """Quantity, unit and item of each seizure, in the order of the text."""
    return [
        (_plain(m.value.quantity), m.value.unit, m.value.item)
        for m in extract(text).mentions
        if isinstance(m.value, Seizure)
    ]


def _plain(quantity: Decimal | None) -> str | None:
    return None if quantity is None else f"{quantity.normalize():f}"


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "item"),
    [
        ("Agents confiscated 60 cases of cigars.", "60", "case", "cigars"),
        ("Nine cases of smuggled rum were found in the shed.", "9", "case", "smuggled rum"),
        ("41 leopard skins weighing 90 kg were found on a bus.", "41", "unit", "leopard skins"),
        ("Inside her suitcase were 31 tortoises.", "31", "unit", "tortoises"),
        ("In the boot of the taxi was 3.5 kg of opium.", "3.5", "kg", "opium"),
        ("Tucked behind the seats were six rifles.", "6", "unit", "rifles"),
        ("In the second lorry there were 90 boxes of tramadol.", "90", "box", "tramadol"),
        ("Police said that on board were 400 kg of hashish.", "400", "kg", "hashish"),
        ("Guards stopped a bid to export 3,000 tortoises.", "3000", "unit", "tortoises"),
        ("The smuggling of 700 litres of petrol was foiled.", "700", "litre", "petrol"),
        ("A search of the farm led to eleven more sacks of bhang.", "11", "sack", "bhang"),
        ("The raid on his shop produced 14 pistols.", "14", "unit", "pistols"),
        (
            "The tanker was stopped on Sunday with 9,000 litres of diesel on board.",
            "9000",
            "litre",
            "diesel",
        ),
        ("They dealt in tobacco, of which over 12 tonnes were seized.", "12000", "kg", "tobacco"),
        ("They dealt in tobacco, 12 tonnes of which were seized.", "12000", "kg", "tobacco"),
        ("Five vans were seized together with 80 laptops.", "80", "unit", "laptops"),
        ("Residents handed in 70 rifles.", "70", "unit", "rifles"),
        ("Officers seized 300 tabs of ecstasy.", "300", "unit", "ecstasy tabs"),
        ("Rangers recovered 14 cages of finches.", "14", "cage", "finches"),
        ("Police seized pistols and a wide variety of knives.", None, None, "knives"),
        ("It is over.\n\nA large amount of ammunition was seized.", None, "unit", "ammunition"),
        ("They opened a trunk in which were 40 tusks.", "40", "unit", "tusks"),
        ("Police opened the boot and there were 40 tusks in it.", "40", "unit", "tusks"),
        ("The driver had 3 kg of opium on him.", "3", "kg", "opium"),
        ("In addition to 6 kg of gold, officers seized 10 watches.", "6", "kg", "gold"),
        ("Customs announced a 3-tonne cocaine haul.", "3000", "kg", "cocaine"),
        ("Police seized 12 kg, or 26 pounds, of opium.", "12", "kg", "opium"),
        ("Opium seizures reached 40 tonnes last year.", "40000", "kg", "Opium"),
        ("The 40 tusks they had seized were put on display.", "40", "unit", "tusks"),
        ("Officers were able to recover 40 stolen phones.", "40", "unit", "stolen phones"),
        ("Police seized 4 kg of opium. The opium weighed 4.2 kg.", "4.2", "kg", "opium"),
        ("They seized 40 rifles on Monday and another 12 on Friday.", "12", "unit", "rifles"),
        ("The search led to six more kilograms of opium.", "6", "kg", "opium"),
        ("Guards seized 4 tonnes of illegally caught cod.", "4000", "kg", "illegally caught cod"),
        ("Recovered from the yard were six spent cartridges.", "6", "unit", "spent cartridges"),
        ("Also in the car was a bag with 12 kg of opium.", "12", "kg", "opium"),
        ("Beneath the floor lay 600 kg of opium.", "600", "kg", "opium"),
        ("X-rays showed 12 kg of opium in the wheel.", "12", "kg", "opium"),
        ("Rangers arrested two men selling 40 tortoises.", "40", "unit", "tortoises"),
        ("Customs stopped a 12 kg shipment of opium.", "12", "kg", "opium"),
        ("Police seized 900 counterfeit pills of Xanax.", "900", "unit", "Xanax pills"),
        ("They were stopped at a roadblock with 46 pieces of ivory.", "46", "piece", "ivory"),
        ("Rangers recovered nine pieces of tusks.", "9", "unit", "tusks"),
        ("He tried to leave the country with 90 ancient coins.", "90", "unit", "ancient coins"),
        ("Police made their biggest seizure of opium, 300 kg, on Monday.", "300", "kg", "opium"),
        ("In the biggest seizure of opium, they found 300 kg.", "300", "kg", "opium"),
        ("A search led to multiple rifles and 90 cartridges.", None, None, "rifles"),
    ],
)
def test_a_form_that_tells_of_a_seizure(
    text: str, quantity: str | None, unit: str | None, item: str
) -> None:
    assert (quantity, unit, item) in seized(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officers handled 60 cases of cigar smuggling.",
        "Guards made three opium busts and two heroin hauls.",
        "Four drug seizures were made in May.",
        "Courts heard 40 cases of weapons possession.",
        "On the list were 300 weapons.",
        "She was charged with importing a class B drug.",
        "He stood trial for carrying a pistol.",
        "They were arrested for possession of drugs.",
        "Possession of more than 20 grams of heroin carries the death penalty.",
        "It was the first such seizure of a large tanker since 2014.",
        "It was the largest shipment of heroin they have ever seized.",
        "The gang had been trying to smuggle oil for years.",
        "Police detected 70 cases of drugs in prisons.",
        "Gunmen entered the village with 12 rifles.",
        "Dogs are trained to detect drugs.",
        "Scanners can find drugs in containers.",
        "The law allows police to confiscate cars.",
        "Anyone caught with more than 5 grams of opium faces jail.",
        "Rebels seized a cargo ship off the coast.",
        "Men armed with rifles opened fire.",
        "Attackers threw three grenades at the station.",
        "Four bunkers used by militants were destroyed.",
    ],
)
def test_a_form_that_only_looks_like_a_seizure(text: str) -> None:
    assert seized(text) == []


def test_cases_of_drugs_are_matters_of_the_law_where_nothing_is_in_them() -> None:
    text = "Last year police cracked 12,000 drug cases."
    assert seized(text) == []
    assert [m.value.role for m in extract(text).mentions if isinstance(m.value, Count)] == ["cases"]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("They seized 3 kg of ketamine, an anaesthetic.", "ketamine"),
        ("They seized 3 kg of meth, a drug that is spreading.", "meth"),
        ("Troops seized 12 rifles, a weapon liked by rebels.", "rifles"),
        ("Rangers seized 40 tusks, a protected product.", "tusks"),
    ],
)
def test_what_a_thing_is_said_to_be_was_not_seized_beside_it(text: str, item: str) -> None:
    assert [item for _, _, item in seized(text)] == [item]
