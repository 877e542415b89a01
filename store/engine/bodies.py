"""Documents as JSON text, the way they lie in the case file and in its change log."""

import json
import zlib
from hashlib import blake2b
from typing import Any, Final, TypeAlias

import msgspec

Document: TypeAlias = dict[str, Any]

SMALL = 200
"""Longest JSON, in characters, that the change log keeps of what a change wrote."""


_LONG: Final = 1000
"""Shortest JSON, in characters, that is worth the time to pack."""

_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ESCAPED: Final = json.JSONEncoder(separators=(",", ":")).encode
_SORTED: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_WORDS: Final = {str, type(None)}
"""What a stamp and most articles are made of; a key that is None only json writes."""
_NULL: Final = "null"
_DECODE: Final = json.JSONDecoder().decode


class Garbled(Exception):  # noqa: N818  # it never leaves the store
    """What lies in the file cannot have been written so; who knows the file's name says it."""


class Body(str):
    """A document that is JSON text already, so that it is not parsed only to be written again."""

    __slots__ = ()


class Absent:
    """The value of what is not there: no document, or no such key in it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()


def encode(value: object) -> str:
    """JSON text of a value; characters stay readable unless they are half of a surrogate pair."""
    if isinstance(value, Body):
        return str(value)
    if type(value) is dict and {*map(type, value), *map(type, value.values())} <= _WORDS:
        return _printed(value) if None in value else _quickly(value)
    return _printed(value)


def _printed(value: object) -> str:
    text = _PLAIN(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED(value)
    return text


def encode_own(value: object) -> str:
    """JSON text of what was read from the case and added to by it, all of which JSON has forms for.

    Infinity and NaN, which a script may have left there, have one that msgspec writes as null.
    """
    text = _quickly(value)
    return _printed(value) if _NULL in text else text


def _quickly(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return _ESCAPED(value)


def printable(text: str) -> str:
    """A text with a ? for what no file can hold: bytes of a name, halves of a surrogate pair."""
    return text.encode(errors="replace").decode()


def decode(text: str) -> Any:
    """The value of JSON text, a fresh copy each time; raises `Garbled`."""
    try:
        return msgspec.json.decode(str(text) if type(text) is Body else text)
    except (TypeError, ValueError):
        return _decode_odd(text)


def _decode_odd(text: str) -> Any:
    """What other programs call JSON: half of a surrogate pair, a number that is none."""
    try:
        return _DECODE(text)
    except (TypeError, ValueError) as error:
        raise Garbled("a part of it is not JSON") from error


def checked(value: Any, kind: Any) -> Any:
    """A value from the file as the type it was written as; raises `Garbled` if it is not one."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Garbled(f"a part of it is not what it was: {error}") from error


def packed(text: str) -> str | bytes:
    """Long JSON as it lies in the file: facts, whose keys repeat, take a sixth of the room."""
    return text if len(text) < _LONG else zlib.compress(text.encode(), level=1)


def unpacked(stored: object) -> str:
    """JSON text from the file, packed or not; raises `Garbled`."""
    if isinstance(stored, str):
        return stored
    try:
        return zlib.decompress(stored).decode()  # type: ignore[arg-type]  # else a TypeError
    except (TypeError, UnicodeDecodeError, zlib.error) as error:
        raise Garbled("a part of it cannot be unpacked") from error


def digest(text: str) -> str:
    """Sixteen bytes, in hexadecimal, that stand for a long text in the change log."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def canonical(value: object) -> str:
    """JSON text that does not depend on the order of keys."""
    return _SORTED(value)
