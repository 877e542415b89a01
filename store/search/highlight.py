"""Where in a text the words of a query are, so that a screen can light them."""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from store.search.folding import fold, fold_piece
from store.search.query import And, Not, Or, Query, Words

MOST: Final = 10_000
"""How many places in one text are told; who looks at more looks for something else."""

_APART: Final = re.compile(r"[\W_]")


class Span(NamedTuple):
    """A part of a text: characters as they were read, the end exclusive."""

    start: int
    end: int


def spans(text: str, query: Query) -> list[Span]:
    """The places where a text has what the query looks for, in their order, none twice."""
    patterns = [_pattern(words) for words in _wanted(query)]
    if not patterns:
        return []
    folded, origins = _folded(text)
    found = {span for pattern in patterns for span in _found(pattern, folded, origins, len(text))}
    return sorted(found)


def places(text: str, words: str) -> list[Span]:
    """The places where a text has these words, also as a part of longer ones.

    Accents, case, ways of writing and what stands between the words do not matter; a sign that
    is no word is looked for as it is.
    """
    wanted = fold(words).split()
    if not wanted:
        pattern = re.compile(re.escape(words.strip()))
        return [Span(*found.span()) for found in islice(pattern.finditer(text), MOST)]
    folded, origins = _folded(text)
    return list(_found(re.compile(" +".join(wanted)), folded, origins, len(text)))


def _wanted(query: Query) -> Iterator[Words]:
    match query:
        case Words(column=""):
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case Not():
            return


def _pattern(words: Words) -> re.Pattern[str]:
    """Of a phrase only the last word may go on.

    What must not stand before the first word is said after it: a pattern that begins with letters
    is searched for several times as fast.
    """
    first, *others = words.phrase.split()
    begun = rf"{first}(?<!\w{first})"
    end = r"\w*" if words.is_prefix else r"(?!\w)"
    return re.compile(" +".join([begun, *others]) + end)


def _found(
    pattern: re.Pattern[str], folded: str, origins: Sequence[int], length: int
) -> Iterator[Span]:
    """What folding dropped after the last letter, an accent or a vowel point, is lit with it."""
    for found in islice(pattern.finditer(folded), MOST):
        start, end = found.span()
        after = origins[end] if end < len(folded) else length
        yield Span(origins[start], max(origins[end - 1] + 1, after))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text as its words are searched, and which of its characters each came from.

    Folding goes character by character, and one may become two or none. What is no letter and no
    digit becomes a space.
    """
    letters = {one: _APART.sub(" ", fold_piece(one)) for one in set(text)}
    folded = text.translate({ord(one): to for one, to in letters.items() if one != to})
    odd = "".join(one for one, to in letters.items() if len(to) != 1)
    if not odd:
        return folded, range(len(text))
    origins, at = array("q"), 0
    for found in re.finditer(f"[{re.escape(odd)}]", text):
        place = found.start()
        origins.extend(range(at, place))
        origins.extend([place] * len(letters[found[0]]))
        at = place + 1
    origins.extend(range(at, len(text)))
    return folded, origins
