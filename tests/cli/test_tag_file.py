"""An analyst's own tags.toml: what it changes, and what it is refused for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import open_case
from store.tags import built_in, use
from tests.cli.conftest import Run
from tui.tag_file import TagFileError, laid_over

OWN = """
[groups.vehicles]
letter = "v"
title = "vehicles"

[tags."vehicles/cars"]
letter = "c"
title = "stolen cars"
iccs = "0502"

[tags."drugs/cannabis"]
title = "cannabis, hashish"
letter = "x"

[tags."drugs/other"]
hide = true
misp = 'crime:drugs="mixed"'
"""


@pytest.fixture(autouse=True)
def built_in_again() -> Iterator[None]:
    """The tags of one test are not those of the next."""
    yield
    use(None)


@pytest.fixture
def file(home: Path) -> Path:
    folder = home / "config" / "casedesk"
    folder.mkdir(parents=True)
    return folder / "tags.toml"


def test_a_file_adds_renames_hides_and_gives_other_letters(file: Path) -> None:
    file.write_text(OWN)
    tags = laid_over(built_in(), file)
    assert tags.keys("vehicles/cars") == "v c"
    assert tags.tag("vehicles/cars").iccs == "0502"
    assert tags.machine_tag("vehicles/cars") == 'casedesk:vehicles="cars"'
    assert (tags.tag("drugs/cannabis").title, tags.keys("drugs/cannabis")) == (
        "cannabis, hashish", "d x",
    )  # fmt: skip
    assert tags.keys("drugs/other") == ""
    assert tags.machine_tag("drugs/other") == 'crime:drugs="mixed"'
    assert tags.keys("drugs/cocaine") == built_in().keys("drugs/cocaine") == "d k"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[tag.x]\n", 1, "there is no table tag; did you mean tags?"),
        ('\n[tags."drugs/cannabis"]\nleter = "q"\n', 3, "no key leter; did you mean letter?"),
        ('[tags."drugs/cannabis"]\nletter = "k"\n', 2,
         "drugs/cannabis and drugs/cocaine cannot both be t d k"),
        ('[groups.drugs]\nletter = "h"\n', 2, "drugs and people cannot both be t h"),
        ('[groups.drugs]\nletter = "/"\n', 2, "/ asks for a tag by its words"),
        ('[tags."drug/khat"]\nletter = "q"\n', 1, "no group drug; did you mean drugs?"),
        ('[tags."Drugs/Khat"]\n', 1, "no group Drugs; did you mean drugs?"),
        ('[tags."drugs/Khat"]\n', 1, "drugs/Khat is written drugs/khat"),
        ('[tags."drugs/k#"]\n', 1, "k# cannot be part of a tag"),
        ('[tags]\n"drugs/khat" = "q"\n', 2, "drugs/khat is an entry"),
        ('[tags."drugs/khat"]\nletter = "qq"\n', 2, "'qq' is no letter"),
        ('[tags."drugs/khat"]\nhide = "yes"\n', 2, "hide is true or false"),
        ('[tags."drugs/khat"]\niccs = "6.1"\n', 2, "6.1 is no code of the ICCS"),
        ('[tags."drugs/khat"]\nmisp = "khat"\n', 2, "khat is no machine tag"),
        ('[groups.drugs]\ntitle = "a\\u001bb"\n', 2, "title needs words that can be shown"),
        ("[groups.drugs]\ntitle = 7\n", 2, "title is a text in quotes"),
        ("[groups.drugs\n", 1, "expected"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_its_line(
    file: Path, text: str, line: int, said: str
) -> None:
    file.write_text(text)
    with pytest.raises(TagFileError) as refused:
        laid_over(built_in(), file)
    assert str(refused.value).startswith(f"{file}:{line}:")
    assert said in str(refused.value)


def test_two_letters_may_be_exchanged(file: Path) -> None:
    file.write_text('[tags]\n"drugs/cannabis".letter = "k"\n"drugs/cocaine".letter = "c"\n')
    tags = laid_over(built_in(), file)
    assert (tags.keys("drugs/cannabis"), tags.keys("drugs/cocaine")) == ("d k", "d c")


def test_every_tag_is_a_line_with_its_letters_counts_and_names_elsewhere(
    run: Run, case: Path, file: Path
) -> None:
    file.write_text(OWN)
    result = run("tags", "list")
    assert (result.code, result.err) == (0, "")
    rows = [line.split("\t") for line in result.out.splitlines()]
    cars = ["v c", "vehicles/cars", "stolen cars", "0", "0", "0502", 'casedesk:vehicles="cars"']
    assert cars in rows
    assert len(rows) == 40  # one more, one hidden
    assert '"tag":"drugs/cannabis","title":"cannabis, hashish"' in run("tags", "list", "--json").out
    assert "d x" in run("keys").out


def test_without_a_case_the_table_is_listed(run: Run) -> None:
    result = run("tags", "list")
    assert (result.code, len(result.out.splitlines())) == (0, 40)


def test_where_the_files_are_is_printed(run: Run, file: Path) -> None:
    own, built = (line.split("\t") for line in run("tags", "path").out.splitlines())
    assert own == ["yours", str(file)]
    assert Path(built[1]).exists()


def test_a_file_is_checked_and_a_wrong_one_keeps_no_command_from_saying_so(
    run: Run, case: Path, file: Path
) -> None:
    assert "no tags of your own" in run("tags", "check").err
    file.write_text(OWN)
    assert "can be used: 40 tags, 40 of them with letters" in run("tags", "check").err
    file.write_text('[tags."drugs/cannabis"]\nletter = "k"\n')
    for words in (("tags", "check"), ("list",), ("keys",)):
        result = run(*words)
        assert result.code == 2
        assert f"{file}:2: drugs/cannabis and drugs/cocaine cannot both be t d k" in result.err
    assert run("list", "--defaults").code == 2 or run("--defaults", "list").code == 0


def test_a_tag_is_renamed_and_merged_with_a_word_before_and_after(run: Run, case: Path) -> None:
    with open_case(case, user="ana") as opened:
        opened.tag([1, 2], ["drugs/cannabis"])
        opened.tag([2], ["drugs/other"])
    would = run("tags", "merge", "--dry-run", "drugs/cannabis", "drugs/other")
    assert (
        would.err
        == "drugs/cannabis would become drugs/other on 2 articles, 0 incidents; 1 has both\n"
    )
    done = run("tags", "merge", "drugs/cannabis", "drugs/other")
    assert "merged drugs/cannabis into drugs/other on 2 articles, 0 incidents (change" in done.err
    done = run("tags", "rename", "drugs/other", "drugs/several")
    assert done.code == 0
    assert len(run("list", "tag:drugs/several").out.splitlines()) == 2
    refused = run("tags", "rename", "drugs/several", "drugs/cocaine")
    assert (refused.code, "is a tag already" in refused.err) == (2, True)
    assert (
        "did you mean drugs/cocaine?" in run("tags", "merge", "drugs/several", "drugs/cocain").err
    )
