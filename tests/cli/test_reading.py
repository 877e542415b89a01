"""Looking at a case without the desk: list and show."""

import json
from pathlib import Path

import pytest

from store import open_case
from tests.cli.conftest import SEEDS, Run


def test_every_article_is_a_line_of_tab_separated_cells(run: Run, case: Path) -> None:
    result = run("list")
    assert (result.code, result.err) == (0, "")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert {len(row) for row in rows} == {7}
    assert {row[2] for row in rows} == {"new"}


def test_a_query_narrows_the_list(run: Run, case: Path) -> None:
    result = run("list", "neptune")
    assert result.code == 0
    assert 1 <= result.out.count("\n") < 5
    assert run("list", "-neptune").out.count("\n") == 5 - result.out.count("\n")


def test_a_query_that_matches_nothing_says_so(run: Run, case: Path) -> None:
    result = run("list", "zebra")
    assert (result.code, result.out) == (1, "")
    assert result.err == "No article matches zebra.\n"


def test_an_unknown_field_is_met_with_the_nearest(run: Run, case: Path) -> None:
    result = run("list", "tga:drugs")
    assert (result.code, result.out) == (2, "")
    assert "tag" in result.err
    assert result.err.count("\n") == 1


def test_a_misspelt_option_is_no_query(run: Run, case: Path) -> None:
    result = run("list", "--jsn")
    assert (result.code, result.out) == (2, "")
    assert "--json" in result.err


def test_an_article_is_shown_whole(run: Run, case: Path) -> None:
    result = run("show", "1")
    assert (result.code, result.err) == (0, "")
    assert SEEDS[0].read_text().strip() in result.out
    assert "\nFacts\n" in result.out
    assert "\x1b" not in result.out


def test_an_article_is_found_by_its_file(run: Run, case: Path) -> None:
    assert run("show", SEEDS[2].name).out == run("show", "3").out


def test_an_article_as_json_has_all_that_is_known(run: Run, case: Path) -> None:
    (line,) = run("show", "1", "--json").out.splitlines()
    article = json.loads(line)
    assert article["text"] == SEEDS[0].read_text()
    assert article["status"] == "new"
    assert article["extracted"]
    for fact in article["facts"]:
        for mention in fact["mentions"]:
            assert article["text"][mention["start"] : mention["end"]].strip()


@pytest.mark.parametrize("wanted", ["99", "nowhere.txt", "9" * 20, "9" * 5000])
def test_an_article_that_is_not_there_is_named(run: Run, case: Path, wanted: str) -> None:
    result = run("show", wanted)
    assert (result.code, result.out) == (1, "")
    assert wanted in result.err
    assert result.err.count("\n") == 1


def ids(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


def test_the_list_is_sorted(run: Run, case: Path) -> None:
    titles = [line.split("\t")[5] for line in run("list", "--sort", "title").out.splitlines()]
    assert titles == sorted(titles, key=str.casefold)
    assert ids(run("list", "--sort", "rel", "neptune").out)
    wrong = run("list", "--sort", "titel")
    assert (wrong.code, wrong.out) == (2, "")
    assert "did you mean title?" in wrong.err


def test_the_newest_come_first(run: Run, case: Path) -> None:
    assert ids(run("list", "--newest", "2").out) == ["5", "4"]
    assert run("list", "--newest", "2", "--sort", "title").code == 2


def test_a_saved_query_by_its_name(run: Run, case: Path) -> None:
    with open_case(case) as opened:
        opened.queries.save("Ships", "neptune")
    assert run("list", "--saved", "ships").out == run("list", "neptune").out
    both = run("list", "--saved", "Ships", "zebra")
    assert (both.code, both.err) == (1, "No article matches neptune zebra: none has zebra.\n")
    wrong = run("list", "--saved", "ship")
    assert (wrong.code, wrong.out) == (2, "")
    assert "did you mean Ships?" in wrong.err


def test_nothing_found_names_the_nearest_value(run: Run, case: Path) -> None:
    result = run("list", "place:casablanka")
    assert (result.code, result.out) == (1, "")
    assert "did you mean place:casablanca?" in result.err


def test_an_article_is_shown_with_the_incidents_of_the_case_it_is_linked_to(
    run: Run, case: Path
) -> None:
    with open_case(case, user="ana") as opened:
        proposed = opened.findings(1).incidents[0]
        opened.incidents.take(1, proposed.id)
    assert "\nIncidents of the case\n  #1  " in run("show", "1").out
    article = json.loads(run("show", "1", "--json").out)
    assert set(article["linked"]) == {"#1"}
    assert set(article["linked"]["#1"]) <= {fact["key"] for fact in article["facts"]}
    assert run("list", "incident:1").out.startswith("1\t")
