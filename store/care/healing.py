"""A text in which one bit has turned, put right: its hash knows which of all bits it was."""

from hashlib import sha256
from typing import Final

from store.engine.bodies import Garbled, decode, encode, unpacked

_LONGEST: Final = 30_000
"""Bytes of the longest text that is tried; every bit takes a hash of what follows it."""


def healed(body: object) -> str | None:
    """The JSON of an article whose text is one bit off, None where more than that is wrong."""
    try:
        document = decode(unpacked(body))
        raw, sha = document["text"].encode(), bytes.fromhex(document["sha256"])
    except (Garbled, KeyError, TypeError, AttributeError, ValueError):
        return None
    if len(raw) > _LONGEST or (found := _turned(raw, sha)) is None:
        return None
    try:
        return encode(document | {"text": found.decode()})
    except UnicodeDecodeError:
        return None


def _turned(raw: bytes, sha: bytes) -> bytes | None:
    """The bytes with the one bit turned that gives them this hash."""
    before = sha256()
    for at, byte in enumerate(raw):
        for bit in range(8):
            attempt = before.copy()
            attempt.update(bytes([byte ^ 1 << bit]) + raw[at + 1 :])
            if attempt.digest() == sha:
                return raw[:at] + bytes([byte ^ 1 << bit]) + raw[at + 1 :]
        before.update(bytes([byte]))
    return None
