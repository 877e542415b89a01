"""What a judgement is called in the history and on the status line: with the value, in words."""

from textwrap import shorten

from facts.model import AnyValue, Seizure
from store import Finding
from tui import wording

_LONGEST = 60
"""Characters of a value in a label, so that two of them can be read side by side."""


def value_words(value: AnyValue, *, is_corrected: bool) -> str:
    """A value in the words that an analyst would type for it."""
    words = wording.as_it_stands(value, is_corrected)
    return words.partition(" = ")[0] if isinstance(value, Seizure) else words


def said(verb: str, finding: Finding) -> str:
    """A verdict with what it is about: "accepted 21 people arrested"."""
    return f"{verb} {short(finding.value, is_corrected=finding.corrected)}"


def corrected(finding: Finding, value: AnyValue, words_moved: str = "") -> str:
    """A correction: what the fact said before and says now, or its new words."""
    before = short(finding.value, is_corrected=finding.corrected)
    if value != finding.value:
        return f"corrected {before} to {short(value, is_corrected=True)}"
    return f"corrected the words of {before}: {_cut(words_moved)}"


def added(value: AnyValue) -> str:
    """A fact that the rules missed."""
    return f"added {short(value, is_corrected=True)}"


def short(value: AnyValue, *, is_corrected: bool) -> str:
    """A value in words, cut where two of them would not fit side by side."""
    return _cut(value_words(value, is_corrected=is_corrected))


def _cut(words: str) -> str:
    return shorten(words, _LONGEST, placeholder="…")
