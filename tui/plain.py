"""Words made safe for a terminal: whatever an article or a file name holds, nothing is obeyed."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What a terminal acts on instead of showing; tab and newline are left."""


def plain(text: str) -> str:
    """The text with every control character shown as its picture (escape is ``␛``)."""
    return _CONTROL.sub(_picture, text)


def one_line(text: str) -> str:
    """The text on a single line, for a list or a sentence."""
    return plain(" ".join(text.split()))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
