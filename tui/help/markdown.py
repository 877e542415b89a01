"""Every key as a page of Markdown: docs/keys.md."""

from collections.abc import Iterable, Iterator

from tui.help.entries import PLACES, Entry, as_on_desk, sections
from tui.keymap import Keymap

_HEAD = """\
# Keys

Every key of the desk, place by place, with the name that rebinds it in `keys.toml`
([settings](settings.md)). `?` shows those that work where you are, `ctrl+p` finds one by its name
or key, `casedesk keys` prints them as you have bound them. A sequence such as `t d c` is pressed
key after key. This page is made by `make docs` from the table that the desk itself reads.
"""


def keys_page(keymap: Keymap) -> str:
    """The page, with the keys as they are bound."""
    return _HEAD + "".join(f"{line}\n" for line in _places(keymap))


def _places(keymap: Keymap) -> Iterator[str]:
    for context, name in PLACES.items():
        groups = list(sections(context, keymap, fold=3, alone=True))
        if not groups:
            continue
        yield from ("", f"## {name}")
        if same := as_on_desk(context, keymap, fold=3):
            yield from ("", f"As on the desk: {_keys(same)}.")
        if context == "desk":
            for group, entries in groups:
                yield from ("", f"### {group}", "", *_table(entries))
        else:
            yield from ("", *_table([entry for _, entries in groups for entry in entries]))


def _table(entries: list[Entry]) -> Iterator[str]:
    yield "| key | does | name |"
    yield "| --- | --- | --- |"
    for entry in entries:
        yield f"| {_keys(entry.keys)} | {_cell(entry.text)} | `{entry.id}` |"


def _keys(keys: Iterable[str]) -> str:
    return " ".join(f"`{_cell(key)}`" for key in keys)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
