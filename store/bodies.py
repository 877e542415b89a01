"""Documents as JSON text, the way they lie in the case file and in its change log."""

import json
from hashlib import blake2b
from typing import Any, Final, TypeAlias

Document: TypeAlias = dict[str, Any]

SMALL = 200
"""Longest JSON, in characters, that the change log keeps of what a change wrote."""


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
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def decode(text: str) -> Any:
    """The value of JSON text, a fresh copy each time."""
    return json.loads(text)


def digest(text: str) -> str:
    """Sixteen bytes, in hexadecimal, that stand for a long text in the change log."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def same(left: object, right: object) -> bool:
    """Whether two values are one and the same JSON; 1, 1.0 and true are three."""
    if left is right:
        return True
    if left is ABSENT or right is ABSENT:
        return False
    return canonical(left) == canonical(right)


def canonical(value: object) -> str:
    """JSON text that does not depend on the order of keys."""
    if isinstance(value, Body):
        value = decode(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
