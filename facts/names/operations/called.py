"""Operations by the words for a name beside it: "codenamed ORATIX", "dubbed 'Mapache'"."""

import re
from collections.abc import Iterator

from facts.cue import Cue
from facts.folding import fold
from facts.later import later
from facts.model import Mention, Operation
from facts.names.operations.name import is_known, name_end
from facts.names.page import Page
from facts.spans import enclosing

_OPERATION = r"(?:operation|sweep|swoop|sting|crackdown|dragnet|raids?|blitz|manhunt|probe|inquiry)"
CALLED = (
    r"(?:code-?named|code name(?:d)?|dubbed|nicknamed|christened|bapti[sz]ed|called|named|known as"
    r"|titled|(?:given|under|with|by|bearing|received) the (?:code ?)?name(?: of)?)"
    r"(?: as| with the name(?: of)?)? "
)
"""The words between the word for an operation and its name."""
_PLAIN_CALLS = ("called", "named", "known", "titled", "given", "under", "with", "by", "bearing",
                "received")  # fmt: skip
"""Words that call much else besides operations."""
_QUOTED = Cue(
    rf"[Oo](?<!\w.)perations?,? (?:{CALLED})?(?:[Oo]peration )?([\"'])(?=\w)",
    "operation operations",
)
_QUOTED_BEFORE = Cue(r"([\"'])([A-Z][^\"'\n]{1,39})\1 (?:\w+ ){0,2}operation\b", "operation")
_CAPITALS = Cue(
    r"([A-Z](?<!\w.)(?:[A-Z]{2,}(?:[ -][A-Z]{3,}){1,3}|[A-Z]{6,})) operation\b", "operation"
)
_CAPITAL = Cue(r"[Tt](?<!\w.)he ([A-Z][a-z]{3,}) operation\b", "operation")
_PROJECT = Cue(r"\bProject (?=[A-Z][a-z]{3})", "project")
_POLICED = later(r"\b(?:arrest|seiz|investigat|charge|raid|search warrant)")
_CODENAME = Cue(
    rf"\b(?:code-?names?(?: of)?:?|{CALLED.rstrip()})(?: the)? (?:[Oo]peration )?([\"'])?(?=[A-Z])",
    "code codename codenames codenamed dubbed nicknamed christened baptised baptized called named "
    "known titled name",
)
_OPERATION_WORD = later(rf"\b{_OPERATION}", re.IGNORECASE)
_OPERATION_BEFORE = later(
    rf"\b{_OPERATION}s?(?:,| [-(])? ?(?:(?:which|that|it|they|was|were|had|has|been|is|and|also"
    r"|later|officially|[A-Z][\w-]*|the|police|authorities|officers) ){0,4}$",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 41


def called(page: Page) -> Iterator[Mention]:
    """The operations of an article whose names are said to be names."""
    yield from _quoted(page)
    yield from _codenamed(page)
    yield from _capitals(page)
    yield from _capital(page)
    yield from _projects(page)


def _quoted(page: Page) -> Iterator[Mention]:
    for match in page.told(_QUOTED):
        name = _until(page, match.end(), match[1])
        if name[:1].isupper() or name[:1].isdigit():
            start, end = match.end(), match.end() + len(name)
            if match.end() - match.start() == len('Operation "') and match[0][0] == "O":
                start, end = match.start(), end + 1  # the word and the quotes are the name too
            yield Mention(start, end, Operation(name), "operation.quoted")
    for match in page.told(_QUOTED_BEFORE):
        name = match[2].rstrip(" ,.")
        end = match.start(2) + len(name)
        yield Mention(match.start(2), end, Operation(name), "operation.quoted-before")


def _until(page: Page, start: int, quote: str) -> str:
    """The words from a place to the closing quote; nothing where it does not close."""
    close = page.shadow.find(quote, start, start + _LONGEST_QUOTE)
    words = page.shadow[start:close] if close > 0 else ""
    return "" if "\n" in words else words.rstrip(" ,.'")


def _codenamed(page: Page) -> Iterator[Mention]:
    for match in page.told(_CODENAME):
        if "code" not in match[0] and not _is_of_operation(page, match):
            continue
        if match[1]:
            name = _until(page, match.end(), match[1])
            if name:
                end = match.end() + len(name)
                yield Mention(match.end(), end, Operation(name), "operation.codename")
            continue
        first, _ = page.numbers(match.end(), match.end())
        last = name_end(page, first)
        if last is not None:
            value = Operation(page.span(first, last))
            yield page.mention(first, last, value, "operation.codename")


def _is_of_operation(page: Page, match: re.Match[str]) -> bool:
    """Whether what is called so is an operation: close before where the word is a common one."""
    sentence = enclosing(page.article.sentences, match.start())
    if sentence is None:
        return False
    if match[0].startswith(_PLAIN_CALLS):
        before = page.shadow[max(sentence.start, match.start() - 40) : match.start()]
        return _OPERATION_BEFORE.search(before) is not None
    return _OPERATION_WORD.search(page.shadow, sentence.start, sentence.end) is not None


def _is_named_before(page: Page) -> bool:
    """Whether a word with a capital stands before the word "operation" anywhere."""
    texts = page.article.pieces.texts
    found = [index for index, text in enumerate(texts) if text == "operation"]
    return any(texts[index - 1][0].isupper() for index in found if index)


def _capitals(page: Page) -> Iterator[Mention]:
    """ "the ALPHA-OMEGA operation": a name in capitals before the word, no body's acronym."""
    for match in page.told(_CAPITALS) if _is_named_before(page) else ():
        first, last = page.numbers(match.start(1), match.end(1))
        bodies = any(is_known(page, index) for index in range(first, last + 1))
        if not bodies and not match[1].endswith("POL") and not page.words[first].titled:
            yield page.mention(first, last, Operation(match[1]), "operation.capitals")


def _capital(page: Page) -> Iterator[Mention]:
    """ "the Barkhane operation": an unknown word with a capital before the word."""
    for match in page.told(_CAPITAL) if _is_named_before(page) else ():
        first, last = page.numbers(match.start(1), match.end(1))
        heads, text = page.heads, match[1]
        common = text in heads.outside | heads.matters | heads.things | heads.ranks
        common = common or fold(text) in page.signs.given or text.lower() in page.small
        if first == last and not (common or is_known(page, first) or page.words[first].titled):
            yield page.mention(first, first, Operation(text), "operation.capital")


def _projects(page: Page) -> Iterator[Mention]:
    """ "Project Coalesce led to 12 arrests": what police of some countries call an operation."""
    for match in page.told(_PROJECT):
        sentence = enclosing(page.article.sentences, match.start())
        first, _ = page.numbers(match.end(), match.end())
        last = name_end(page, first) if sentence else None
        if sentence is None or last is None or page.words[first].titled:
            continue
        if _POLICED.search(page.shadow, sentence.start, sentence.end):
            value = Operation(page.span(first - 1, last))
            yield page.mention(first - 1, last, value, "operation.project")
