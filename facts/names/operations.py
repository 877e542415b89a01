"""Named operations: "Operation Neptune II", the codename ORATIX, and the name used alone later."""

import re
from collections.abc import Iterator

from facts.model import Mention, Operation
from facts.names.page import Page
from facts.names.phrases import Phrases
from facts.spans import Cover, enclosing

_CALLED = (
    r"(?:code-?named|code name(?:d)?|dubbed|nicknamed|christened|bapti[sz]ed|called|named|known as"
    r"|titled)(?: as| with the name(?: of)?)? "
)
_QUOTED = re.compile(rf"\b[Oo]perations?,? (?:{_CALLED})?(?:[Oo]peration )?([\"'])(?=\w)")
_QUOTED_BEFORE = re.compile(r"([\"'])([A-Z][^\"'\n]{1,39})\1 (?:\w+ ){0,2}operation\b")
_PREFIXED = re.compile(r"\b(?:Operation|OPERATION)s? (?=[A-Z0-9])")
_SMALL = re.compile(rf"\boperations? (?:{_CALLED})?(?=[A-Z][\w-]{{2}})")
_CODENAME = re.compile(
    rf"\b(?:code-?names?(?: of)?|{_CALLED.rstrip()})(?: the)? (?:[Oo]peration )?(\")?(?=[A-Z])"
)
_CUES = ("peration", "OPERATION", "code")
"""Without one of these an article names no operation."""
_JOINERS = ("of", "the", "de", "del", "la")
_NO_NAMES = frozenset(
    "Room Centre Center Command Unit Coordination Manager Officer Officers".split()
)
_LONGEST = 6
_LONGEST_QUOTE = 41


def find(page: Page) -> list[Mention]:
    """The named operations of an article, also where the name stands without "Operation"."""
    if not any(cue in page.shadow for cue in _CUES):
        return []
    found = [*_quoted(page), *_prefixed(page), *_small(page), *_codenamed(page)]
    names = _names(found)
    found = [_whole(page, mention, names) for mention in found]
    found.extend(_again(page, names))
    return sorted(_apart(page, found), key=lambda mention: mention.start)


def _quoted(page: Page) -> Iterator[Mention]:
    for match in _QUOTED.finditer(page.shadow):
        name = _until(page, match.end(), match[1])
        if name[:1].isupper() or name[:1].isdigit():
            start, end = match.end(), match.end() + len(name)
            if match.end() - match.start() == len('Operation "') and match[0][0] == "O":
                start, end = match.start(), end + 1  # the word and the quotes are the name too
            yield Mention(start, end, Operation(name), "operation.quoted")
    for match in _QUOTED_BEFORE.finditer(page.shadow):
        name = match[2].rstrip(" ,.")
        end = match.start(2) + len(name)
        yield Mention(match.start(2), end, Operation(name), "operation.quoted-before")


def _until(page: Page, start: int, quote: str) -> str:
    """The words from a place to the closing quote; nothing where it does not close."""
    close = page.shadow.find(quote, start, start + _LONGEST_QUOTE)
    words = page.shadow[start:close] if close > 0 else ""
    return "" if "\n" in words else words.rstrip(" ,.'")


def _prefixed(page: Page) -> Iterator[Mention]:
    for match in _PREFIXED.finditer(page.shadow):
        first, _ = page.numbers(match.end(), match.end())
        last = _name_end(page, first)
        if last is None:
            continue
        value = Operation(page.span(first, last))
        yield Mention(match.start(), page.words[last].end, value, "operation.prefixed")
        if match[0].endswith("s ") and page.after(last) == "and":
            first, last = last + 2, _name_end(page, last + 2)
            if last is not None and page.words[first].upper:
                value = Operation(page.span(first, last))
                yield page.mention(first, last, value, "operation.prefixed")


def _small(page: Page) -> Iterator[Mention]:
    """ "operation GOLETA NEGRA", "operation Venetic": the word in small letters."""
    for match in _SMALL.finditer(page.shadow):
        first, _ = page.numbers(match.end(), match.end())
        last = _capitals_end(page, first) if page.words[first].caps else _name_end(page, first)
        if last is None or page.after(last) in page.signs.said:
            continue
        if last > first or not _is_known(page, first):
            bare = match.end() - match.start() == len("operation ")
            start = match.start() if bare else match.end()
            value = Operation(page.span(first, last))
            yield Mention(start, page.words[last].end, value, "operation.small")


def _capitals_end(page: Page, first: int) -> int:
    last = first
    while last + 1 < len(page.words) and page.words[last + 1].joined:
        if not (page.words[last + 1].caps or page.words[last + 1].text.isdigit()):
            break
        last += 1
    return last


def _is_known(page: Page, index: int) -> bool:
    """Whether a word is the name of an organisation, a place or a people: "operation NATO"."""
    text = page.words[index].text
    if text in page.lexicon.acronyms or page.lexicon.names.get(text) or page.demonyms.get(text):
        return True
    return page.gazetteer.has(text, big=False) or text in page.heads.types


def _codenamed(page: Page) -> Iterator[Mention]:
    for match in _CODENAME.finditer(page.shadow):
        if "code" not in match[0] and not _is_of_operation(page, match):
            continue
        if match[1]:
            name = _until(page, match.end(), '"')
            if name:
                end = match.end() + len(name)
                yield Mention(match.end(), end, Operation(name), "operation.codename")
            continue
        first, _ = page.numbers(match.end(), match.end())
        last = _name_end(page, first)
        if last is not None:
            value = Operation(page.span(first, last))
            yield page.mention(first, last, value, "operation.codename")


def _is_of_operation(page: Page, match: re.Match[str]) -> bool:
    """Whether what is called so is an operation: close before where the word is a common one."""
    sentence = enclosing(page.article.sentences, match.start())
    if sentence is None:
        return False
    if match[0].startswith(("called", "named", "known", "titled")):
        before = page.shadow[max(sentence.start, match.start() - 24) : match.start()]
        return re.search(r"\b[Oo]peration,? (?:\w+ ){0,3}$", before) is not None
    return "peration" in page.shadow[sentence.start : sentence.end]


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
    return last


def _names(found: list[Mention]) -> Phrases[Operation]:
    """The names that were found, the longest first."""
    values = [mention.value for mention in found if isinstance(mention.value, Operation)]
    values.sort(key=lambda value: -len(value.name))
    return Phrases((value.name, value) for value in values)


def _whole(page: Page, mention: Mention, names: Phrases[Operation]) -> Mention:
    """A name that a headline cuts short, whole where the article has it whole elsewhere."""
    first, last = page.numbers(mention.start, mention.end)
    if mention.rule != "operation.prefixed" or not page.words[last].titled:
        return mention
    hit = names.at(page.words, first + 1, page.shadow)
    if hit is None or hit[0] <= last:
        return mention
    return Mention(mention.start, page.words[hit[0]].end, hit[1], mention.rule)


def _again(page: Page, names: Phrases[Operation]) -> Iterator[Mention]:
    """Names of operations used alone."""
    for index in page.capitals:
        hit = names.at(page.words, index, page.shadow)
        if hit and page.span(index, hit[0]) == hit[1].name and _is_alone(page, index, hit[0]):
            yield page.mention(index, hit[0], hit[1], "operation.again")


def _is_alone(page: Page, first: int, last: int) -> bool:
    """Whether a name stands for the operation: one word may be a town, a person or a noun too."""
    word = page.words[first]
    if last > first or (word.caps and len(word.text) > 3):
        return True
    if len(word.text) < 4 or word.titled or word.text.lower() in page.small:
        return False
    if page.after(first)[:1].isupper() or page.before(first)[:1].isupper():
        return False
    return not page.gazetteer.has(word.text, big=True) and not page.lexicon.names.get(word.text)


def _apart(page: Page, found: list[Mention]) -> list[Mention]:
    """The mentions without those that overlap an earlier one of the list."""
    cover = Cover(len(page.shadow))
    kept: list[Mention] = []
    for mention in found:
        if not cover.touches(mention.start, mention.end):
            cover.take(mention.start, mention.end)
            kept.append(mention)
    return kept
