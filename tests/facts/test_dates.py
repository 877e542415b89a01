"""Dates, rule by rule, against a day of publication: Wednesday 10 March 2021."""

import pytest

from facts.dates import find
from facts.model import Date, Published
from facts.text import read

PUBLISHED = Published("2021-03-10", "file")


def dates(text: str, published: Published | None = PUBLISHED) -> list[tuple[str, Date]]:
    found = find(read(text, published))
    return [(text[m.start : m.end], m.value) for m in found if isinstance(m.value, Date)]


def only(text: str, published: Published | None = PUBLISHED) -> tuple[str, str | None, str | None]:
    ((quote, value),) = dates(text, published)
    return quote, value.start, value.end


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("on March 5", "March 5", "2021-03-05", "2021-03-05"),
        ("on Friday, March 5, 2021", "Friday, March 5, 2021", "2021-03-05", "2021-03-05"),
        ("on 24 May 2020", "24 May 2020", "2020-05-24", "2020-05-24"),
        ("the 3rd of May", "the 3rd of May", "2020-05-03", "2020-05-03"),
        ("on May 3rd", "May 3rd", "2020-05-03", "2020-05-03"),
        ("Nov. 23, 2006 (Xinhua)", "Nov. 23, 2006", "2006-11-23", "2006-11-23"),
        ("on 2020-09-23", "2020-09-23", "2020-09-23", "2020-09-23"),
        ("on 23/09/2020", "23/09/2020", "2020-09-23", "2020-09-23"),
        ("on 09/23/2020", "09/23/2020", "2020-09-23", "2020-09-23"),
        ("on 12.08.2020", "12.08.2020", "2020-08-12", "2020-08-12"),
        ("of September 13 to 19", "September 13 to 19", "2020-09-13", "2020-09-19"),
        ("between March 29 and April 2", "March 29 and April 2", "2021-03-29", "2021-04-02"),
        ("24-26 February", "24-26 February", "2021-02-24", "2021-02-26"),
        ("from July 24 to September 8", "July 24 to September 8", "2020-07-24", "2020-09-08"),
        ("December 30 to January 2", "December 30 to January 2", "2020-12-30", "2021-01-02"),
        ("from Dec. 2002 to May 2005", "Dec. 2002 to May 2005", "2002-12-01", "2005-05-31"),
        ("from January to June 2020", "January to June 2020", "2020-01-01", "2020-06-30"),
        ("between December 2019 and October last year", "December 2019 and October last year",
         "2019-12-01", "2020-10-31"),
        ("from 30 December 2019 to 2 January", "30 December 2019 to 2 January",
         "2019-12-30", "2020-01-02"),
        ("in 2019", "2019", "2019-01-01", "2019-12-31"),
        ("in the years 2015 to 2018 alone", "2015 to 2018", "2015-01-01", "2018-12-31"),
        ("between 2018 and 2020", "2018 and 2020", "2018-01-01", "2020-12-31"),
        ("the 2015 attacks", "2015", "2015-01-01", "2015-12-31"),
        ("in July 2017", "July 2017", "2017-07-01", "2017-07-31"),
        ("in March", "March", "2021-03-01", "2021-03-31"),
        ("in May", "May", "2020-05-01", "2020-05-31"),
        ("June last year", "June last year", "2020-06-01", "2020-06-30"),
        ("the end of February", "the end of February", "2021-02-01", "2021-02-28"),
        ("mid-1996", "mid-1996", "1996-01-01", "1996-12-31"),
        ("early last year", "early last year", "2020-01-01", "2020-12-31"),
        ("the first week of February", "the first week of February", "2021-02-01", "2021-02-07"),
        ("the last week of February", "the last week of February", "2021-02-22", "2021-02-28"),
        ("in summer 2020", "summer 2020", "2020-06-01", "2020-08-31"),
        ("last summer", "last summer", "2020-06-01", "2020-08-31"),
        ("the third quarter of 2019", "the third quarter of 2019", "2019-07-01", "2019-09-30"),
        ("the first half of 2020", "the first half of 2020", "2020-01-01", "2020-06-30"),
        ("first 9 months of last year", "first 9 months of last year", "2020-01-01", "2020-09-30"),
        ("last 4 months of last year", "last 4 months of last year", "2020-09-01", "2020-12-31"),
        ("first six months of 2020", "first six months of 2020", "2020-01-01", "2020-06-30"),
        ("the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
        ("on Tuesday", "Tuesday", "2021-03-09", "2021-03-09"),
        ("said Wednesday", "Wednesday", "2021-03-10", "2021-03-10"),
        ("early Thursday", "Thursday", "2021-03-04", "2021-03-04"),
        ("last Wednesday", "last Wednesday", "2021-03-03", "2021-03-03"),
        ("will appear in court on Friday", "Friday", "2021-03-12", "2021-03-12"),
        ("On Friday, a court is to hand down its verdict.", "Friday", "2021-03-12", "2021-03-12"),
        ("On Friday, a court handed it down.", "Friday", "2021-03-05", "2021-03-05"),
        ("due in court on Monday", "Monday", "2021-03-15", "2021-03-15"),
        ("due in court after his arrest on Monday", "Monday", "2021-03-08", "2021-03-08"),
        ("the trial was adjourned until Friday", "Friday", "2021-03-12", "2021-03-12"),
        ("he was on the run until Friday", "Friday", "2021-03-05", "2021-03-05"),
        ("who will be tried was held on Friday", "Friday", "2021-03-05", "2021-03-05"),
        ("The navy also in April seized a boat.", "April", "2020-04-01", "2020-04-30"),
        ("They were arrested on March 28.", "March 28", "2020-03-28", "2020-03-28"),
        ("In April, the gang bought arms.", "April", "2020-04-01", "2020-04-30"),
        ("He announced a vote for March 28.", "March 28", "2021-03-28", "2021-03-28"),
        ("A vote set for April was called off.", "April", "2021-04-01", "2021-04-30"),
        ("Tuesday of last week", "Tuesday of last week", "2021-03-02", "2021-03-02"),
        ("last week", "last week", "2021-03-01", "2021-03-07"),
        ("this month", "this month", "2021-03-01", "2021-03-31"),
        ("next year", "next year", "2022-01-01", "2022-12-31"),
        ("over the weekend", "the weekend", "2021-03-06", "2021-03-07"),
        ("yesterday", "yesterday", "2021-03-09", "2021-03-09"),
        ("last night", "last night", "2021-03-09", "2021-03-09"),
        ("three days ago", "three days ago", "2021-03-07", "2021-03-07"),
        ("two weeks ago", "two weeks ago", "2021-02-22", "2021-02-28"),
        ("two months ago", "two months ago", "2021-01-01", "2021-01-31"),
        ("three years ago", "three years ago", "2018-01-01", "2018-12-31"),
        ("in the last three years", "the last three years", "2018-03-10", "2021-03-10"),
        ("the past two decades", "the past two decades", "2001-03-10", "2021-03-10"),
        ("the past 24 hours", "the past 24 hours", "2021-03-09", "2021-03-10"),
        ("the week of March 1", "the week of March 1", "2021-03-01", "2021-03-07"),
        ("held 5 Jan – 15 Apr 2020", "5 Jan – 15 Apr 2020", "2020-01-05", "2020-04-15"),
        ("from 5 Mar to 15 Apr 2020", "5 Mar to 15 Apr 2020", "2020-03-05", "2020-04-15"),
        ("in Q3 2020", "Q3 2020", "2020-07-01", "2020-09-30"),
        ("on Christmas Day", "Christmas Day", "2020-12-25", "2020-12-25"),
        ("the day before yesterday", "the day before yesterday", "2021-03-08", "2021-03-08"),
        ("on Friday 13", "Friday 13", "2020-11-13", "2020-11-13"),
        ("this coming Friday", "this coming Friday", "2021-03-12", "2021-03-12"),
        ("last Friday, March 5,", "last Friday, March 5", "2021-03-05", "2021-03-05"),
        ("the winter of 2019-2020", "the winter of 2019-2020", "2019-12-01", "2020-02-29"),
        ("in 2019/20", "2019/20", "2019-01-01", "2020-12-31"),
        ("on 2021/03/08", "2021/03/08", "2021-03-08", "2021-03-08"),
        ("from Monday to Wednesday", "Monday to Wednesday", "2021-03-08", "2021-03-10"),
        ("three decades ago", "three decades ago", "1990-01-01", "1999-12-31"),
    ],
)  # fmt: skip
def test_a_date_is_an_interval_of_days(text: str, quote: str, start: str, end: str) -> None:
    assert only(text) == (quote, start, end)


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        ("since 2002", "2002", "2002-01-01"),
        ("since January", "January", "2021-01-01"),
        ("since April", "April", "2020-04-01"),
        ("since Monday", "Monday", "2021-03-08"),
        ("since its creation in June 2020", "June 2020", "2020-06-01"),
        ("since the unit opened in 2015", "2015", "2015-01-01"),
        ("since the beginning of the year", "the beginning of the year", "2021-01-01"),
        ("since the start of the year customs took", "the start of the year", "2021-01-01"),
    ],
)
def test_since_leaves_the_end_open(text: str, quote: str, start: str) -> None:
    ((found, value),) = dates(text)
    assert (found, value.start, value.end, value.mod) == (quote, start, None, "since")


@pytest.mark.parametrize(
    ("text", "quotes", "days"),
    [
        ("On February 16 he came. Four days earlier she left.",
         ["February 16", "Four days earlier"], ["2021-02-16", "2021-02-12"]),
        ("On February 16 he came. On the same day she left.",
         ["February 16", "the same day"], ["2021-02-16", "2021-02-16"]),
        ("On February 16 he came. The following day she left.",
         ["February 16", "The following day"], ["2021-02-16", "2021-02-17"]),
        ("On February 16 he came. She left the next morning.",
         ["February 16", "the next morning"], ["2021-02-16", "2021-02-17"]),
        ("On March 5 he came. She left on the 7th.",
         ["March 5", "the 7th"], ["2021-03-05", "2021-03-07"]),
        ("It grew in 2020. That year she left.", ["2020", "That year"],
         ["2020-01-01", "2020-01-01"]),
        ("On 5 and 7 February they came.", ["5", "7 February"], ["2021-02-05", "2021-02-07"]),
        ("On March 3, 4 and 5, they came.", ["March 3", "4", "5"],
         ["2021-03-03", "2021-03-04", "2021-03-05"]),
        ("On March 3 he came. The previous week she left.", ["March 3", "The previous week"],
         ["2021-03-03", "2021-02-22"]),
        ("On Friday he was held, police said on Monday. On the same day she left.",
         ["Friday", "Monday", "the same day"], ["2021-03-05", "2021-03-08", "2021-03-05"]),
    ],
)  # fmt: skip
def test_some_dates_are_told_from_the_one_before(
    text: str, quotes: list[str], days: list[str]
) -> None:
    found = dates(text)
    assert [quote for quote, _ in found] == quotes
    assert [value.start for _, value in found] == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on July 24", "XXXX-07-24", "XXXX-07-24"),
        ("from July 24 to September 8", "XXXX-07-24", "XXXX-09-08"),
        ("in March", "XXXX-03-01", "XXXX-03-31"),
        ("said Thursday", None, None),
        ("last week", None, None),
        ("in 2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_without_a_day_of_publication_the_year_stays_open(
    text: str, start: str | None, end: str | None
) -> None:
    assert only(text, None)[1:] == (start, end)


def test_day_and_month_that_could_be_swapped_are_no_more_than_a_year() -> None:
    ((_, value),) = dates("on 3/5/2021")
    assert (value.start, value.end, value.grain) == ("2021-01-01", "2021-12-31", "year")


@pytest.mark.parametrize(
    "text",
    ["2000 people were held", "He may go. They march on.", "the sun sat low", "in 2,019 cases",
     "$2000 was found", "the second car", "2021-13-45", "February 31", "a five-year sentence",
     "weighed 1999 kg", "every Monday", "on Black Friday", "USA Today said", "in the fall of Kabul",
     "Agenda 2030", "Law 2016-22",
     "two days after police came"],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_a_sentence_that_ends_in_a_month_does_not_swallow_the_next_number() -> None:
    assert only("It ended in February. 15 suspects fled.")[0] == "February"


def test_a_dash_after_a_dateline_is_no_range() -> None:
    assert only("RABAT, March 5 – 12 people were held")[0] == "March 5"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In 2019 police arrested 3 men.", "2019"),
        ("Since 2002 police have dismantled 207 cells.", "2002"),
        ("In 2021 migrants were rescued off Sfax.", "2021"),
        ("He said that in 2018 soldiers killed 4 men.", "2018"),
        ("By 2019 officers had left.", "2019"),
        ("As of 2019 police held four.", "2019"),
        ("Throughout 2019 soldiers fought.", "2019"),
    ],
)
def test_a_year_opens_a_clause_whoever_acts_in_it(text: str, quote: str) -> None:
    assert only(text)[:2] == (quote, f"{quote}-01-01")


@pytest.mark.parametrize(
    "text",
    ["attended by 2015 people", "one in 2019 people", "in 2000 cases", "a rise from 1950 dollars",
     "Of 2019 officers five fled", "In 2019 kilograms"],
)  # fmt: skip
def test_four_digits_that_count_are_no_year(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize("text", ["On 31 April 2021 police", "On April 31, 2021 police"])
def test_a_day_no_calendar_has_is_its_month_and_keeps_its_year(text: str) -> None:
    ((quote, value),) = dates(text)
    assert quote in ("31 April 2021", "April 31, 2021")
    assert (value.start, value.end, value.grain) == ("2021-04-01", "2021-04-30", "month")
    assert value.unresolved == "no such day"


@pytest.mark.parametrize(
    "text", ["In the week of 31 December 2020", "In the week of December 31, 2020"]
)
def test_the_week_of_a_day_is_a_week_in_either_order(text: str) -> None:
    assert only(text)[1:] == ("2020-12-28", "2021-01-03")
