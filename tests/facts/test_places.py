"""Places: which words are one, and which of several of the same name is meant."""

import pytest

from facts import names
from facts.model import Place
from facts.rules import load
from facts.text import read


def places(text: str) -> list[Place]:
    rules = load()
    found = names.find(read(text, None, rules), rules)
    return [m.value for m in sorted(found, key=lambda m: m.start) if isinstance(m.value, Place)]


def named(text: str) -> list[str]:
    return [place.name for place in places(text)]


@pytest.mark.parametrize(
    "text",
    [
        "More men came. Since then, Police in uniform left.",
        "Reading from a paper, he said Nice words about Mobile phones and the Split.",
        "It is worth 500 million US dollars.",
        "He met Victoria Beckham and Michael Jordan.",
        "The Bank of England and the University of Miami agreed.",
        "On Nov. 16 and in March they left.",
        "Men of the 1st Military Region left.",
        "Published in Dawn, January 23rd, 2023.",
        "Published in The Zed Weekly on Tuesday.",
        "He met the Port Director at the port of Entry.",
        "He declared a State of Exception on Tuesday.",
    ],
)
def test_a_common_word_or_part_of_a_name_is_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Nairobi-Mombasa highway in Kenya", ["Nairobi", "Mombasa", "Kenya"]),
        ("the Zedville-Quuxville-Kano road", ["Zedville", "Quuxville", "Kano"]),
        ("the Niger-Benin border", ["Niger", "Benin"]),
        ("the Sino-Indian border", []),
        ("the Thai-Myanmar border", ["Myanmar"]),
        ("the Indo-Pak border", []),
        ("the Mai Quuxa-Kano road", ["Mai Quuxa", "Kano"]),
    ],
)
def test_a_road_is_named_after_towns(text: str, expected: list[str]) -> None:
    assert named(f"Men were held on {text}.") == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Men of Upper Quuxa West District left.", "Upper Quuxa West"),
        ("They fled the Quux Zed Sub-county.", "Quux Zed"),
        ("They fled Quux Zed Subdistrict.", "Quux Zed"),
        ("They fled the subdistrict of al-Quuxi.", "al-Quuxi"),
        (
            "He landed at Prince Zed bin Quux International Airport.",
            "Prince Zed bin Quux International Airport",
        ),
        ("He landed at King Quux Airport.", "King Quux Airport"),
        ("They crossed the waters of Quux Strait of Zedland District.", "Quux Strait"),
        ("The boat sank off Quuxa.", "Quuxa"),
        ("They were stopped at Quuxa by officers.", "Quuxa"),
        ("They hid in Kampung Quux Zed.", "Kampung Quux Zed"),
        ("They hid in the Dar al-Quux area.", "Dar al-Quux"),
        ("They hid at the Quux administrative post.", "Quux"),
        ("They found it in Quuxa Farm.", "Quuxa Farm"),
        ("The commander of the Quuxa border outpost fled.", "Quuxa"),
        ("Bandits attacked Quux Daji, a small village in the north.", "Quux Daji"),
        ("Cocaine came through Puerto Quux, the country's main port.", "Puerto Quux"),
        ("Of 142, 118 were from sub-Saharan Africa.", "sub-Saharan Africa"),
    ],
)
def test_a_name_is_a_place_as_long_as_it_is(text: str, name: str) -> None:
    assert named(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of Zed Quux, the town mayor, on Monday.",
        "They were hired at Quuxa by Zed Quux.",
        "The Keta Quuxa, a 59-year-old suspect, fled.",
    ],
)
def test_words_beside_a_name_that_say_nothing_of_it(text: str) -> None:
    assert places(text) == []


def test_a_name_is_where_the_place_is_that_follows_it() -> None:
    text = "India held gold that was sent to Quuxa in Manipur."
    assert [(p.name, p.country) for p in places(text)][1] == ("Quuxa", "IN")


def test_a_list_of_places_goes_on_past_a_given_name() -> None:
    text = "In Ghana men were held in Kumasi, Quuxa, Salman, Zeddo, and other places."
    assert named(text) == ["Ghana", "Kumasi", "Quuxa", "Salman", "Zeddo"]
    assert named("Men were held in Kumasi, Salman said.") == ["Kumasi"]


def test_a_list_of_places_goes_on_past_a_comma_and_a_closing_word() -> None:
    text = "In Ghana they fled the villages of Quuxa, Zedda, and Xanno by night."
    assert named(text) == ["Ghana", "Quuxa", "Zedda", "Xanno"]


def test_what_leads_to_the_last_of_a_list_leads_to_all() -> None:
    text = "Turkey held them in the province's Selçuk, Menemen, Foça, Urla and Tire districts."
    assert named(text) == ["Turkey", "Selçuk", "Menemen", "Foça", "Urla", "Tire"]


def test_a_list_of_unknown_names_is_read_from_its_end() -> None:
    text = "In Lebanon they were held in the Quuxa, al-Zeddi, and Tall Xanno areas."
    assert named(text) == ["Lebanon", "Quuxa", "al-Zeddi", "Tall Xanno"]


def test_a_village_is_no_city_of_that_name_abroad() -> None:
    assert [p.country for p in places("Ghana held men in Ndola village.")] == ["GH", "GH"]


def test_a_dotted_capital_keeps_no_second_dot() -> None:
    assert named("Turkey held men. Men fled to İZMİR.")[-1] == "İzmir"


def test_a_city_within_another_name_is_no_country_s() -> None:
    text = "Nigeria said that men fled Quuxar Cali village, near Maiduguri."
    assert [p.country for p in places(text)] == ["NG"] * 3


def test_a_district_is_no_city_of_that_name_abroad() -> None:
    assert [p.country for p in places("Ghana held men in the Bole District.")] == ["GH", "GH"]


def test_where_places_are_counts_more_than_whose_people_act() -> None:
    text = "Two Tanzanians were held in Narok. The Tanzanian was held in Quuxa village."
    assert [(p.name, p.country) for p in places(text)] == [("Narok", "KE"), ("Quuxa", "KE")]


def test_a_name_the_tables_lack_is_in_one_country_all_over() -> None:
    text = "India held men at Quux Zed Airport. Later at Quux Zed Airport men left for Khartoum."
    assert [p.country for p in places(text) if p.type == "airport"] == ["IN", "IN"]


def test_a_headline_in_capitals_with_a_colon_is_no_list() -> None:
    assert named("Senegal Seizes Three Tonnes Of Cocaine: Navy\n\nThey left.") == ["Senegal"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Clashes in Lebanon spread to Tripoli.", "LB"),
        ("Clashes in Libya spread to Tripoli.", "LY"),
        ("It came from Cartagena, Colombia.", "CO"),
        ("It came to Spain through Cartagena.", "ES"),
        ("India sent men to Punjab.", "IN"),
        ("Pakistan sent men to Punjab.", "PK"),
        ("It came from Cartagena, Colombia, to Spain.", "CO"),
    ],
)
def test_of_two_places_of_a_name_the_article_s_country_decides(text: str, country: str) -> None:
    of_name = [p for p in places(text) if p.name in ("Tripoli", "Cartagena", "Punjab")]
    assert [place.country for place in of_name] == [country]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Nangarhar province", [("Nangarhar", "region")]),
        ("in Zed Quux Local Government Area", [("Zed Quux", "district")]),
        (
            "in Quux Dai, Lahu and Wa Autonomous County",
            [("Quux Dai, Lahu and Wa Autonomous County", "region")],
        ),
        (
            "at Quuxa village, Zeda and Quuxo",
            [("Quuxa", "city"), ("Zeda", "city"), ("Quuxo", "city")],
        ),
        ("in W. Afghanistan", [("Afghanistan", "country")]),
        ("riding into Quuxa-Zed", [("Quuxa-Zed", "city")]),
        ("at the Quuxa police post", [("Quuxa", "city")]),
        ("from Quuxa upazila", [("Quuxa", "district")]),
        ("on Quux Road", [("Quux Road", "district")]),
        ("a resident of Quux Khalil", [("Quux Khalil", "city")]),
        ("the northern port of Hai Phong", [("Hai Phong", "port")]),
        ("at Morocco's Tangier-Med port", [("Morocco", "country"), ("Tangier-Med", "port")]),
        (
            "Murtala Muhammed International Airport",
            [("Murtala Muhammed International Airport", "airport")],
        ),
        ("in the Xyzzy district of Kunar province", [("Xyzzy", "district"), ("Kunar", "region")]),
        ("the Strait of Gibraltar", [("Strait of Gibraltar", "sea")]),
        (
            "to western Europe and northern Mali",
            [("western Europe", "region"), ("Mali", "country")],
        ),
        ("in Guangxi Zhuang Autonomous Region", [("Guangxi", "region")]),
        ("in Granadan town Motril", [("Motril", "city")]),
        ("Near Qwertyville, gendarmes waited", [("Qwertyville", "city")]),
        (
            "Men fled at Qwerty Xyz in the Zyx District. Qwerty Xyz is small",
            [("Qwerty Xyz", "city"), ("Zyx", "district"), ("Qwerty Xyz", "city")],
        ),
        ("officers at Qwertyville on Monday stopped him", [("Qwertyville", "city")]),
        ("he works at Qwertysoft as a clerk", []),
        ("In Old Havana he slept", [("Havana", "city")]),
        ("at the Petrapole checkpost", [("Petrapole", "border")]),
        ("in the Owo forest", [("Owo", "region")]),
        ("north of Dirkou in Niger", [("Dirkou", "city"), ("Niger", "country")]),
        ("40 km from Qwertyville", [("Qwertyville", "city")]),
        (
            "in Tucson, Ariz., and Vancouver, B.C.",
            [
                ("Tucson", "city"),
                ("Arizona", "region"),
                ("Vancouver", "city"),
                ("British Columbia", "region"),
            ],
        ),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.name, p.type) for p in places(f"They were seen {text}.")] == expected


def test_an_unknown_name_in_a_list_of_places_is_one_of_their_country() -> None:
    found = places("They were seen in Casablanca, Kenitra, Qwertyville and Nador.")
    assert [p.name for p in found] == ["Casablanca", "Kenitra", "Qwertyville", "Nador"]
    assert {p.country for p in found} == {"MA"}
    found = places("They were seen in Zzyzx, Qwertyville and Asdfton, in Tunis.")
    assert [p.name for p in found] == ["Zzyzx", "Qwertyville", "Asdfton", "Tunis"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Spanish police found bales on a beach of San José in Spain.", "ES"),
        ("Scottish police in the UK held two men in Kinross.", "GB"),
        ("The Moroccan police in Dakhla held men.", "EH"),
        ("Men fled to Ukraine's Zzyzx peninsula from Russia in Russia.", "UA"),
        ("They were to go to Nogales, Arizona, from Mexico.", "US"),
        ("The Malian Armed Forces fought in Zzyzx. Russia, Russia and Ukraine.", "ML"),
        ("Russia said Zzyzx is a town in Zzyzx, Ukraine.", "UA"),
    ],
)
def test_a_town_the_table_lacks_is_in_the_article_s_country(text: str, country: str) -> None:
    known = ("Mexico", "Arizona", "Spain", "United Kingdom", "Ukraine", "Russia")
    assert {place.country for place in places(text) if place.name not in known} == {country}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE HAGUE, July 6 – Men were held.", "The Hague"),
        ("KABUL, Nov. 26, 2005 (Xinhua) -- Men were held.", "Kabul"),
        ("Rabat – Men were held.", "Rabat"),
        ("ISLAMABAD: Men were held.", "Islamabad"),
        ("Madrid, 14 oct (EFE).- Men were held.", "Madrid"),
        ("MUMBAI, Apr 20 (PTI) Men were held.", "Mumbai"),
        ("RAWALPINDI, Jan 18 (APP): Men were held.", "Rawalpindi"),
        ("ANKARA\n\nMen were held.", "Ankara"),
        ("VIENNA, September 4. /ZYX/. Men were held.", "Vienna"),
    ],
)
def test_a_dateline_is_a_place_of_reporting(text: str, name: str) -> None:
    assert [(p.name, p.role) for p in places(text)] == [(name, "dateline")]


def test_a_capital_that_acts_stands_for_its_government() -> None:
    roles = [p.role for p in places("Today Rabat is receiving praise. He lives in Rabat.")]
    assert roles == ["metonym", "location"]


@pytest.mark.parametrize("name", ["Tétouan", "Tetouan", "Tetuan", "TETOUAN"])
def test_spellings_of_a_town_are_found(name: str) -> None:
    (place,) = places(f"Men were seen near {name} yesterday.")
    assert (place.country, place.lat) == ("MA", 35.58)


def test_a_town_before_a_short_name_is_of_its_country() -> None:
    found = places("They were seen in Trois-Rivières, Que., and Zyxbury, Ont., on Monday.")
    assert [p.name for p in found] == ["Trois-Rivières", "Quebec", "Zyxbury", "Ontario"]
    assert {p.country for p in found} == {"CA"}
    assert places("They met Zyx, Md Ali said.") == []


def test_where_no_country_is_named_the_agencies_say_which() -> None:
    (found,) = places("An Garda Síochána seized it in Zyxconnell.")
    assert found.country == "IE"


def test_a_town_within_a_name_places_it() -> None:
    names_of = {
        p.name: p.country for p in places("Belgian and Dutch men met in Port of Vlissingen.")
    }
    assert names_of == {"Port of Vlissingen": "NL"}


def test_the_usual_name_of_a_country_is_its_name() -> None:
    assert named("From the U.S. to the UK and the Ivory Coast.") == [
        "United States",
        "United Kingdom",
        "Ivory Coast",
    ]


def test_a_street_named_after_a_city_does_not_move_the_article_there() -> None:
    found = places("Men were held on Kandahar Street in Quuxham, then at Chaguanas and in Tobago.")
    assert [place.country for place in found] == ["TT"] * len(found)
    assert found[-1].name == "Tobago"
