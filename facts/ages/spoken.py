"""Ages in other words: "in his 30s", "under-18s", "a man of 34", "who is 34", "boys under 12"."""

import re
from collections.abc import Iterator, Set

from facts.ages.persons import Beside
from facts.later import later
from facts.model import Age, Mention
from facts.numbers.numerals import TENS

_TENTH = r"(?:([2-9])0s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"
_PART = r"(?:early |mid-? ?|late )?"
_DECADE = later(
    rf"[Ii](?<!\w.)(?i:n (?:his|her|their) {_PART}{_TENTH}(?:(?: or| and| to|-) ?{_PART}{_TENTH})?)"
)
_TEENS = later(r"\bin (?:his|her|their) (?:early |mid-? ?|late )?(?:teens|teenage years)\b")
_BOUND = later(r"[UuOo](?<!\w.)(?i:(?:(?<=u)nder|(?<=o)ver)-)([1-9][0-9])[sS]?\b")
_YOUNGER = later(
    r" (?P<age>(?P<side>under|below|over|above|younger than|older than) "
    r"(?P<years>[1-9][0-9]?)(?: years?(?: old| of age)?)?)(?= ?[,.;)]|\Z| (?:and|or|from|who|were"
    r"|are|was|is|to|in|have|had|[a-z]+ed)\b)"
)
_OF = later(
    r" of (?:about |around |just |only )?(?P<age>[1-9][0-9])"
    r"(?=[,.;)]|\Z| (?:and|who|was|is|has|had|from|with)\b)"
)
_IS = later(
    r"[WwHhSsyoe](?<!\w.)"
    r"(?:(?<=[Ww])ho|(?<=[Hh])e|(?<=[Ss])he"
    r"|(?:(?<=y)oung|(?<=o)ld|(?<=e)ld)est(?: of (?:them|whom))?)"
    r" (?:is|was|turned|turns|has turned|had turned) (?:now |only |just |about |around |aged )?"
    r"(?P<age>[1-9][0-9]?)(?=[,.;)]|\Z| (?:and|at the time|when|years old)\b)"
)


def spoken(shadow: str, words: Set[str], beside: Beside) -> Iterator[Mention]:
    """The ages of an article that no number alone tells, in the order of their patterns.

    `words` are those of the article in lower case: most patterns need one that few articles have.
    """
    if "0s" in shadow or "ties" in shadow:
        yield from map(_decade, _DECADE.finditer(shadow))
    for match in _TEENS.finditer(shadow) if "teen" in shadow else ():
        yield Mention(match.start(), match.end(), Age(13, 19), "age.decade")
    if ("under" in words or "over" in words) and ("r-" in shadow or "R-" in shadow):
        yield from map(_bound, _BOUND.finditer(shadow))
    younger = () if _SIDES.isdisjoint(words) else _YOUNGER.finditer(shadow)
    for found, made in ((younger, _younger), (_OF.finditer(shadow), _plain)):
        for match in found:
            if beside.noun(_word_before(shadow, match.start()).lower()):
                yield made(match)
    if not _TURNING.isdisjoint(words):
        yield from map(_plain, _IS.finditer(shadow))


_SIDES = frozenset("under below over above younger older".split())
_TURNING = frozenset("who he she youngest oldest eldest".split())


def _word_before(shadow: str, end: int) -> str:
    """The word that ends at a place."""
    return shadow[max(0, end - 20) : end].rpartition(" ")[2]


def _decade(match: re.Match[str]) -> Mention:
    """A man in his 30s, a woman in her early twenties or late thirties."""
    first = _tens(match[1], match[2])
    last = _tens(match[3], match[4]) or first
    return Mention(match.start(), match.end(), Age(first, last + 9), "age.decade")


def _tens(digit: str | None, word: str | None) -> int:
    if digit:
        return 10 * int(digit)
    return TENS[word.lower().removesuffix("ies") + "y"] if word else 0


def _bound(match: re.Match[str]) -> Mention:
    years = int(match[1])
    age = Age(None, years - 1) if match[0][0] in "uU" else Age(years + 1, None)
    return Mention(match.start(), match.end(), age, "age.bound")


def _younger(match: re.Match[str]) -> Mention:
    years = int(match["years"])
    low = match["side"] in ("under", "below", "younger than")
    age = Age(None, years - 1) if low else Age(years + 1, None)
    return Mention(match.start("age"), match.end(), age, "age.bound")


def _plain(match: re.Match[str]) -> Mention:
    years = int(match["age"])
    return Mention(match.start("age"), match.end("age"), Age(years, years), "age.spoken")
