"""Rules that changed: the articles are read again, and what an analyst decided stays."""

from pathlib import Path

import pytest

from store import Judgement, open_case
from tests.cli.conftest import SEEDS, Run

OWN = '[nationality.saharan]\nwords = "Tiris"\nregion = "Sahara"\n'
TIRIS = "nationality::sahara"


@pytest.fixture
def own_rules(home: Path) -> Path:
    """The folder of the analyst's own rules."""
    folder = home / "config" / "casedesk" / "rules"
    folder.mkdir(parents=True)
    return folder


def article(home: Path) -> Path:
    path = home / "tiris.txt"
    path.write_text("Police in Rabat arrested two Tiris men on 3 May 2020.")
    return path


def kinds(case: Path, article: int = 1) -> dict[str, str | None]:
    with open_case(case, read_only=True) as opened:
        return {one.key: one.verdict for one in opened.findings(article).facts}


def test_nothing_is_read_again_while_the_rules_are_the_same(run: Run, case: Path) -> None:
    result = run("reread")
    assert (result.code, result.out) == (0, "")
    assert "in 0 articles; 5 articles read by these rules already." in result.err


def test_own_rules_find_what_was_not_found_before(run: Run, home: Path, own_rules: Path) -> None:
    assert run("import", article(home)).code == 0
    case = home / "data" / "casedesk" / "default.case"
    assert TIRIS not in kinds(case)
    (own_rules / "mine.toml").write_text(OWN)
    assert "again in 1 article." in run("reread").err
    assert TIRIS in kinds(case)
    assert "again in 0 articles" in run("reread").err
    (own_rules / "mine.toml").unlink()
    assert "again in 1 article." in run("reread").err
    assert TIRIS not in kinds(case)


def test_verdicts_and_corrections_survive(run: Run, home: Path, own_rules: Path) -> None:
    run("import", article(home), SEEDS[0])
    case = home / "data" / "casedesk" / "default.case"
    with open_case(case, user="ana") as opened:
        two = next(one for one in opened.findings(1).facts if one.kind == "count")
        date = next(one for one in opened.findings(1).facts if one.kind == "date")
        other = opened.findings(2).facts[2].value
        opened.judge(1, {two.key: Judgement("rejected"), date.key: Judgement("accepted", other)})
        opened.tag([1], ["drugs/cannabis"], True)
        opened.write_note(1, "ask Rabat")
    (own_rules / "mine.toml").write_text(OWN)
    assert "again in 2 articles." in run("reread").err
    with open_case(case, read_only=True) as opened:
        found = {one.key: one for one in opened.findings(1).facts}
        assert found[two.key].verdict == "rejected"
        assert (found[date.key].verdict, found[date.key].value) == ("accepted", other)
        assert found[date.key].corrected
        assert list(opened.marks(1).tags) == ["drugs/cannabis"]
        assert opened.note(1) == "ask Rabat"


def test_a_fact_that_comes_back_comes_with_its_verdict(
    run: Run, home: Path, own_rules: Path
) -> None:
    (own_rules / "mine.toml").write_text(OWN)
    run("import", article(home))
    case = home / "data" / "casedesk" / "default.case"
    with open_case(case, user="ana") as opened:
        opened.judge(1, {TIRIS: Judgement("accepted")})
    (own_rules / "mine.toml").rename(home / "away.toml")
    run("reread")
    assert TIRIS not in kinds(case)
    (home / "away.toml").rename(own_rules / "mine.toml")
    run("reread")
    assert kinds(case)[TIRIS] == "accepted"


def test_corrected_words_and_added_facts_survive(run: Run, home: Path, own_rules: Path) -> None:
    from facts.model import Nationality, Person
    from store.shapes import Placed

    run("import", article(home))
    case = home / "data" / "casedesk" / "default.case"
    with open_case(case, user="ana") as opened:
        text = opened.article(1).text
        tiris, two = text.index("Tiris"), text.index("two")
        (count,) = (one for one in opened.findings(1).facts if one.kind == "count")
        was = (count.mentions[0].start, count.mentions[0].end)
        place = Placed(two, two + len("two Tiris"), was)
        opened.judge(1, {count.key: Judgement("accepted", None, (place,))})
        opened.adding.add(1, tiris, tiris + 5, Nationality(region="Sahara"))
        opened.adding.add(1, 0, 6, Person("Police"))
    (own_rules / "mine.toml").write_text(OWN)
    assert "again in 1 article." in run("reread").err
    with open_case(case, read_only=True) as opened:
        found = {one.key: one for one in opened.findings(1).facts}
        first = found[count.key].mentions[0]
        assert text[first.start : first.end] == "two Tiris"
        assert (found[TIRIS].verdict, found[TIRIS].is_found) == ("accepted", True)
        assert [m.start for m in found[TIRIS].mentions] == [tiris]
        assert (found["person:police"].verdict, found["person:police"].is_found) == (
            "accepted", False,
        )  # fmt: skip


def test_a_query_limits_what_is_read_again(run: Run, case: Path, own_rules: Path) -> None:
    (own_rules / "mine.toml").write_text(OWN)
    assert "again in 2 articles." in run("reread", "neptune").err
    assert "again in 5 articles." in run("reread", "--all").err


def test_rules_that_cannot_be_used_stop_every_reading(
    run: Run, case: Path, own_rules: Path
) -> None:
    (own_rules / "mine.toml").write_text('[substance.khat]\nnmes = "khat"\n')
    for words in (("reread",), ("import", SEEDS[0]), ("extract", SEEDS[0])):
        result = run(*words)
        assert (result.code, result.out) == (2, "")
        assert "mine.toml:2: unknown key 'nmes' in 'khat'; did you mean names?" in result.err


def test_a_misspelt_option_is_no_query(run: Run, case: Path) -> None:
    assert "--all" in run("reread", "--al").err


def test_worker_processes_read_by_the_same_rules(tmp_path: Path) -> None:
    from facts.rules import load
    from tui.extraction import FEW, Text, extract_all

    (tmp_path / "mine.toml").write_text(OWN)
    rules = load([tmp_path / "mine.toml"])
    texts = [Text(str(n), f"{n} Tiris women.") for n in range(2, FEW + 4)]
    for outcome in extract_all(texts, len(texts), rules, workers=2):
        assert outcome.extraction
        assert [mention.kind for mention in outcome.extraction.mentions] == ["nationality"]
        assert outcome.extraction.rules.endswith(rules.fingerprint)
