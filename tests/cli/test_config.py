"""Settings and keys: where each comes from, and what makes no sense said with file and line."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tui.key_changes import KeymapError, read_keys
from tui.keymaps import keymap_of
from tui.settings import SETTINGS, Settings
from tui.settings_file import SettingsError, read_settings


@pytest.fixture
def folder(home: Path) -> Path:
    """Where an analyst's own files are."""
    path = home / "config" / "casedesk"
    path.mkdir(parents=True)
    return path


def shown(out: str) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in (line.split("\t") for line in out.splitlines())}


def test_the_command_line_is_above_the_environment_and_this_above_the_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "config.toml").write_text(
        'theme = "dark"\nuser = "ana"\npoll_ms = 500\n\n[keys]\npreset = "vim"\n'
    )
    monkeypatch.setenv("CASEDESK_THEME", "light")
    monkeypatch.setenv("CASEDESK_USER", "bea")
    rows = shown(run("config", "show", "--set", "theme=mono").out)
    assert list(rows) == [setting.name for setting in SETTINGS]
    assert rows["theme"] == ['"mono"', "--set"]
    assert rows["user"] == ['"bea"', "CASEDESK_USER"]
    assert rows["poll_ms"] == ["500", f"{folder}/config.toml:3"]
    assert rows["keys.preset"] == ['"vim"', f"{folder}/config.toml:6"]
    assert rows["glyphs"] == ['"auto"', "default"]
    assert shown(run("config", "show", "--defaults").out)["keys.preset"] == ['"default"', "default"]


def test_a_setting_says_what_it_is_for_and_who_sets_it(run: Run) -> None:
    result = run("config", "show", "escape_ms")
    assert "lone Esc" in result.out
    assert "CASEDESK_ESCAPE_MS" in result.out
    assert "did you mean theme?" in run("config", "show", "teme").err


def test_check_says_all_that_is_wrong_with_file_and_line(run: Run, folder: Path) -> None:
    assert run("config", "check").out == "settings and keys can be used\n"
    (folder / "config.toml").write_text(
        '# mine\ntheme = "drak"\nescape_ms = "long"\n[key]\npreset = "vim"\n'
    )
    (folder / "keys.toml").write_text('[article]\ndone = "d"\nflagg = "F"\n')
    result = run("config", "check")
    assert result.code == 2
    lines = result.err.splitlines()
    assert f"{folder}/config.toml:2: theme is one of" in lines[0]
    assert "did you mean dark?" in lines[0]
    assert "config.toml:3: escape_ms is a number from 0 to 1000" in lines[1]
    assert "config.toml:5: there is no setting key.preset; did you mean keys.preset?" in lines[2]
    assert f"{folder}/keys.toml:3: there is no command article.flagg" in lines[3]
    assert "did you mean article.flag?" in lines[3]
    assert run("config", "path").out.splitlines() == [
        f"{folder}/config.toml", f"{folder}/keys.toml",
    ]  # fmt: skip


def test_a_file_that_is_no_toml_says_where(folder: Path) -> None:
    (folder / "config.toml").write_text("theme = dark\n")
    with pytest.raises(SettingsError, match=r"config\.toml:1:9: "):
        read_settings(str(folder), {})


def test_a_wrong_variable_and_option_are_named(folder: Path) -> None:
    with pytest.raises(SettingsError, match="CASEDESK_POLL_MS: poll_ms is a number"):
        read_settings(str(folder), {"CASEDESK_POLL_MS": "often"})
    with pytest.raises(SettingsError, match="no setting thme; did you mean theme"):
        read_settings(str(folder), {}, ["thme=dark"])
    with pytest.raises(SettingsError, match="NAME=VALUE"):
        read_settings(str(folder), {}, ["dark"])


def test_who_i_am_in_the_log_is_a_setting(run: Run, folder: Path) -> None:
    (folder / "config.toml").write_text('user = "Ana García"\n')
    assert run("import", Path(__file__).parents[2] / "seeds").code == 0
    assert "Ana García" in run("log").out


def test_wrong_settings_stop_what_changes_a_case_and_not_what_reads_it(
    run: Run, case: Path, folder: Path
) -> None:
    (folder / "config.toml").write_text("polls = 3\n")
    result = run("undo")
    assert (result.code, "casedesk --defaults" in result.err) == (2, True)
    assert run("list").code == 0
    assert run("--defaults", "undo", "1").code in (0, 1)


def test_keys_are_printed_as_they_are_bound(run: Run, folder: Path) -> None:
    (folder / "keys.toml").write_text('"article.done" = ["f5"]\n[replace]\nt = "T"\n')
    rows = {row[1]: row[0] for row in (x.split("\t") for x in run("keys").out.splitlines())}
    assert rows["article.done"] == "f5"
    assert rows["tag.drugs/cannabis"] == "T d c"


WRONG = {
    'article.done = "x"': "keys.toml:1: the key x is given to both article.d",
    'article.done = "t"': "keys.toml:1: the key t",
    'article.done = "x y"': "keys.toml:1: the key x is given",
    'list.next = "d"': "keys.toml:1: the key d is given to both",
    '\n"article.done" = "ctrl+escpe"': r"keys.toml:2: there is no key ctrl\+escpe; .* escape\?",
    '[article]\ndone = "ctrl+i"': r"keys.toml:2: terminals send ctrl\+i as tab",
    'article.done = "shift+d"': r"did you mean D\?",
    'article.done = "ctrl+D"': r"did you mean ctrl\+d\?",
    'article.done = "alt+d"': "Esc and d",
    "article.done = 3": r"the keys of article.done are a list such as",
    'article.done = ""': "a key is missing",
    "view.quit = []": "view.quit needs a key in",
    "help.leave = []": "help.leave needs a key in help",
    "view.help = []\nview.palette = []": "view.help or view.palette needs a key",
    'note.leave = "q"': "note.leave needs a key in note",
    'pane.next = { note = "l" }': "l is typed in note, and runs nothing",
    'pane.next = { list = "l" }': "pane.next does not work in list",
    'replace = "t"': "replace is a table",
    '[replace]\nx = "d"': "the key d is given to both",
    "article.done = [": "keys.toml: ",
}


@pytest.mark.parametrize("text", WRONG)
def test_keys_that_make_no_sense_are_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "keys.toml"
    own.write_text(text)
    with pytest.raises(KeymapError, match=WRONG[text]):
        keymap_of("default", own)


def test_a_command_may_have_no_key_and_its_key_another(tmp_path: Path) -> None:
    own = tmp_path / "keys.toml"
    own.write_text('article.dismiss = []\narticle.done = ["x", "f5"]\nview.help = []\n')
    keys = keymap_of("default", own)
    found = keys.find("facts", ("x",))
    assert found is not None
    assert found.command is not None
    assert found.command.id == "article.done"


@given(st.text(max_size=200))
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "keys.toml")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        said = said_of(path)
        assert not said or said.startswith(str(path))


def said_of(path: Path) -> str:
    """Why a file of keys is refused, "" where it is not."""
    try:
        read_keys(path)
    except KeymapError as error:
        return str(error)
    return ""


def test_defaults_are_values_that_each_setting_takes() -> None:
    for setting in SETTINGS:
        assert setting.take(setting.default) == setting.default
        assert setting.doc.endswith(".")
    assert Settings().keys_preset == "default"


def test_every_setting_is_on_the_page_with_its_variable_and_values() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text()
    for setting in SETTINGS:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{setting.name}` |"))
        assert f"`{setting.variable}`" in row
        assert all(f"`{choice}`" in row for choice in getattr(setting, "choices", ()))
    named = re.findall(r"^\| `([\w.]+)` \| `CASEDESK", page, re.MULTILINE)
    assert named == [setting.name for setting in SETTINGS]


def test_the_keys_on_the_page_are_a_file_that_can_be_used(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text()
    example = page[page.index('    article.done = "f5"') : page.index("A key is the character")]
    own = tmp_path / "keys.toml"
    own.write_text(textwrap.dedent(example))
    keymap_of("default", own)
