"""The article made ready: shadow, boilerplate, paragraphs, sentences, language, headline."""

import pytest

from facts.model import Published
from facts.text import headline, read, shadow_of


def quotes(text: str, parts: object) -> list[str]:
    return [text[part.start : part.end] for part in parts]  # type: ignore[attr-defined]


def test_the_shadow_has_one_kind_of_space_quote_dash_and_line_end() -> None:
    text = "“A”\u00a0–\u202f‘b’\r\nc\u2028d"
    assert shadow_of(text) == "\"A\" - 'b' \nc\nd"
    assert len(shadow_of(text)) == len(text)


def test_the_header_gives_the_day_of_publication_and_is_hidden() -> None:
    article = read(" date 2020-09-23 The suspects are on the run.\n\nRabat – Police said so.")
    assert article.published == Published("2020-09-23", "header")
    assert [(part.start, part.end, part.reason) for part in article.boilerplate] == [
        (0, 17, "header")
    ]
    assert quotes(article.text, article.paragraphs)[0] == "The suspects are on the run."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Spread the love", "share_widget"),
        ("Share on Facebook", "share_widget"),
        ("Facebook Twitter WhatsApp Email", "share_widget"),
        ("Share this page: Facebook Twitter LinkedIn", "share_widget"),
        ("Advertisement - scroll to continue", "share_widget"),
        ("Sign up here for our weekly newsletter.", "share_widget"),
        ("15 shares", "share_widget"),
        ("© 2021 AFP", "share_widget"),
        ("Home / Security / Morocco takes part", "breadcrumb"),
        ("News > Africa > Crime", "breadcrumb"),
        ("The Daily Zyx > Regions > North", "breadcrumb"),
        ("Follow Zyx North on Facebook and Instagram.", "share_widget"),
        ("Zyx must not be copied. Contact: desk@zyx.example", "share_widget"),
        ("Leave a reply. Required fields are marked *", "comment_form"),
        ("Comments. Be the first to write one.", "comment_form"),
        ("More on this story: Man held at the port", "related_articles"),
        ("The haul in the port. Image source, Zyx Police", "image_caption"),
        ("The tusks. PHOTO | ZYX GROUP", "image_caption"),
        ("See also: Cocaine haul in Rotterdam", "related_articles"),
        ("WATCH: Police raid a warehouse", "related_articles"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("3 comments", "comment_form"),
        ("A policeman stands guard in Lagos. (AP Photo/Sunday Alamba)", "image_caption"),
        ("Officers in Rabat. FADEL SENNA / AFP", "image_caption"),
        ("Cocaine on display in Guayaquil. Photo: Reuters", "image_caption"),
        ("Read also: Police seize a boat", "related_articles"),
        ("AFP/FADEL SENNA - A guard stands outside.", "image_caption"),
        ("FILE PHOTO: A patrol boat leaves Sfax.", "image_caption"),
        ("Officers outside the court. Credit: Zyx Commons.", "image_caption"),
        ("Soldiers on patrol near Gao. By ANNE SMITH (AFP/File)", "image_caption"),
        ("Crates on the quay, May 3, 2021. Police/Handout via REUTERS", "image_caption"),
        ("You have reached your limit of free articles.", "share_widget"),
        ("Original article link: https://police.example/news/arrest", "share_widget"),
        ("https://news.example/article/police-1", "share_widget"),
        ("Open Menu", "share_widget"),
        ("Posted by: Zed Quux", "share_widget"),
        ("You must be logged in to post a comment.", "comment_form"),
        ("English >> China", "breadcrumb"),
        ("CHINA / Regional", "breadcrumb"),
        ("in Featured, News Updates", "breadcrumb"),
        ("ZYX.COM Logo", "share_widget"),
        ("National News", "breadcrumb"),
        ("HomeCrimePolice stop a boat with 60 kilos of...", "breadcrumb"),
        ("mohamed vi-rey-marruecos_0", "image_slug"),
        ("guardia-civil-hachis-cadiz.jpg", "image_slug"),
    ],
)
def test_what_a_web_page_leaves_is_hidden(line: str, reason: str) -> None:
    text = f"Police arrested five people.\n\n{line}\n\nThey were held in Rabat."
    article = read(text)
    assert [(text[p.start : p.end], p.reason) for p in article.boilerplate] == [(line, reason)]
    assert len(article.paragraphs) == 2


def test_a_related_articles_heading_hides_up_to_the_comment_form() -> None:
    text = "Men held.\n\nCheck Also\n\nA story\n\nIt began in May 2020.\n\nLeave a Reply\n\nName"
    article = read(text)
    assert [(p.reason, text[p.start : p.start + 5]) for p in article.boilerplate] == [
        ("related_articles", "Check"),
        ("comment_form", "Leave"),
    ]
    assert article.boilerplate[-1].end == len(text)


def test_a_link_to_the_comments_at_the_top_hides_only_itself() -> None:
    text = "Comments\nPolice seize hashish\n\n" + "Officers held four people. " * 20
    assert [(p.start, p.end) for p in read(text).boilerplate] == [(0, 8)]


def test_prose_that_opens_like_boilerplate_stays() -> None:
    text = "Share of the market " + "rose and rose " * 40
    assert read(text).boilerplate == ()


@pytest.mark.parametrize(
    "line",
    [
        "Police told Reuters / AFP the men were held.",
        "The shares of the firm fell.",
        "Officers follow the gang on Facebook.",
        "Homes were searched in Rabat.",
        "Crime fell.",
        "Listen to what they said, the minister told reporters.",
        "Give the police credit: They found the arms in an hour, one of them said.",
        "Police asked witnesses to write to them: the address is on the web.",
        "Crime / drugs cases rose, the minister said in a statement on Monday.",
    ],
)
def test_a_line_of_prose_stays(line: str) -> None:
    assert read(f"Police arrested five people.\n\n{line}\n\nThey were held.").boilerplate == ()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("It cost 1.992 tonnes. Nov. 23 came.", ["It cost 1.992 tonnes.", "Nov. 23 came."]),
        ("The U.S. Coast Guard left. It won.", ["The U.S. Coast Guard left.", "It won."]),
        ("“Stop.” He ran.", ["“Stop.”", "He ran."]),
        ("Mr. Alaoui spoke to Gen. Musa.", ["Mr. Alaoui spoke to Gen. Musa."]),
    ],
)
def test_sentences_end_at_full_stops_that_are_no_abbreviations(
    text: str, sentences: list[str]
) -> None:
    assert quotes(text, read(text).sentences) == sentences


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    wrapped = (
        "Police in the northern city of Tetouan said on Monday that they\n"
        "had seized more than two tonnes of cannabis resin in a lorry on\n"
        "the road to Larache."
    )
    assert len(read(wrapped).paragraphs) == 1
    assert (
        len(read("The Guardia Civil seizes hashish in Cádiz\n15/06/2020\nBy a reporter").paragraphs)
        == 3
    )


def test_a_text_without_full_stops_is_cut_at_blanks() -> None:
    sentences = read("word " * 2000).sentences
    assert len(sentences) > 1
    assert max(sentence.end - sentence.start for sentence in sentences) <= 1500


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police arrested five people in the city on Monday.", "en"),
        ("La police a arrêté cinq personnes dans la ville et au port.", "fr"),
        ("Marruecos detiene a cinco seguidores de Daesh en varias ciudades del país", "es"),
        ("ألقت الشرطة القبض على خمسة أشخاص", "ar"),
        ("12 34", "und"),
    ],
)
def test_the_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (" date 2021-03-06 Spread the love\n\nRabat – Police held 21. More.", "Police held 21."),
        (" date 2021-03-09 One man is held.\n\nRabat – Resin was seized. So.", "Resin was seized."),
        ("Police hold 12 - a minister - in Rabat", "Police hold 12 - a minister - in Rabat"),
        ("NEW DELHI: The agency filed a case. So.", "The agency filed a case."),
        ("JOHANNESBURG, August 7 (Xinhua) --\n\nThe state deplored it.", "The state deplored it."),
        ("Le Matin\nThursday 9 March 2023\nFive men held in Laayoune", "Five men held in Laayoune"),
        ("By Adeola Ojo\n\nOfficers seized cannabis.", "Officers seized cannabis."),
        ("7 arrested in Kabul\n\nKABUL, Nov. 26 (Xinhua) -- Seven were.", "7 arrested in Kabul"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_headline_leaves_out_share_widget_dateline_and_teaser(text: str, title: str) -> None:
    assert headline(text) == title


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Published 14 October 2021\n\nEuropol supports Spain.", "2021-10-14", "line"),
        ("UK: two jailed\nUpdated: 10:32, 4 July 2018\nA gang was.", "2018-07-04", "line"),
        ("Hashish seized\n15/06/2020\nAgents seized it.", "2020-06-15", "line"),
        ("Le Matin\nThursday 9 March 2023 - 18:25\n\nA seizure.", "2023-03-09", "line"),
        ("PERU / 3 MAR 2014 BY A. WRITER EN\n\nPolice said so.", "2014-03-03", "line"),
        ("11/24/2017 8:05:00 PM\n\nCAIRO (Reuters) -- Police said so.", "2017-11-24", "line"),
        ("PUBLISHED:\n\n09:15 GMT, 3 May 2012\n\nPolice said so.", "2012-05-03", "line"),
        ("Raids in nine ports\n\n7 Jun 2022 | News\n\nPolice said so.", "2022-06-07", "line"),
        ("Police said so.\n\nLast updated on : Monday, 6 June 2022 11:02", "2022-06-06", "line"),
        ("By AP\nMAR 18, 2020 LISTEN\nPolice said so.", "2020-03-18", "line"),
        ("Friday, 19 Apr, 2024\nMen held\nUpdate: 2018-03-17 23:58:10\nSo.", "2018-03-17", "line"),
        ("A Reporter Published May 3, 2023 Updated May 4, 2023 10:29am\nSo.", "2023-05-03", "line"),
        ("5 Oct, 2016 @ 11:36\n1 min read\n\nPolice said so.", "2016-10-05", "line"),
        ("Xinhua) 13:57, May 21, 2024\n\nPolice said so.", "2024-05-21", "line"),
        ("Source: Xinhua| 2019-06-17 19:54:24|Editor: xu\n\nPolice said so.", "2019-06-17", "line"),
        (
            "Men held.\n\nThe men are held.\n\nPublished in Dawn, May 9th, 2023",
            "2023-05-09",
            "line",
        ),
        ("TUNIS, March 26, 2023 (AFP) - The coastguard said so.", "2023-03-26", "dateline"),
        ("HANOI, Nov. 23, 2006 (Xinhua) -- A court said so.", "2006-11-23", "dateline"),
    ],
)
def test_publication_is_read_from_a_line_or_dateline(text: str, day: str, basis: str) -> None:
    assert read(text).published == Published(day, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Trial over the attack of 11 September 2001 begins\n\nPolice said so.",
        "Police stopped a lorry on 3 March 2020\n\nThey said so.",
        "On March 3, 2020, by the border, officers found arms\n\nThey said so.",
        "Raids at sea, 14-20 September 2020\n\nThey said so.",
        "Raids at sea, 29 March - 2 April 2021\n\nThey said so.",
        "Raids at sea, 6 March 2018 – 6 March 2021\n\nThey said so.",
    ],
)
def test_a_headline_that_names_a_day_is_not_the_day_of_publication(text: str) -> None:
    assert read(text).published is None


def test_a_press_release_of_hong_kong_ends_with_its_day() -> None:
    text = "Customs seized cocaine yesterday.\n\nEnds/Monday, January 10, 2022\nIssued at 19:30\n"
    published = read(text).published
    assert published is not None
    assert published.date == "2022-01-10"


def test_publication_is_what_the_file_said_where_the_text_is_silent() -> None:
    given = Published("2021-01-02", "file")
    assert read("Police said so.", given).published == given
    assert read("3/5/2021\n\nPolice said so.").published is None


@pytest.mark.parametrize("line", ["Comments", "Tags"])
def test_a_link_in_the_middle_of_an_article_hides_only_itself(line: str) -> None:
    news = "Police arrested five men in Rabat on Monday, the ministry said on Tuesday.\n\n"
    text = f"{news * 3}{line}\n\n{news * 3}"
    assert quotes(text, read(text).boilerplate) == [line]


def test_a_heading_in_the_middle_hides_what_readers_wrote() -> None:
    news = "Police arrested five men in Rabat on Monday, the ministry said on Tuesday.\n\n"
    text = f"{news * 2}Comments\n\nAli\n\nWell done.\n\nI told you police would do this."
    assert read(text).boilerplate[-1].end == len(text)


def test_a_sentence_of_news_that_opens_with_video_stays() -> None:
    text = "Video: police arrested five men in Rabat on Monday, the ministry said."
    assert read(text).boilerplate == ()
