"""The page on facts and rules: its example is a file that works, its tables are complete."""

import re
from pathlib import Path

from facts import extract
from facts.rules import load
from facts.rules.catalogue import KINDS
from facts.rules.check import check
from tests.cli.conftest import Run
from tui import doubts, wording

PAGE = (Path(__file__).parents[2] / "docs" / "facts-and-rules.md").read_text()
EXAMPLE = PAGE.partition("```toml\n")[2].partition("```")[0]


def test_the_example_passes_the_check_it_recommends(run: Run, home: Path) -> None:
    folder = home / "config" / "casedesk" / "rules"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(EXAMPLE)
    result = run("rules", "check")
    assert (result.code, result.out) == (0, "")


def test_each_rule_of_the_example_finds_what_was_not_found_before(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(EXAMPLE)
    book = load([tmp_path / "mine.toml"])
    examples = re.findall(r'examples = \["(.*)"\]', EXAMPLE)
    assert len(examples) == 3
    for example in examples:
        text = re.sub(r"[\[\]]", "", example)
        before = {(one.rule, one.value) for one in extract(text).mentions}
        assert {(one.rule, one.value) for one in extract(text, rules=book).mentions} - before
    assert list(check(book)) == []


def test_a_ceiling_of_ones_own_flags_a_number(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(EXAMPLE)
    text = "The DPO seized 4,500 tonnes of tusi."
    mentions = extract(text, rules=load([tmp_path / "mine.toml"])).mentions
    assert any("ceiling of 1 t in one operation for tusi" in r for m in mentions for r in m.reasons)


def test_the_explanation_on_the_page_is_what_is_printed(run: Run, home: Path) -> None:
    shown = re.findall(r"^    (Police arrested \[.*|     [0-9]  .*)$", PAGE, re.MULTILINE)
    assert len(shown) == 3
    (home / "a.txt").write_text(" date 2020-09-23 \n\nPolice arrested 21 people on Tuesday.\n")
    assert "\n".join(shown) in run("extract", "--explain", home / "a.txt").out


def test_every_kind_of_fact_and_every_flag_is_on_the_page() -> None:
    for kind, short in wording.KINDS.items():
        assert re.search(rf"^\|.*`{short}`.*\|.*\b{kind}\b.*\|", PAGE, re.MULTILINE), kind
    for flag, words in doubts.FLAGS.items():
        assert f"| {flag} | {words} |" in PAGE


def test_every_rule_file_is_on_the_page() -> None:
    table = PAGE.partition("| file | kinds of rules |")[2].partition("\n\n")[0]
    for kind in KINDS:
        assert kind.file.removesuffix(".toml") in table
