"""The desk's signs on a terminal that has none but ASCII: each by one character of one cell."""

from collections.abc import Mapping

_PAIRS = {
    "▸": ">", "◂": "<", "▴": "^", "▾": "v", "─": "-", "━": "-", "│": "|", "┃": "|", "█": "#",
    "✓": "+", "✗": "-", "⚑": "!", "·": ".", "…": "~", "◆": "&", "○": "o", "●": "@", "†": "%",
    "↶": "<", "⇄": "~", "␊": "\\", "␍": "\\", "×": "x", "–": "-", "—": "-", "‘": "'", "’": "'",
    "“": '"', "”": '"', "«": '"', "»": '"', "•": "*", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "\N{REPLACEMENT CHARACTER}": "?", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip

_ASCII: Mapping[int, str] = (
    {ord(sign): ascii_ for sign, ascii_ in _PAIRS.items()}
    | dict.fromkeys(range(0x2400, 0x2427), "^")  # pictures of control characters
    | dict.fromkeys(range(0x2500, 0x2580), "+")  # other lines and corners
    | {ord(sign): _PAIRS[sign] for sign in "─│␊␍━┃"}
)


def in_ascii(words: str) -> str:
    """Words, or what is sent to a terminal, with every sign in ASCII; letters are left alone."""
    return words if words.isascii() else words.translate(_ASCII)
