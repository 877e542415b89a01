"""From what an analyst types to a query; what cannot be understood is an error that helps."""

import re
from difflib import get_close_matches
from functools import reduce
from typing import Final

from store.errors import QueryError, UnknownTag
from store.query import All, Days, Field, Query, Words, both, either
from store.search import fold
from store.shapes import STATUSES
from store.tags import catalogue

FIELDS: Final = {
    "tag": "a tag, group or leaf, or its letters: tag:drugs, tag:r.a",
    "is": "the status: is:new, is:done, is:dismissed, is:flagged",
    "has": "has:flag (a flagged fact nobody decided), has:note",
    "note": "words in the note: note:casablanca",
    "place": 'a place among the facts: place:"tit mellil"',
    "country": "a country by its two letters: country:MA",
    "org": "an organisation or its acronym: org:DGST",
    "op": 'an operation: op:"neptune ii"',
    "type": "the type of an incident: type:drug_seizure",
    "date": "when it was published or happened: date:2020-09, date:2019..2021",
    "source": "the file it came from: source:000",
}
"""The fields of the language, each with what it finds and an example."""

_HAS: Final = ("flag", "note")
_TOKEN: Final = re.compile(
    r"""\s*(?: (?P<bar>\|) | (?P<open>\() | (?P<close>\)) | (?P<minus>-(?=\S))
      | (?P<empty>[^\W\d_]+):(?=[\s|()]|$)
      | (?:(?P<field>[^\W\d_]+):)?
        (?: "(?P<phrase>[^"]*)"(?P<star>\*)? | (?P<word>[^\s|()"]+) )
      | (?P<quote>") )""",
    re.VERBOSE,
)
_DAY: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def parse_query(text: str) -> Query:
    """The query that a line of text stands for; an empty line stands for every article.

    Raises `QueryError` for what is not understood, with the nearest that would be.
    """
    parser = _Parser(text)
    query = parser.any_of()
    if parser.peek() is not None:
        raise QueryError("There is a ) too many, or its ( is missing.")
    return query


class _Parser:
    """Reads tokens from left to right: alternatives of sequences of single terms."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0

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
        while self.take("bar"):
            parts.append(self.all_of())
        if len(parts) > 1 and any(isinstance(part, All) for part in parts):
            raise QueryError("There is nothing on one side of the |.")
        return reduce(either, parts)

    def all_of(self) -> Query:
        query: Query = All()
        while (token := self.peek()) is not None and not (token["bar"] or token["close"]):
            query = both(query, self.term())
        return query

    def term(self) -> Query:
        if self.take("minus"):
            if (token := self.peek()) is None or token["bar"] or token["close"]:
                raise QueryError("There is nothing after the -.")
            return ~self.term()
        if self.take("open"):
            query = self.any_of()
            if not self.take("close"):
                raise QueryError("A ( is not closed.")
            if isinstance(query, All):
                raise QueryError("There is nothing between ( and ).")
            return query
        token = self.tokens[self.at]
        self.at += 1
        return _term(token)


def _tokens(text: str) -> list[re.Match[str]]:
    tokens, at, end = [], 0, len(text.rstrip())
    while at < end:
        token = _TOKEN.match(text, at)
        if token is None or token["quote"]:
            raise QueryError('A quote is not closed: "..." keeps a phrase together.')
        tokens.append(token)
        at = token.end()
    return tokens


def _term(token: re.Match[str]) -> Query:
    name = (token["field"] or token["empty"] or "").casefold()
    value = (token["phrase"] if token["phrase"] is not None else token["word"]) or ""
    if name and name not in FIELDS:
        raise QueryError(_unknown_field(name, value))
    if name and not value.strip():
        raise QueryError(f"{name}: needs a value: {FIELDS[name]}.")
    if name in ("", "note"):
        return _words(value, name, token["star"] is not None)
    reader = _READERS.get(name)
    return reader(value) if reader else Field(name, _folded(name, value))


def _words(value: str, column: str, has_star: bool) -> Query:
    phrase = fold(value)
    if not phrase:
        raise QueryError(f"There is no letter or digit to search for in {value or 'the quotes'}.")
    return Words(phrase, column, has_star or value.endswith("*"))


def _folded(name: str, value: str) -> str:
    folded = value.casefold() if name in ("type", "source") else fold(value)
    if not folded:
        raise QueryError(f"{name}: needs a value: {FIELDS[name]}.")
    return folded


def _tag(value: str) -> Query:
    try:
        catalogue().resolve(value)
    except UnknownTag as error:
        raise QueryError(str(error)) from None
    return Field("tag", value.casefold())


def _status(value: str) -> Query:
    return Field("is", _one_of("is", value, STATUSES))


def _has(value: str) -> Query:
    return Field("has", _one_of("has", value, _HAS))


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    value = value.casefold()
    if value not in known:
        choices = ", ".join(f"{name}:{word}" for word in known)
        raise QueryError(f"There is no {name}:{value}; there are {choices}.")
    return value


def _days(value: str) -> Query:
    first, dots, last = value.partition("..")
    ends = [_DAY.fullmatch(end) for end in (first, last or first)]
    wrong = (first and not ends[0]) or (last and not ends[1]) or not (first or last)
    low = _first_day(ends[0]) if ends[0] and first else None
    high = _last_day(ends[1]) if ends[1] and (last or not dots) else None
    if wrong or (low and high and low > high):
        raise QueryError(f"date:{value} is no day, month, year or range: {FIELDS['date']}.")
    return Days(low, high, value)


def _first_day(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[2] or '01'}-{day[3] or '01'}"


def _last_day(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[2] or '12'}-{day[3] or '31'}"


_READERS: Final = {"tag": _tag, "is": _status, "has": _has, "date": _days}


def _unknown_field(name: str, value: str) -> str:
    near = get_close_matches(name, FIELDS, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}:{value}?" if near else f"known are {', '.join(FIELDS)}."
    return f'There is no field {name}; {hint} (Words with a colon go in quotes: "{name}:{value}".)'
