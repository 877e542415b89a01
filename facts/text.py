"""An article made ready for the rules: its text, its shadow copy, its parts.

The text is kept verbatim. Patterns run on a shadow copy of the same length, in which the many kinds
of space, quote, dash and digit are one, so that an offset in the shadow is an offset in the text.
"""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from facts import layout
from facts.later import later
from facts.model import Boilerplate, Published
from facts.pieces import Pieces, pieces_of
from facts.published import published_in
from facts.rules import RuleBook, load
from facts.saying import Saying, saying
from facts.spans import Span

__all__ = ["Article", "Span", "headline", "read", "shadow_of"]

_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u3000\ufeff"
)
_LINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SINGLE_QUOTES = "‘’‚‛′`´ʼ"
_DOUBLE_QUOTES = "“”„‟″«»"
_HYPHENS = "‐‑‒–—―−"
_ZEROS = "٠۰०০０"
"""The noughts of digits that the press prints as well: Arabic, Persian, Hindi, Bengali, wide."""
_DIGITS = {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
_SHADOW = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_LINES, "\n")
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_HYPHENS, "-")
    | _DIGITS
    | {"٫": ".", "٬": ","}
)
_GLUED_DASH = later(r"(?<=[a-z])—(?=[a-z])")
"""The dash of "110kg of the drug—enough for a million": it parts the words beside it."""
_ODD = later(r"[^\n -_a-~]")
"""What is no plain character: all that the shadow changes is among it."""


class Article(Struct, frozen=True):
    """One article as every rule sees it; paragraphs and sentences leave boilerplate out."""

    text: str
    shadow: str
    """The text with one kind of space, quote, dash and digit; same length: offsets are shared."""
    pieces: Pieces
    """Its words, digits and marks, cut once for all rules; boilerplate included."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    boilerplate: tuple[Boilerplate, ...]
    language: str
    """ISO 639-1 of the language most of it is written in; "und" where it cannot be told."""
    languages: tuple[str, ...]
    """The language of each paragraph, in the order of `paragraphs`."""
    saying: Saying
    """The verbs by which it tells who said something."""
    published: Published | None
    published_at: Span | None = None
    """Where the article says when it was published, if it is the article that says so."""


def shadow_of(text: str) -> str:
    """The text with one kind of space, quote, dash, digit and line end; of the same length."""
    shadow = text.replace("\r\n", " \n").replace("\r", "\n")
    if "—" in shadow:
        shadow = _GLUED_DASH.sub(",", shadow)
    for odd in _SHADOW.keys() & set(_ODD.findall(shadow)):  # few: faster than translate
        shadow = shadow.replace(odd, _SHADOW[odd])
    return shadow


def read(text: str, published: Published | None = None, rules: RuleBook | None = None) -> Article:
    """Make an article of its text; `published` is what is known if the text does not say."""
    shadow, book = shadow_of(text), rules or load()
    boilerplate = layout.boilerplate(shadow, book)
    paragraphs = layout.paragraphs(shadow, boilerplate)
    dated = published_in(shadow, paragraphs)
    language, languages = layout.languages(shadow, paragraphs)
    return Article(
        text=text,
        shadow=shadow,
        pieces=pieces_of(shadow),
        paragraphs=paragraphs,
        sentences=layout.sentences(shadow, paragraphs),
        boilerplate=boilerplate,
        language=language,
        languages=languages,
        saying=book.derive(saying),
        published=dated.published if dated else published,
        published_at=dated.span if dated else None,
    )


_HEADLINE_SCAN = 4000
"""Characters in which the headline is looked for; a list of articles must not read them whole."""
_TEASER = 60
_TITLE = 120
_FEWEST_BLANKS = 2
"""A line of one or two words is a section's or a paper's name."""
_BYLINE = later(
    r"[Bb]y [A-Z][^\n.]{2,50}|[^\n]{0,20}[0-9]{1,2}[ /.][^\n ]{1,9}[ /.][0-9]{4}[^\n]{0,12}"
)
"""Who wrote it, or a line that is only a date: no headline."""


def headline(text: str) -> str:
    """One line to know an article by: its first sentence that is not boilerplate or dateline.

    A short line that is a sentence of its own above a dateline is a teaser, not a headline: the
    sentence after the dateline says more.
    """
    start = text[:_HEADLINE_SCAN]
    shadow = shadow_of(start)
    openings = list(islice(_openings(shadow), 3))
    if not openings:
        return " ".join(start.split())[:_TITLE]
    first, begin = openings[0]
    if len(openings) > 1 and first.end - begin < _TEASER and shadow[first.end - 1] == ".":
        body, after = openings[1]
        if after > body.start:
            first, begin = body, after
    return " ".join(start[begin : first.end].split())


def _openings(shadow: str) -> Iterator[tuple[Span, int]]:
    """The first sentence of each paragraph that says something, and where its dateline ends."""
    paragraphs = layout.paragraphs(shadow, layout.boilerplate(shadow, load()))
    for part in paragraphs:
        if _BYLINE.fullmatch(shadow, part.start, part.end):
            continue
        first = layout.sentences(shadow, [part])[0]
        begin = layout.after_dateline(shadow, first)
        if shadow.count(" ", begin, first.end) >= _FEWEST_BLANKS or part is paragraphs[-1]:
            yield first, begin
