"""The parts of an article: what is boilerplate, where paragraphs and sentences begin and end."""

from collections.abc import Iterator, Sequence

from facts.boilerplate import boilerplate
from facts.language import UNKNOWN, language_of
from facts.later import later
from facts.model import Boilerplate
from facts.spans import Span

__all__ = ["after_dateline", "boilerplate", "languages", "paragraphs", "sentences"]

_LINE = later(r"[^\n]+")
_SENTENCE_END = later(r"[.!?]['\")\]]*(?=\s)|[.!?](?=[\"'])(?=..[A-Z])")
_CLOSES = (".", "!", "?", ":", '"', "'", ")")
_UNWRAPPED = 120
"""A line longer than this was not wrapped at a column; its end is the end of a paragraph."""
_LONGEST_SENTENCE = 1500
_NARROWEST = 40
_FULL = 0.7
"""The part of the widest line that a wrapped line fills, and the part of the lines that do."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj capt sgt cpl cmdr adm rep sen gov pres hon rev st sr jr "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun "
    "no nos vs approx ca cf fig vol art sec ext est inc ltd corp co bros dept univ assn "
    "rs dh dhs kg km etc al messrs mt ft ave blvd mssrs supt insp det pvt brig".split()
)
_PLACE_NAME = r"[A-Z][\w'.]*(?:(?:, | |-|/)[A-Z][\w'.]*){0,5}(?:,? ?[0-9]{1,2}(?:,? [0-9]{4})?)?,?"
_DATELINE = later(
    rf"(?:{_PLACE_NAME}(?: ?\([A-Za-z /]{{2,30}}\)| ?/[A-Z]{{2,12}}/)? ?(?: -{{1,2}}|_)"
    r"|[A-Z][A-Z ,.'-]{2,40}:)(?: (?=[A-Z0-9\"'])| ?\Z)"
)
"""A place (and a date, an agency) before a dash, as an article's first words."""


def paragraphs(shadow: str, hidden: Sequence[Boilerplate]) -> tuple[Span, ...]:
    """The paragraphs of the article itself, in order: boilerplate and blank ends left out."""
    found: list[Span] = []
    for start, end in _between(len(shadow), hidden):
        for block in _blocks(shadow, start, end):
            found.extend(_unwrapped(shadow, block))
    return tuple(found)


def _between(size: int, hidden: Sequence[Boilerplate]) -> Iterator[Span]:
    at = 0
    for part in hidden:
        if part.start > at:
            yield Span(at, part.start)
        at = max(at, part.end)
    if at < size:
        yield Span(at, size)


def _blocks(shadow: str, start: int, end: int) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them."""
    block: list[Span] = []
    last = start
    for line in _LINE.finditer(shadow, start, end):
        span = _stripped(shadow, line.start(), line.end())
        if span is None or (block and shadow.count("\n", last, line.start()) > 1):
            if block:
                yield block
            block = []
        if span:
            block.append(span)
        last = line.end()
    if block:
        yield block


def _unwrapped(shadow: str, lines: list[Span]) -> Iterator[Span]:
    """Paragraphs of a block: lines wrapped at a column are one, other lines are one each."""
    widths = [line.end - line.start for line in lines]
    widest = max(widths)
    full = sum(width >= _FULL * widest for width in widths[:-1])
    wrapped = _NARROWEST <= widest <= _UNWRAPPED and full >= _FULL * (len(lines) - 1)
    start = lines[0].start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        short = line.end - line.start < _FULL * widest
        closed = short and shadow.endswith(_CLOSES, line.start, line.end)
        if following is None or not wrapped or closed:
            yield Span(start, line.end)
            start = following.start if following else line.end


def _stripped(shadow: str, start: int, end: int) -> Span | None:
    line = shadow[start:end]
    left = len(line) - len(line.lstrip())
    right = len(line.rstrip())
    return Span(start + left, start + right) if right else None


def sentences(shadow: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of these paragraphs; none crosses the end of a paragraph, none is endless."""
    return tuple(
        piece
        for part in parts
        for sentence in _sentences(shadow, part)
        for piece in _bounded(shadow, sentence)
    )


def _bounded(shadow: str, sentence: Span) -> Iterator[Span]:
    """A text without full stops cut at blanks: rules that weigh each word of a sentence against
    every other must not meet ten thousand of them."""
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        blank = shadow.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = blank if blank > start else start + _LONGEST_SENTENCE
        yield Span(start, end)
        start = end + (shadow[end] == " ")
    yield Span(start, sentence.end)


def _sentences(shadow: str, part: Span) -> Iterator[Span]:
    start = part.start
    for stop in _SENTENCE_END.finditer(shadow, start, part.end):
        if stop.end() >= part.end or _goes_on(shadow, stop.start(), stop.end()):
            continue
        yield Span(start, stop.end())
        start = stop.end()
        while shadow[start].isspace():
            start += 1
    if start < part.end:
        yield Span(start, part.end)


def _goes_on(shadow: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` ends an abbreviation rather than a sentence."""
    following = shadow[end : end + 40].lstrip()[:1]
    if following.islower():
        return True
    if shadow[stop] != ".":
        return False
    word = shadow[max(0, stop - 12) : stop].split()[-1:] or [""]
    bare = word[0].lstrip("(\"'")
    if len(bare) == 1:
        return bare.isupper() and not following.isdigit()
    if "." in bare:  # U.S., a.m.: a sentence may end there, but a name follows as often
        return True
    return bare.lower() in _ABBREVIATIONS


def languages(shadow: str, parts: Sequence[Span]) -> tuple[str, tuple[str, ...]]:
    """The language of the article, and of each paragraph (the main one where in doubt)."""
    each = [language_of(shadow[part.start : part.end]) for part in parts]
    weight: dict[str, int] = {}
    for language, part in zip(each, parts, strict=True):
        if language != UNKNOWN:
            weight[language] = weight.get(language, 0) + part.end - part.start
    main = max(weight, key=lambda language: weight[language], default=UNKNOWN)
    return main, tuple(main if language == UNKNOWN else language for language in each)


def after_dateline(shadow: str, first: Span) -> int:
    """Where an article's first sentence begins once "RABAT, July 6 (AFP) -- " is left out."""
    dateline = _DATELINE.match(shadow, first.start, first.end)
    return dateline.end() if dateline else first.start
