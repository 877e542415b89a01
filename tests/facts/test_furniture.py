"""What a page leaves around its story: calls, headings of links, menus; and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.furniture.line import is_kept, lines_of
from facts.text import read

_FIRST = "The customs of Zyx found eleven kilos of heroin in a lorry on Monday, an officer said."
_SECOND = "Two men from Quux were taken to the prison of the town and will see a judge on Friday."
_LAST = "The lorry had come from the south, and its driver got away on foot, the officer said."


def hidden(text: str) -> list[str]:
    return [text[part.start : part.end] for part in read(text).boilerplate]


def page(*parts: str) -> str:
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    "call",
    [
        "Sign up for our Zyx crime email and get it in your inbox",
        "Download the Zyx app for your phone and never miss a story",
        "Get our best stories by email, daily",
        "Please subscribe to our channel on YouTube",
    ],
)
def test_a_call_to_the_reader_is_hidden_among_the_story(call: str) -> None:
    assert hidden(page("Heroin found", _FIRST, call, _SECOND, _LAST)) == [call]


@pytest.mark.parametrize(
    "call",
    [
        "Tune in to the news on Zyx, live every evening",
        "Forgotten your password?",
        "We cannot reply to all of you, but our editors read each email you send.",
    ],
)
def test_a_call_below_the_story_needs_less(call: str) -> None:
    assert hidden(page("Heroin found", _FIRST, _SECOND, _LAST, call)) == [call]


@pytest.mark.parametrize(
    "line",
    [
        "Get the arms out of our streets, the mayor told them.",
        "Follow-up raids brought police to three more houses, where they found rifles.",
        "Share traders were among those who lost their money to the gang.",
        '"We will find you, wherever you are on our site," the commander warned them.',
        "Anyone who has seen the lorry can call us or tell the police on your street.",
        "Subscribe buttons of the site led to the gang.",
        "If you have any information, please call us on 0800 123 456.",
        "Support for the gang came from a website of the north.",
        "Watch lists of both states name the two men.",
        "View of the defence: the men knew nothing.",
        "Sign language experts helped the court.",
        "Click and collect shops were robbed in March.",
    ],
)
@pytest.mark.parametrize("last", ["", _LAST])
def test_a_sentence_that_opens_like_a_call_stays(line: str, last: str) -> None:
    assert hidden(page("Heroin found", _FIRST, _SECOND, line, last)) == []


@pytest.mark.parametrize(
    "heading",
    [
        "More from this category",
        "Stories of the same category:",
        "Others are reading",
        "This week's most viewed",
        "Latest Zyx headlines",
        "More in Quux Province",
        "Zyx.com Top Stories",
    ],
)
def test_a_heading_of_links_hides_what_stands_under_it(heading: str) -> None:
    links = "Floods in the north\n\nThe river rose by two metres in a day.\n\nNew school opens"
    assert "".join(hidden(page("Heroin found", _FIRST, _SECOND, heading, links))).endswith("opens")


@pytest.mark.parametrize(
    "heading",
    [
        "More arrests",
        "Other suspects",
        "Previous seizures",
        "More weapons in the north",
        "The route",
    ],
)
def test_a_heading_within_the_story_hides_nothing(heading: str) -> None:
    assert hidden(page("Heroin found", _FIRST, _SECOND, heading, _LAST)) == []


def test_links_end_where_the_story_goes_on() -> None:
    links = page("More stories", "Floods in the north")
    assert hidden(page(_FIRST, _SECOND, links, _SECOND, _LAST)) == [links]


def test_headlines_below_the_story_and_above_a_known_line_are_links() -> None:
    links = [
        "- Minister opens the new bridge of Zyx",
        "- Rain to stay until the weekend in Quux",
        "- Team of Zyx wins its first match away",
    ]
    text = page("Heroin found", _FIRST, _SECOND, "\n".join(links), "Share this")
    assert hidden(text)[:3] == links


def test_a_heading_right_above_news_hides_only_itself() -> None:
    assert hidden(page("Heroin found", _FIRST, _SECOND, "Latest news", _LAST)) == ["Latest news"]
    assert hidden(page("Heroin found", _FIRST, _SECOND, "In other news", _LAST)) == []


def test_paragraphs_of_other_stories_under_a_heading_are_hidden() -> None:
    others = page(
        "More stories",
        "The minister of trade opened a bridge over the widest river of all, he told his guests.",
        "Farmers expect the worst harvest for twenty years, their union announced this evening.",
    )
    story = page("Heroin found", _FIRST, _SECOND, _LAST, _SECOND)
    assert hidden(page(story, others)) == [others]


def test_titles_below_read_more_within_the_story_are_hidden() -> None:
    links = ["Read more", "Floods reach the north of Quux", "New school for the south"]
    text = page("Heroin found", _FIRST, *links, _SECOND, _LAST)
    assert hidden(text) == links
    assert hidden(page("Read more", "Heroin found in a lorry", _FIRST)) == ["Read more"]


def test_a_list_of_people_below_read_more_stays() -> None:
    people = ["Zed Quux, 34, of Zyx, ten years", "Bo Quux (29), of Zyx, six years"]
    text = page("Heroin found", _FIRST, "Read more", "The sentences", *people)
    assert not set(people) & set(hidden(text))


def test_a_list_of_what_was_found_below_the_story_stays() -> None:
    found = "- Heroin in bags under the seats\n- Rifles from the customs house\n- Money of Quux"
    text = page("Heroin found", _FIRST, _SECOND, found, "Share this")
    assert hidden(text) == ["Share this"]


def test_a_list_of_names_below_the_story_stays() -> None:
    names = "- Zed Quux of the north of Zyx\n- Ann Quux of the south of Zyx\n- Bo Quux of Zyx town"
    text = page("Heroin found", _FIRST, "Those who were held are:", names, "Share this")
    assert hidden(text) == ["Share this"]


@pytest.mark.parametrize(
    "caption",
    [
        "A customs officer holds one of the bags in the port of Zyx. (Getty Images)",
        "The lorry, centre, behind the customs house of Zyx, is guarded by soldiers.",
        "Bags of heroin on a table in the port of Zyx. — AFP",
        "Soldiers at the gate of the prison of Zyx. QUUX PRESS/Zed Quux",
        "A soldier walks past the prison in Zyx, August 3, 2019.",
    ],
)
def test_a_caption_above_the_story_is_hidden(caption: str) -> None:
    story = f"ZYX TOWN: {_FIRST}"
    assert hidden(page("Heroin found in a lorry", caption, story, _SECOND)) == [caption]


@pytest.mark.parametrize(
    "teaser",
    [
        "Two men will see a judge on Friday over the load of a lorry.",
        "A driver who takes heroin over the border is still on the run",
        "Officers of the Zyx customs (ZC) have found eleven kilos of heroin.",
        'An officer holds that the load was meant for the north: "It was".',
    ],
)
def test_a_teaser_above_the_story_stays(teaser: str) -> None:
    story = f"ZYX TOWN: {_FIRST}"
    assert hidden(page("Heroin found in a lorry", teaser, story, _SECOND)) == []


def test_a_story_that_begins_with_a_scene_stays() -> None:
    scene = "Soldiers guard the gate of Zyx, where six men were shot by the gang on Monday."
    assert hidden(page(f"{scene} (AFP)", _SECOND)) == []
    assert hidden(page("Soldiers guard Zyx", scene, _SECOND, _LAST)) == []


_STORY = [_FIRST, _SECOND, _LAST, *(f"{text} So it was in Quux." for text in (_FIRST, _SECOND))]
_UNSTOPPED = "Proud: officers of Zyx with the heroin that they found in a lorry"


def test_a_sentence_without_a_full_stop_between_those_of_a_story_is_a_caption() -> None:
    text = page("Heroin found", *_STORY, _UNSTOPPED, _LAST, _SECOND)
    assert hidden(text) == [_UNSTOPPED]


@pytest.mark.parametrize(
    "line",
    [
        "The men of Zyx had also hidden 47 pistols in a barn near Quux",  # a number of its own
        "The officer said that there was more heroin in a barn near Quux",
        "heroin that was hidden in a barn near the road to Quux",
        "Heroin hidden in a barn",
    ],
)
def test_what_tells_something_new_stays_without_its_full_stop(line: str) -> None:
    assert hidden(page("Heroin found", *_STORY, line, _LAST, _SECOND)) == []


def test_a_list_without_full_stops_stays() -> None:
    items = [f"A bag of Zyx with the heroin that lay in a lorry of {name}" for name in "ABC"]
    assert hidden(page("Heroin found", *_STORY, "They found:", items[0], _LAST, _SECOND)) == []
    assert hidden(page("Heroin found", *_STORY, *items, _LAST, _SECOND)) == []


def test_a_last_paragraph_that_names_its_agencies_stays() -> None:
    last = "The driver got away on foot, the statement added. (Zyx Daily News/Xinhua)"
    assert hidden(page("Heroin found in a lorry", _FIRST, _SECOND, last)) == []


def test_a_mark_behind_a_headline_is_no_caption() -> None:
    assert hidden(page("Customs of Zyx find heroin in a lorry [Photos]", _FIRST, _SECOND)) == []


def test_the_menu_above_a_headline_is_hidden_with_its_day() -> None:
    text = page("Open menu", "Monday, 6 May, 2019", "Coast", "Heroin found in a lorry", _FIRST)
    assert hidden(text) == ["Open menu", "Monday, 6 May, 2019", "Coast"]
    assert hidden(page("Monday, 6 May, 2019", "Heroin found in a lorry", _FIRST)) == []


@pytest.mark.parametrize("name", ["The Quux Herald", "Zyx and World News", "Quux Today"])
def test_the_name_of_a_paper_above_a_headline_is_hidden(name: str) -> None:
    assert hidden(page(name, "Heroin found in a lorry of Zyx", _FIRST)) == [name]
    assert hidden(page("Heroin found in a lorry of Zyx", _FIRST, name)) == []


@pytest.mark.parametrize("body", ["National Drugs Agency", "Ministry of the Interior"])
def test_the_name_of_a_body_above_a_headline_stays(body: str) -> None:
    assert hidden(page(body, "Heroin found in a lorry of Zyx", _FIRST)) == []


@pytest.mark.parametrize(
    "line",
    [
        "This story has been viewed 3,210 times",
        "This article is over 2 years old",
        "This picture is for illustration only.",
        "Image for representation purposes only",
        "Bags of heroin in Zyx. Courtesy of the Quux Customs",
        "PoliticsWorld ReportsSport and LeisureWeather",
    ],
)
def test_what_a_page_says_of_itself_is_hidden(line: str) -> None:
    assert hidden(page("Heroin found in a lorry", _FIRST, line, _SECOND)) == [line]


def test_headlines_at_the_very_end_are_links_where_the_story_is_printed_with_care() -> None:
    links = [
        "Minister opens the new bridge over the river",
        "Rain stays until the weekend, weather men warn",
        "Home team wins its first match of the season",
        "Prices of bread rise again after bad harvest",
    ]
    assert hidden(page("Heroin found", _FIRST, _SECOND, _LAST, *links)) == links
    assert hidden(page("Heroin found", _FIRST, *links)) == []
    loose = [line.removesuffix(".") for line in (_SECOND, _LAST)]
    assert hidden(page("Heroin found", _FIRST, *loose, _SECOND, _LAST, *links)) == []


def test_headlines_between_known_lines_above_the_story_are_links_but_not_its_own() -> None:
    links = [
        "Minister opens the new bridge over the river",
        "Rain stays until the weekend, weather men warn",
        "Home team wins its first match of the season",
    ]
    own = "Customs find heroin in a lorry of Zyx"
    text = page("Latest", *links, own, "Share this", own, _FIRST, _SECOND, _LAST)
    assert hidden(text) == ["Latest", *links, "Share this"]


def test_titles_with_the_length_of_their_films_below_the_story_are_hidden() -> None:
    films = [
        "02:07",
        "Minister opens the new bridge over the river",
        "01:05",
        "Rain stays for days",
    ]
    assert hidden(page("Heroin found", _FIRST, _SECOND, *films)) == films


def test_what_readers_answered_is_hidden() -> None:
    answers = page(
        "4 responses to Heroin found", "1. Zed May 3 at 8 am", "Well done to the customs!"
    )
    assert hidden(page("Heroin found", _FIRST, _SECOND, answers)) == [answers]


def test_beginnings_of_other_stories_are_hidden_where_there_are_several() -> None:
    one = "Floods in the north of Zyx have taken the bridge of..."
    two = "A school opens in the south, the first of..."
    assert hidden(page("Heroin found", f"{one}\n{two}", _FIRST, _SECOND)) == [one, two]
    assert hidden(page("Heroin found", one, _FIRST, _SECOND)) == []


def test_what_is_told_of_the_writer_is_hidden_where_the_page_names_her() -> None:
    about = "Ann Quux is a reporter for the Zyx Courier. She has covered courts since 2004."
    assert hidden(page("Heroin found", "By Ann Quux", _FIRST, _SECOND, about)) == [about]
    assert hidden(page("Heroin found", "By Bo Quux", _FIRST, _SECOND, about)) == []


@pytest.mark.parametrize(
    "notice",
    [
        "The views expressed in this article are those of its writer.",
        "No part of this page may be copied. All rights reserved by the Zyx Courier.",
        "This story was originally published in the Zyx Courier of Sunday.",
    ],
)
def test_a_notice_of_the_site_is_hidden(notice: str) -> None:
    assert hidden(page("Heroin found", _FIRST, _SECOND, notice)) == [notice]


def test_what_is_known_of_a_hidden_line_is_told() -> None:
    text = page("Heroin found", _FIRST, _SECOND, "Tune in to our news whenever you drive")
    (part,) = read(text).boilerplate
    assert part.signs[0] == 'asks its reader: "tune in"'
    assert "speaks to its reader" in part.signs


def test_a_line_without_end_is_soon_known_not_to_say_when_it_was_written() -> None:
    (endless,) = lines_of("posted " * 100_000, 0)
    (short,) = lines_of("Posted by Zed Quux on May 3, 2021", 0)
    assert (is_kept(endless), is_kept(short)) == (False, True)


@given(st.lists(st.sampled_from([_FIRST, _SECOND, _LAST]), min_size=1, max_size=8))
def test_a_page_of_nothing_but_its_story_hides_nothing(story: list[str]) -> None:
    assert hidden(page("Heroin found in a lorry", *story)) == []


@given(st.text(alphabet="ab .\n|-/:A1\"'…", max_size=200))
def test_hidden_parts_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for part in read(text).boilerplate:
        assert at <= part.start < part.end <= len(text)
        at = part.end
