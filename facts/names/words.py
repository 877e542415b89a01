"""The words of an article: where each stands, how it is written, what it is joined to."""

import re
from typing import NamedTuple

from msgspec import Struct, structs

from facts.folding import fold
from facts.later import later
from facts.memo import Memo
from facts.text import Article

_WORD = later(r"((?:[A-Z]\.){2,}|[^\W_]++(?:['&-][^\W_]++|[\u0300-\u036f]++[^\W_]*+)*+)")
"""A word, as a group: what splits a text at it keeps the words and what lies between.

None has a blank in it.
"""
_BLANKS = frozenset((" ", "\n", "  ", " & "))
_COMPOUND_END = later(r"-[a-z]{3,}$")
_SHORTENED = frozenset(
    "mr mrs ms dr prof gen col lt maj capt sgt cpl cmdr adm rep sen gov hon rev st brig supt insp"
    " det pvt".split()
)
_LISTED = later(
    r"(?!(?:[A-Z]\w+ ){3})[A-Z][\w ,'-]{1,40}: "
    r"(?:(?:\(?[A-Z][\w'()-]*|of|the|for|and|de)(?:[;,]? |$))+$|[^;\n]+;[^\n]"
)
"""A line that lists names after a label, or between semicolons, is no headline."""
_DASH = "\u2014"
_TITLE_CASE = 0.75
"""The share of longer words with a capital that makes a headline of a sentence."""
_OPEN = frozenset(("al-", "so-", "sub"))
"""How a name may start in small letters: al-Shabaab, so-called Islamic State, sub-Saharan."""


class Word(Struct, frozen=True, gc=False):
    """A word of an article; a possessive "'s" is left out of it."""

    start: int
    end: int
    text: str
    """As in the shadow copy."""
    upper: bool
    """Whether it starts with a capital."""
    joined: bool
    """Whether only a blank lies between it and the word before."""
    opens: bool
    """Whether it is the first of a sentence."""
    owns: bool
    """Whether "'s" follows it."""
    titled: bool
    """Whether it stands in a headline in which nearly all words have capitals."""
    key: str
    """The word folded, as names are looked up; of "Al-Shabaab" the first part, "al"."""

    @property
    def caps(self) -> bool:
        """Whether it is all in capitals, two letters at least."""
        return self.upper and len(self.text) > 1 and self.text.isupper()


class Words(NamedTuple):
    """The words of an article in order."""

    all: list[Word]
    capitals: list[int]
    """Those a name may start with, by number: a capital, "al-" or the like, "pro-ISIS"."""


def words(article: Article) -> Words:
    """The words of an article in order; boilerplate is left out."""
    found, shadow = Words([], []), article.shadow
    if _DASH in article.text:  # "Texas—Officers" is two words, what a hyphen joins is one
        at = (match.start() for match in re.finditer(_DASH, article.text))
        letters = list(shadow)
        for index in at:
            letters[index] = _DASH
        shadow = "".join(letters)
    for sentence in article.sentences:
        _add_sentence(found, shadow, sentence.start, sentence.end)
    return found


def _add_sentence(found: Words, shadow: str, start: int, end: int) -> None:
    titled, begins = _is_headline(shadow, start, end), shadow[start].isalnum()
    add, at, gap, last = found.all.append, start, "", ""
    for unbroken in shadow[start:end].split(" "):
        cut = _CUT[unbroken]
        if cut is None:  # most are a word as it stands
            joined = bool(last) and (gap in _BLANKS or (gap == ". " and _is_short(last)))
            stop = at + len(unbroken)
            add(Word(at, stop, unbroken, False, joined, False, False, titled, unbroken))
            at, gap, last = stop + 1, " ", unbroken
            continue
        for before, text, (bare, upper, owns, whole, key, may_open) in cut.words:
            at += len(before)
            gap += before
            joined = bool(last) and (gap in _BLANKS or (gap == ". " and _is_short(last)))
            if upper and gap == "' " and _may_own(found.all, shadow, start):
                found.all[-1], joined = structs.replace(found.all[-1], owns=True), True
            if may_open:
                found.capitals.append(len(found.all))
            opens = upper and (at == start or (at - start < 3 and not begins))
            add(Word(at, at + len(bare), bare, upper, joined, opens, owns, titled, key))
            at, gap, last = at + len(text), "", text if whole else ""
        at += len(cut.after) + 1
        gap += cut.after + " "


def _may_own(before: list[Word], shadow: str, start: int) -> bool:
    """Whether an apostrophe is that of a plural, not a closing quote: "the Magistrates' Court"."""
    if not before or not before[-1].upper or not before[-1].text.endswith("s"):
        return False
    return before[-1].start >= start and shadow.rfind(" '", start, before[-1].end) < 0


class _Shape(NamedTuple):
    """How a word is written."""

    bare: str
    """Without the possessive and what is joined to a name."""
    upper: bool
    owns: bool
    whole: bool
    """Whether the next word may be joined to it."""
    key: str
    may_open: bool
    """Whether a name may start with it."""


def _shape(text: str) -> _Shape:
    """How a word is written."""
    plain = text.isalpha()
    bare = text if plain else _bare(text)
    upper = text[0].isupper()
    owns = bare is not text and text[-2] == "'"
    key = text.lower() if plain and text.isascii() else fold(bare).partition(" ")[0]
    may_open = upper or bare[:3] in _OPEN or ("-" in bare and not bare.islower())
    return _Shape(bare, upper, owns, owns or len(bare) == len(text), key, may_open)


class _Cut(Struct, frozen=True):
    """A piece of text without blanks, cut into words."""

    words: list[tuple[str, str, _Shape]]
    """Each behind what stands before it, with how it is written."""
    after: str


def _cut(unbroken: str) -> _Cut | None:
    """A piece of text without blanks; None for a word in plain small letters."""
    small = unbroken.isascii() and unbroken.isalpha() and unbroken.islower()
    if small and unbroken[:3] not in _OPEN:
        return None
    parts = _WORD.split(unbroken)
    words = [(gap, text, _shape(text)) for gap, text in zip(parts[::2], parts[1::2], strict=False)]
    return _Cut(words, parts[-1])


_CUT = Memo(_cut)


def _is_headline(shadow: str, start: int, end: int) -> bool:
    if shadow[end - 1] in ".?!" and not shadow[start:end].isupper():
        return False
    return _is_titled(_WORD.findall(shadow[start:end])) and not _LISTED.match(shadow, start, end)


def _bare(text: str) -> str:
    """A word without the possessive, a name without what is joined to it ("Taliban-led")."""
    if text.endswith(("'s", "'S")):
        text = text[:-2]
    if "-" in text and text[0].isupper() and not text.startswith("Sub-"):
        text = _COMPOUND_END.sub("", text)
    return text


def _is_short(word: str) -> bool:
    """Whether a point after a word joins it to the next one: "Gen."."""
    return len(word) == 1 or word.lower() in _SHORTENED


def _is_titled(texts: list[str]) -> bool:
    """Whether a sentence is a headline in capitals: a capital there says nothing of a name."""
    longer = [text for text in texts[1:] if len(text) > 3 and text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in longer)
    return len(longer) > 4 and capitals >= _TITLE_CASE * len(longer)
