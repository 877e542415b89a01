"""Named operations: "Operation Neptune II", the codename ORATIX, and the name used alone later."""

import re
from collections.abc import Iterator

from facts.model import Mention, Operation
from facts.names.page import Page
from facts.names.phrases import Phrases
from facts.spans import Cover, enclosing

_NAMED = re.compile(
    r"\b[Oo]perations?,? (?:called |named |dubbed |known as |code-?named |baptised |baptized )?"
    r"\"([^\"\n]{2,40})\""
)
_QUOTED_BEFORE = re.compile(r"\"([A-Z][^\"\n]{1,39})\" (?:\w+ ){0,2}operation\b")
_PREFIXED = re.compile(r"\b(?:Operation|OPERATION)s? (?=[A-Z0-9])")
_CODENAME = re.compile(
    r"\b(?:code-?names?(?:d)?|code name(?:d)?|dubbed|nicknamed|christened|baptised|baptized)"
    r"(?: as| of| the)? (?:[Oo]peration )?(\")?(?=[A-Z])"
)
_JOINERS = ("of", "the", "de", "del", "la")
_NO_NAMES = frozenset(
    "Room Centre Center Command Unit Coordination Manager Officer Officers".split()
)
_LONGEST = 6


def find(page: Page) -> list[Mention]:
    """The named operations of an article, also where the name stands without "Operation"."""
    found = [*_quoted(page), *_prefixed(page), *_codenamed(page)]
    found.extend(_again(page, found))
    return sorted(_apart(page, found), key=lambda mention: mention.start)


def _quoted(page: Page) -> Iterator[Mention]:
    for match in _NAMED.finditer(page.shadow):
        name = match[1].strip(" ,.'")
        if name[:1].isupper() or name[:1].isdigit():
            start = match.start(1) + match[1].index(name)
            end = start + len(name)
            if match[0][10:11] == '"':  # Operation "Name": the word and the quotes too
                start, end = match.span()
            yield Mention(start, end, Operation(name), "operation.quoted")
    for match in _QUOTED_BEFORE.finditer(page.shadow):
        name = match[1].rstrip(" ,.'")
        end = match.start(1) + len(name)
        yield Mention(match.start(1), end, Operation(name), "operation.quoted-before")


def _prefixed(page: Page) -> Iterator[Mention]:
    for match in _PREFIXED.finditer(page.shadow):
        first, _ = page.numbers(match.end(), match.end())
        last = _name_end(page, first)
        if last is not None:
            name = page.span(first, last)
            end = page.words[last].end
            yield Mention(match.start(), end, Operation(name), "operation.prefixed")


def _codenamed(page: Page) -> Iterator[Mention]:
    for match in _CODENAME.finditer(page.shadow):
        if "code" not in match[0] and "peration" not in _sentence(page, match.start()):
            continue
        first, _ = page.numbers(match.end(), match.end())
        if match[1]:
            close = page.shadow.find('"', match.end(), match.end() + 40)
            if close > 0:
                name = page.shadow[match.end() : close].rstrip(" ,.")
                end = match.end() + len(name)
                yield Mention(match.end(), end, Operation(name), "operation.codename")
            continue
        last = _name_end(page, first)
        if last is not None:
            value = Operation(page.span(first, last))
            yield page.mention(first, last, value, "operation.codename")


def _sentence(page: Page, at: int) -> str:
    span = enclosing(page.article.sentences, at)
    return page.shadow[span.start : span.end] if span else ""


def _name_end(page: Page, first: int) -> int | None:
    """The last word of an operation's name that starts with a word."""
    known = page.heads
    if first >= len(page.words) or page.words[first].text in _NO_NAMES | known.outside:
        return None
    last = index = first
    while index + 1 < len(page.words) and index - first < _LONGEST and page.words[index + 1].joined:
        if page.words[index].owns:
            break
        index += 1
        text = page.words[index].text
        if page.words[index].upper or text.isdigit():
            if text in known.outside or text in known.ranks or page.words[index].titled:
                break
            last = index
        elif text not in _JOINERS:
            break
    return None if page.words[first].titled and last > first + 2 else last


def _again(page: Page, found: list[Mention]) -> Iterator[Mention]:
    """Names of operations used alone: of two words, or all in capitals."""
    names: Phrases[Operation] = Phrases()
    for mention in found:
        if isinstance(mention.value, Operation):
            name = mention.value.name
            if " " in name or (name.isupper() and len(name) > 3):
                names.add(name, mention.value)
    for index in page.capitals:
        hit = names.at(page.words, index, page.shadow)
        if hit and page.span(index, hit[0]) == hit[1].name:
            yield page.mention(index, hit[0], hit[1], "operation.again")


def _apart(page: Page, found: list[Mention]) -> list[Mention]:
    """The mentions without those that overlap an earlier one of the list."""
    cover = Cover(len(page.shadow))
    kept: list[Mention] = []
    for mention in found:
        if not cover.touches(mention.start, mention.end):
            cover.take(mention.start, mention.end)
            kept.append(mention)
    return kept
