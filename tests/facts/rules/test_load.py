"""Rule files: what an analyst writes lies over what is built in, and mistakes name their place."""

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import asdict

from facts import extract
from facts.dates.grammar import RULES
from facts.frames.words import plural
from facts.rules import RuleError, load
from facts.rules.amounts import Currency
from facts.rules.catalogue import KINDS
from facts.rules.check import check, listing
from facts.rules.kinds import IncidentType, Item, Role, Rule, Substance, Trigger, Unit, words
from facts.rules.models import MODELS

SEEDS = Path(__file__).parents[3] / "seeds"


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_example_of_the_built_in_rules_holds() -> None:
    assert [str(failure) for failure in check(load())] == []


def test_no_built_in_rule_says_a_word_twice() -> None:
    twice = [
        f"{kind.table}.{name} {key}: {word}"
        for kind in KINDS
        for name, rule in load().table(kind).items()
        for key, text in asdict(rule).items()
        if isinstance(text, str) and key not in kind.patterns
        for word, times in Counter(words(text)).items()
        if times > 1
    ]
    assert twice == []


def test_every_built_in_thing_is_read_where_it_was_seized() -> None:
    book = load()
    phrases = [f"12 {plural(n)}" for one in book.table(Item).values() for n in words(one.nouns)]
    phrases += [f"12 kg of {n}" for one in book.table(Substance).values() for n in words(one.names)]
    assert [phrase for phrase in phrases if phrase not in _seized(phrase)] == []


def test_every_built_in_currency_is_read_by_all_its_names() -> None:
    currencies = load().table(Currency).values()
    sums = [f"12,000 {name}" for one in currencies for name in words(one.names)]
    sums += [f"{sign}12,000" for one in currencies for sign in words(one.signs)]
    assert [printed for printed in sums if printed not in _paid(printed)] == []


def _paid(printed: str) -> list[str]:
    text = f"Police said that they paid {printed} there."
    return [text[m.start : m.end] for m in extract(text).mentions if m.rule == "money.sum"]


def test_every_rule_of_a_kind_that_is_tried_in_a_sentence_has_an_example() -> None:
    listed = {one.rule: one.examples for one in listing(load())}
    tried: tuple[type[Rule], ...] = (*MODELS, Substance, Item, Unit, Trigger, Role, IncidentType)
    names = [f"{kind.table}.{name}" for kind in tried for name in load().table(kind)]
    assert [name for name in names if not listed[name]] == []


def test_a_currency_of_ones_own_is_tried_in_the_sentence_of_its_kind(tmp_path: Path) -> None:
    path = write(tmp_path, '[currency.XTS]\nnames = "12 o\'clock"\nsigns = "¤"\n')
    (failure,) = check(load([path]))
    assert failure.rule == "currency.XTS"
    assert "o'clock" in failure.example


def test_an_example_of_an_incident_tells_its_type(tmp_path: Path) -> None:
    text = '[incident_type.bombing]\nexamples = ["Customs seized 40 kg of opium on Monday."]\n'
    (failure,) = check(load([write(tmp_path, text)]))
    assert (failure.rule, failure.problem) == ("incident_type.bombing", "it tells drug_seizure")


def _seized(phrase: str) -> list[str]:
    text = f"Police seized {phrase}."
    return [text[mention.start : mention.end] for mention in extract(text).mentions]


def test_every_rule_for_dates_has_an_example() -> None:
    listed = {one.rule for one in listing(load())}
    assert {name for name, _ in RULES} <= listed


def test_every_rule_that_finds_something_is_listed() -> None:
    listed = {one.rule for one in listing(load())}
    found = {m.rule for path in SEEDS.glob("*.txt") for m in extract(path.read_text()).mentions}
    assert found
    assert found <= listed


@pytest.mark.parametrize("name", ["date.iso", "money.sum", "place.beside", "measure.increase"])
def test_a_rule_that_is_grammar_is_listed_where_it_is_written(name: str) -> None:
    listed = next(one for one in listing(load()) if one.rule == name)
    line = listed.path.read_text(encoding="utf-8").splitlines()[(listed.line or 0) - 1]
    assert name.partition(".")[0] + "." in line
    assert "frozenset" not in line


def test_the_same_book_is_given_each_time() -> None:
    assert load() is load()


def test_a_new_entry_is_added(tmp_path: Path) -> None:
    book = load([write(tmp_path, '[substance.xylazine]\nnames = "xylazine"\ncategory = "drug"\n')])
    assert book.table(Substance)["xylazine"].category == "drug"
    assert "cocaine" in book.table(Substance)


def test_an_entry_of_the_same_id_replaces_the_keys_it_gives(tmp_path: Path) -> None:
    book = load([write(tmp_path, "[substance.cocaine]\nyear = 9000\n")])
    cocaine = book.table(Substance)["cocaine"]
    assert cocaine.year == 9000
    assert "crack" in words(cocaine.names)


def test_dots_keep_the_words_that_were_there(tmp_path: Path) -> None:
    book = load([write(tmp_path, '[item.vehicle]\nnouns = "..., hovercraft"\n')])
    nouns = words(book.table(Item)["vehicle"].nouns)
    assert {"car", "hovercraft"} <= set(nouns)


def test_a_rule_can_be_turned_off(tmp_path: Path) -> None:
    book = load([write(tmp_path, "[unit.tola]\noff = true\n")])
    assert "tola" not in book.table(Unit)


def test_the_last_file_wins(tmp_path: Path) -> None:
    first = write(tmp_path, "[substance.heroin]\nyear = 1\n")
    second = tmp_path / "later.toml"
    second.write_text("[substance.heroin]\nyear = 2\n", encoding="utf-8")
    assert load([first, second]).table(Substance)["heroin"].year == 2


def test_a_rule_knows_the_file_and_line_it_was_written_in(tmp_path: Path) -> None:
    path = write(tmp_path, '\n\n[substance.xylazine]\nnames = "xylazine"\ncategory = "drug"\n')
    book = load([path])
    rule = book.table(Substance)["xylazine"]
    assert (book.origin(rule), book.line(rule)) == (path, 3)


@pytest.mark.parametrize(
    ("text", "line", "words_of_it"),
    [
        ('[substance.x]\nnames = "x"\ncategori = "drug"\n', 3, "did you mean category"),
        ('[subtance.x]\nnames = "x"\n', 1, "did you mean substance"),
        ('[substance.x]\nnames = "x"\n', 1, "category"),
        ('[substance.x]\nnames = 3\ncategory = "drug"\n', 1, "str"),
        ('[incident_type.x]\npattern = "("\n', 1, "pattern is no pattern"),
        ('[substance.x]\nnames = "x\n', 2, "is not TOML"),
        ("substance = 3\n", 1, "holds no entries"),
        ('[role.x]\nnouns = "person"\ntriggers = "sieze"\n', 3, "did you mean seize"),
        ('[role.x]\ntriggers = "seize"\nnouns = "persn"\n', 3, "did you mean person"),
        ('[role.arrests]\nbare = "nobody known"\n', 2, "no noun is called 'nobody known'"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, text: str, line: int, words_of_it: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load([path])
    assert (caught.value.path, caught.value.line) == (path, line)
    assert words_of_it in str(caught.value)


def test_a_file_that_is_not_there_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"nowhere\.toml: cannot be read"):
        load([tmp_path / "nowhere.toml"])


def test_an_example_that_does_not_hold_is_reported_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, '[role.mine]\nbare = "country"\nexamples = ["saw [five hats] there"]\n')
    failures = [str(failure) for failure in check(load([path]))]
    assert failures == [f"{path}:1: role.mine: nothing is found at 'five hats' in "
                        "'saw [five hats] there'"]  # fmt: skip


def test_an_example_found_by_another_rule_is_reported(tmp_path: Path) -> None:
    text = '[role.mine]\nbare = "case"\nexamples = ["police arrested [five men] there"]\n'
    failures = list(check(load([write(tmp_path, text)])))
    assert [failure.problem for failure in failures] == ["'five men' is found by role.arrests"]


def test_the_listing_names_every_rule_once() -> None:
    names = [listed.rule for listed in listing(load())]
    assert "role.arrests" in names
    assert len(names) == len(set(names))


def test_words_are_told_apart_by_commas() -> None:
    assert words(" life jacket,  car ,,van ") == ("life jacket", "car", "van")


def test_every_trigger_a_role_names_is_a_rule() -> None:
    book = load()
    from facts.rules.kinds import Noun, Trigger

    for role in book.table(Role).values():
        assert set(words(role.triggers)) <= set(book.table(Trigger)), role.id
        nouns = set(words(role.nouns)) | set(words(role.bare))
        assert nouns <= set(book.table(Noun)) | {"nationality"}, role.id


def test_a_role_may_name_what_another_file_adds(tmp_path: Path) -> None:
    first = write(tmp_path, '[trigger.net]\nverbs = "net"\n')
    second = tmp_path / "roles.toml"
    second.write_text('[role.netted]\ntriggers = "net"\nnouns = "person, nationality"\n')
    assert "netted" in load([first, second]).table(Role)


def test_a_book_is_named_after_what_the_files_over_it_say(tmp_path: Path) -> None:
    path = write(tmp_path, "[unit.tola]\noff = true\n")
    one, same = load([path]).fingerprint, load([path]).fingerprint
    assert one == same
    assert load([write(tmp_path, "[unit.tola]\noff = false\n")]).fingerprint != one
    assert load().fingerprint == ""
