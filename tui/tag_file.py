"""The analyst's own tags.toml: what it adds to the built-in tags, and changes about them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from facts.nearest import meant, nearest
from store.errors import UnknownTag
from store.tags import Catalogue, Group, Tag, catalogue_of, machine_tag, shaped, title_of
from tui.toml_file import read_toml
from tui.toml_places import line_of

_TABLES: Final = ("groups", "tags")
_OF_GROUPS: Final = ("letter", "title", "hide")
_OF_TAGS: Final = (*_OF_GROUPS, "iccs", "misp")
_BY_WORDS: Final = "/"
"""What asks for a tag by its words after `t`, and is no group's letter therefore."""
_ICCS: Final = re.compile(r"\d{2}(\d{2}(\d(\d)?)?)?")
_MISP: Final = re.compile(r'[\w.-]+:[\w.-]+(="[^"]*")?')

Entry = Mapping[str, Any]


class TagFileError(Exception):
    """A tags.toml that cannot be used: its file, its line and what is wrong there."""


def laid_over(under: Catalogue, path: Path) -> Catalogue:
    """The tags with a file over them; raises `TagFileError` for what makes no sense."""
    try:
        text, document = read_toml(str(path))
    except ValueError as error:
        raise TagFileError(str(error)) from error
    return _Reading(path, text, under).over(document)


class _Reading:
    """A file being read, which knows where in it something stands."""

    def __init__(self, path: Path, text: str, under: Catalogue) -> None:
        self._path = path
        self._text = text
        self._under = under

    def over(self, document: Entry) -> Catalogue:
        """The tags as the file leaves them."""
        self._demand_known("", document, _TABLES)
        groups = self._entries(document, "groups", _OF_GROUPS)
        tags = self._entries(document, "tags", _OF_TAGS)
        made = {group.id: self._group(group, {}) for group in self._under.groups}
        for group_id, said in groups.items():
            made[group_id] = self._group(made.get(group_id) or self._new_group(group_id), said)
        for tag_id, said in tags.items():
            group = made.get(tag_id.partition("/")[0])
            if group is None:
                raise self._wrong(f"tags.{tag_id}", self._no_group(tag_id, made))
            made[group.id] = self._with_tag(group, tag_id, said)
        self._refuse_clashes(made.values())
        return catalogue_of(made.values(), self._under.namespace)

    # -- entries

    def _entries(self, document: Entry, table: str, known: tuple[str, ...]) -> dict[str, Entry]:
        entries = document.get(table, {})
        if not isinstance(entries, dict):
            raise self._wrong(
                table, f'{table} holds entries: write [{table}."..."] above their keys'
            )
        for entry_id, said in entries.items():
            name = f"{table}.{entry_id}"
            if not isinstance(said, dict):
                raise self._wrong(name, f'{entry_id} is an entry: write [{table}."{entry_id}"]')
            self._demand_known(name, said, known)
            for key, value in said.items():
                self._demand_value(f"{name}.{key}", key, value)
        return entries

    def _demand_known(self, name: str, entry: Entry, known: tuple[str, ...]) -> None:
        for key, value in entry.items():
            if key not in known:
                place = f"{name}.{key}" if name else key
                what = "key" if name else "table"
                said = nearest(key, known).rstrip(".")
                first = next(iter(value), "") if isinstance(value, dict) else ""
                raise self._wrong(place, f"there is no {what} {key}{said}", f"{place}.{first}")

    def _demand_value(self, name: str, key: str, value: object) -> None:
        if key == "hide":
            if not isinstance(value, bool):
                raise self._wrong(name, "hide is true or false")
            return
        if not isinstance(value, str):
            raise self._wrong(name, f"{key} is a text in quotes")
        if not value.isprintable() or (key == "title" and not value.strip()):
            raise self._wrong(name, f"{key} needs words that can be shown")
        if (
            key == "letter"
            and value
            and (len(value) > 1 or not value.isprintable() or value == " ")
        ):
            raise self._wrong(name, f'{value!r} is no letter: one character is, "" is none')
        if key == "iccs" and value and not _ICCS.fullmatch(value):
            raise self._wrong(name, f"{value} is no code of the ICCS: two to six digits are")
        if key == "misp" and not _MISP.fullmatch(value):
            raise self._wrong(name, f'{value} is no machine tag, such as crime:drugs="cannabis"')

    # -- groups and tags

    def _new_group(self, group_id: str) -> Group:
        if self._shaped(f"groups.{group_id}", f"{group_id}/x") != f"{group_id}/x":
            raise self._wrong(f"groups.{group_id}", f"{group_id} must be in small letters")
        return Group(group_id, "", group_id, ())

    def _group(self, group: Group, said: Entry) -> Group:
        letter, title = said.get("letter", group.letter), said.get("title", group.title)
        if letter == _BY_WORDS:
            raise self._wrong(f"groups.{group.id}.letter", "/ asks for a tag by its words after t")
        return replace(group, letter=letter, title=title, hidden=said.get("hide", group.hidden))

    def _with_tag(self, group: Group, tag_id: str, said: Entry) -> Group:
        place = next((n for n, tag in enumerate(group.tags) if tag.id == tag_id), len(group.tags))
        tag = group.tags[place] if place < len(group.tags) else self._new_tag(tag_id)
        tag = replace(
            tag,
            letter=said.get("letter", tag.letter), title=said.get("title", tag.title),
            iccs=said.get("iccs", tag.iccs), misp=said.get("misp", tag.misp),
            hidden=said.get("hide", tag.hidden),
        )  # fmt: skip
        return replace(group, tags=(*group.tags[:place], tag, *group.tags[place + 1 :]))

    def _new_tag(self, tag_id: str) -> Tag:
        right = self._shaped(f"tags.{tag_id}", tag_id)
        if right != tag_id:
            raise self._wrong(f"tags.{tag_id}", f"{tag_id} is written {right}")
        misp = machine_tag(self._under.namespace, tag_id)
        return Tag(tag_id, "", title_of(tag_id), misp=misp)

    def _shaped(self, name: str, tag_id: str) -> str:
        try:
            return shaped(tag_id)
        except UnknownTag as error:
            raise self._wrong(name, str(error)) from None

    def _no_group(self, tag_id: str, groups: Iterable[str]) -> str:
        group = tag_id.partition("/")[0]
        return f"there is no group {group}{meant(group, groups)}; [groups.{group}] adds it"

    # -- clashes

    def _refuse_clashes(self, groups: Iterable[Group]) -> None:
        """No key may mean two things; of what clashes the last that this file names is told."""
        seen: dict[str, str] = {}
        for group in groups:
            if not group.letter or group.hidden:
                continue
            self._claim(seen, group.letter, f"groups.{group.id}")
            for tag in group.tags:
                if tag.letter and not tag.hidden:
                    self._claim(seen, f"{group.letter} {tag.letter}", f"tags.{tag.id}")

    def _claim(self, seen: dict[str, str], keys: str, name: str) -> None:
        other = seen.setdefault(keys, name)
        if other == name:
            return
        where = name if line_of(self._text, name) else other
        both = " and ".join(one.partition(".")[2] for one in (other, name))
        raise self._wrong(f"{where}.letter", f"{both} cannot both be t {keys}", where)

    def _wrong(self, name: str, problem: str, else_at: str = "") -> TagFileError:
        line = line_of(self._text, name) or (line_of(self._text, else_at) if else_at else None)
        return TagFileError(
            f"{self._path}:{line}: {problem}" if line else f"{self._path}: {problem}"
        )
