"""From what an analyst types to a query; what cannot be understood is an error that helps."""

import re
from typing import Final

from store.errors import QueryError
from store.search.fields import term
from store.search.query import All, Query, both, either

_TOKEN: Final = re.compile(
    r"""\s*(?: (?P<bar>\|) | (?P<open>\() | (?P<close>\)) | (?P<minus>-(?=\S))
      | (?P<empty>[^\W\d_]+):(?=[\s|()]|$)
      | (?:(?P<field>[^\W\d_]+):)?
        (?: "(?P<phrase>[^"]*)" (?: (?P<star>\*) | (?P<than>[<>=][^\s|()"]*) )?
          | (?P<word>[^\s|()"]+) )
      | (?P<quote>") )""",
    re.VERBOSE,
)

_DEEPEST: Final = 100
"""Most parentheses and minus signs of one query; each is a step inward."""


def parse_query(text: str) -> Query:
    """The query that a line of text stands for; an empty line stands for every article.

    Raises `QueryError` for what is not understood, with the nearest that would be and its place.
    """
    parser = _Parser(text)
    query = parser.any_of()
    if (token := parser.peek()) is not None:
        raise QueryError("There is a ) too many, or its ( is missing.", _start(token))
    return query


class _Parser:
    """Reads tokens from left to right: alternatives of sequences of single terms."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        if sum(bool(token["open"] or token["minus"]) for token in self.tokens) > _DEEPEST:
            raise QueryError("There are too many ( and - in it.")

    def peek(self) -> re.Match[str] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, kind: str) -> re.Match[str] | None:
        token = self.peek()
        if token is None or token[kind] is None:
            return None
        self.at += 1
        return token

    def any_of(self) -> Query:
        parts = [self.all_of()]
        while (bar := self.take("bar")) is not None:
            parts.append(self.all_of())
            if any(isinstance(part, All) for part in parts):
                raise QueryError("There is nothing on one side of the |.", _start(bar))
        return either(*parts)

    def all_of(self) -> Query:
        parts = []
        while (token := self.peek()) is not None and not (token["bar"] or token["close"]):
            parts.append(self.term())
        return both(*parts)

    def term(self) -> Query:
        if (minus := self.take("minus")) is not None:
            if (token := self.peek()) is None or token["bar"] or token["close"]:
                raise QueryError("There is nothing after the -.", _start(minus))
            return ~self.term()
        if (opening := self.take("open")) is not None:
            query = self.any_of()
            if not self.take("close"):
                raise QueryError("A ( is not closed.", _start(opening))
            if isinstance(query, All):
                raise QueryError("There is nothing between ( and ).", _start(opening))
            return query
        token = self.tokens[self.at]
        self.at += 1
        return _term(token)


def _tokens(text: str) -> list[re.Match[str]]:
    tokens, at, end = [], 0, len(text.rstrip())
    while at < end:
        token = _TOKEN.match(text, at)
        if token is None or token["quote"]:
            start = at if token is None else _start(token)
            raise QueryError('A quote is not closed: "..." keeps a phrase together.', start)
        tokens.append(token)
        at = token.end()
    return tokens


def _start(token: re.Match[str]) -> int:
    return token.end() - len(token[0].lstrip())


def _term(token: re.Match[str]) -> Query:
    name = token["field"] or token["empty"] or ""
    value = token["phrase"] if token["phrase"] is not None else token["word"]
    value = f"{value or ''}{token['than'] or ''}"
    try:
        return term(name.casefold(), value, has_star=token["star"] is not None)
    except QueryError as error:
        raise QueryError(error.reason, _start(token)) from None
