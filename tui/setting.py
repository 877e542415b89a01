"""A setting: its name, its default, the values it may have, and what it is for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

from tui.nearest import hint

if TYPE_CHECKING:
    from typing import Self

T = TypeVar("T")


class Given(NamedTuple):
    """A value that somebody gave a setting, and where."""

    value: object
    source: str


class HasGiven:
    """Whatever settings are read from: the values that were given, by their names."""

    def __init__(self, given: Mapping[str, Given] | None = None) -> None:
        self.given: Mapping[str, Given] = given or {}
        """What is given, by the names of settings; the rest has its default."""


class Setting(Generic[T]):
    """One setting; read from an instance it is its value."""

    kind = ""
    """What its values are, in words."""

    def __init__(self, name: str, default: T, doc: str) -> None:
        self.name = name
        """Its name in the file: ``keys.preset``."""
        self.default = default
        self.doc = doc
        """What it is for, in a sentence."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"CASEDESK_{self.name.replace('.', '_').upper()}"

    def take(self, value: object) -> T:
        """A value of the file; raises ValueError, in words, for one that it cannot have."""
        raise NotImplementedError

    def take_words(self, words: str) -> T:
        """The same, written as words: in the environment or on the command line."""
        return self.take(words)

    def written(self, value: object) -> str:
        """A value as the file would have it."""
        return f'"{value}"' if isinstance(value, str) else str(value).lower()

    @overload
    def __get__(self, settings: None, owner: type) -> "Self": ...
    @overload
    def __get__(self, settings: HasGiven, owner: type) -> T: ...
    def __get__(self, settings: HasGiven | None, owner: type) -> "Self | T":
        if settings is None:
            return self
        given = settings.given.get(self.name)
        return self.default if given is None else self.take(given.value)


class Choice(Setting[str]):
    """One of some words."""

    def __init__(self, name: str, default: str, choices: tuple[str, ...], doc: str) -> None:
        super().__init__(name, default, doc)
        self.choices = choices
        self.kind = f"one of {', '.join(choices)}"

    def take(self, value: object) -> str:
        """One of the words."""
        if isinstance(value, str) and value in self.choices:
            return value
        said = f'{self.name} is {self.kind}, not "{value}"'
        raise ValueError(f"{said}{hint(str(value), self.choices)}")


class Flag(Setting[bool]):
    """On or off."""

    kind = "true or false"

    def take(self, value: object) -> bool:
        """True or false."""
        if isinstance(value, bool):
            return value
        raise ValueError(f'{self.name} is true or false, not "{value}"')

    def take_words(self, words: str) -> bool:
        """The words for on and off that people use in an environment."""
        said = {"true": True, "1": True, "on": True, "false": False, "0": False, "off": False}
        return self.take(said.get(words.casefold(), words))


class Number(Setting[int]):
    """A whole number within bounds."""

    def __init__(self, name: str, default: int, bounds: tuple[int, int], doc: str) -> None:
        super().__init__(name, default, doc)
        self.bounds = bounds
        self.kind = f"a number from {bounds[0]} to {bounds[1]}"

    def take(self, value: object) -> int:
        """A number within the bounds."""
        least, most = self.bounds
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f'{self.name} is {self.kind}, not "{value}"')

    def take_words(self, words: str) -> int:
        """A number in digits."""
        return self.take(int(words) if words.isdecimal() else words)


class Words(Setting[str]):
    """Any words; none by default."""

    kind = "words"

    def take(self, value: object) -> str:
        """Some words on one line."""
        if isinstance(value, str) and value.isprintable():
            return value
        raise ValueError(f'{self.name} is words on one line, not "{value!r}"')
