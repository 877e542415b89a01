"""Where in a text the words of a query are, so that a screen can light them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.search.folding import fold_piece
from store.search.query import And, Not, Or, Query, Words

_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+")


class Span(NamedTuple):
    """A part of a text: characters as they were read, the end exclusive."""

    start: int
    end: int


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def spans(text: str, query: Query) -> list[Span]:
    """The places where a text has what the query looks for, in their order, none twice."""
    tokens = list(_tokens(text))
    found = {span for words in _wanted(query) for span in _found(tokens, words)}
    return sorted(found)


def _wanted(query: Query) -> Iterator[Words]:
    match query:
        case Words():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case Not():
            return


def _found(tokens: list[_Token], words: Words) -> Iterator[Span]:
    wanted = words.phrase.split()
    for n in range(len(tokens) - len(wanted) + 1):
        here = tokens[n : n + len(wanted)]
        if all(map(_matches, here, wanted, _prefixes(words, len(wanted)))):
            yield Span(here[0].start, here[-1].end)


def _prefixes(words: Words, count: int) -> list[bool]:
    """Only the last word of a phrase may go on."""
    return [False] * (count - 1) + [words.is_prefix]


def _matches(token: _Token, wanted: str, is_prefix: bool) -> bool:
    return token.word.startswith(wanted) if is_prefix else token.word == wanted


def _tokens(text: str) -> Iterator[_Token]:
    """The folded words of a text with the characters they came from."""
    for piece in _PIECE.finditer(text):
        if piece[0].isascii():
            for word in _WORD.finditer(piece[0].lower()):
                yield _Token(word[0], piece.start() + word.start(), piece.start() + word.end())
        else:
            yield from _folded(piece[0], piece.start())


def _folded(piece: str, offset: int) -> Iterator[_Token]:
    """Folding goes character by character, so each folded one knows which it came from."""
    letters = [fold_piece(character) for character in piece]
    origins = [n for n, folded in enumerate(letters) for _ in folded]
    for word in _WORD.finditer("".join(letters)):
        end = origins[word.end() - 1] + 1
        while end < len(piece) and not letters[end]:
            end += 1
        yield _Token(word[0], offset + origins[word.start()], offset + end)
