"""Captions of pictures: what stands between a headline and its story and shows a scene."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from facts.furniture.line import Line, is_kept
from facts.furniture.tables import Tables
from facts.later import later

_ENOUGH = 3
_OWN = 2
"""The weight that a caption has of its own, wherever it stands."""
_ABOVE = 12
"""Lines at the top of a page among which the picture of its story stands."""
_LONGEST = 700
_SHORTEST = 40
_BEGINS = 120
"""A sentence above a story is shorter; a longer one is where the story begins."""
_CREDIT_LENGTH = 90
_STORY = 6
"""Paragraphs, at the fewest, of a story that shows how its author ends a sentence."""
_FEW = 4
"""Of so many paragraphs one at the most may lack its full stop."""
_IN_A_ROW = 2
_NUMBER = later(r"[0-9]+")
_SENTENCE = 8
"""Words of a caption, at the fewest; a heading within a story has less."""
_BODY = 2
"""Lines of the story, at the fewest, that a page with a caption prints under it."""

_TELLS = later(
    r"\b(?:said|told|according to|announced|reportedly|alleged(?:ly)?|confirmed|will be|would)\b",
)
_AGENCY = (
    r"(?:AFP|AP|EPA|EFE|ANSA|DPA|Reuters|REUTERS|Xinhua|XINHUA|Getty(?: Images)?|Anadolu|IANS|ANI"
    r"|PTI|TASS|Sputnik|VNA|Yonhap|Kyodo|Bernama|UPI|PA|AAP|SPA|SANA|WAM|Shutterstock|iStock|File|FILE"
    r"|(?:AP |AFP )?(?:[Pp]hoto|PHOTO|[Hh]andout|[Ss]upplied|[Cc]ourtesy)[^()]{0,40})"
)
_CREDIT = later(
    rf"(?:\((?:{_AGENCY}|[Ss]ource: ?[^()]{{2,40}}|{_AGENCY}/[^()]{{2,30}}"
    rf"|[^()]{{2,30}}/ ?{_AGENCY})\)"
    rf"|[.] ?(?:-|--) ?(?:{_AGENCY}|[A-Z][a-z]+ [Ff]ile)(?:[ /][A-Z][\w ]{{1,20}})?"
    r"|\b[A-Z]{2,}(?: [A-Z]{2,})*/[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3}"
    r"|\bBy [A-Z][\w .-]{3,40} ?\(?(?:AFP|AP|EPA|EFE) ?/? ?File\)?"
    r"|[Cc]redit[.:] ?\S[^.]{1,40}|Pictures? (?:via|from|by|courtesy) \S[^.]{1,60})"
    r"(?:\. [A-Z]\w{1,14}(?: image in full screen)?)?\.?\Z"
)
"""Whose picture it is, at the end: "(Xinhua)", ".-AFP", "REUTERS/Zed Quux"."""
_WHERE = later(
    r"(?:[(,] ?(?:from |second |third |far |top |bottom |at )*(?:left|right|cent(?:re|er)|[LRC])\b"
    r" ?[),]"
    r"|\((?:second|third|fourth) from |\b(?:pictured|seen here|in handcuffs|undated)\b"
    r"|\b[Ii]n this (?:\w+ )?(?:photo|picture|image|frame|screengrab)"
    r"|\b(?:file|handout|combination|archive) (?:photo|picture|image)|\b[Aa]lso in (?:the )?photo"
    r"|^(?:An? )?(?:[Ii]mage|[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ss]creenshot) (?:of|shows|from)\b)"
)
"""Who stands where in it."""
_SCENE_OPENS = 18
"""Words within which a caption has told what somebody does."""
_SHOWN = frozenset("seen shown pictured displayed photographed escorted led".split())
_NOT_NOW = frozenset(
    "has have had been who which that to were was will would the a an of his her their its".split()
)
"""Words behind which a verb is no scene: "has taken part", "to walk"."""
_DAY = later(r"\b[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}\b(?=\D{0,60}\Z)")
_WEEKDAY = later(r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday)(?=\D{0,60}\Z)")
_DONE = later(r"\b(?:killed|arrested|died|wounded|injured|detained|jailed|convicted)\b")
"""What stories tell, and captions of scenes seldom do."""
_DATELINE = later(
    r"[A-Z][A-Z]+(?:[ '-][A-Z][A-Za-z]+){0,3}(?:, [A-Z][\w. ]{2,30})*(?: ?\([A-Za-z /-]{2,30}\))?"
    r" ?(?:-{1,2} |: |_ ?|// |• )|[A-Z][\w' -]{2,25}(?: ?\([A-Za-z /-]{2,30}\))? (?:-{1,2}) [A-Z\"]"
)


def hide_captions(tables: Tables, lines: Sequence[Line]) -> None:
    """Hide what stands above a story and shows a scene, names its picture or is printed twice."""
    above = [line for line in lines[:_ABOVE] if not line.reason]
    opening = _opening(above)
    for index, line in enumerate(above[: opening if opening else None]):
        if not _SHORTEST <= len(line.text) <= _LONGEST:
            continue
        others = [other for other in above if other is not line]
        signs = dict(_signs(tables, line, opening is not None, others))
        if signs and opening is None and _told_below(lines, line) < _BODY:
            break
        own = sum(signs.values())
        if own and (index or opening is not None):
            signs |= _places(opening is not None)
        if own >= _OWN and sum(signs.values()) >= _ENOUGH:
            line.hide("image_caption", *signs)
        elif line.tells and len(line.text) >= _BEGINS:
            break


def hide_captions_between(lines: Sequence[Line]) -> None:
    """Hide the sentences without a full stop that stand alone between those of a story.

    They are what papers print under the pictures of a story. Where many lines end without one, or
    several in a row, they are the story's own: a list, or how its author writes. What has a number
    that no other line has stays.
    """
    told = [index for index, line in enumerate(lines) if line.tells]
    if len(told) < _STORY:
        return
    within = [line for line in lines[told[0] : told[-1]] if not line.reason]
    if sum(map(_is_bare, within)) * _FEW > len(told):
        return
    numbers = Counter(number[0] for line in within for number in _NUMBER.finditer(line.text))
    before = within[0]
    for bare, group in groupby(within, _is_bare):
        run = list(group)
        if bare and before.tells and before.text[-1] != ":" and len(run) <= _IN_A_ROW:
            for line in run:
                if not _has_news(line, numbers):
                    line.hide("image_caption", "ends without a full stop", "between paragraphs")
        before = run[-1]


def _has_news(line: Line, numbers: Mapping[str, int]) -> bool:
    """Whether a line tells who says so, or has a number that no other line has."""
    own = _NUMBER.finditer(line.text)
    return bool(_TELLS.search(line.text)) or any(numbers[number[0]] == 1 for number in own)


def _is_bare(line: Line) -> bool:
    """Whether a line is as long as a sentence, and no full stop ends it."""
    if line.is_sentence or line.is_cut or len(line.words) < _SENTENCE or is_kept(line):
        return False
    return line.text[0].isupper() and line.text[-1].isalnum()


def _told_below(lines: Sequence[Line], line: Line) -> int:
    return sum(
        other.tells and other.start > line.end and other.text != line.text for other in lines
    )


def _opening(above: Sequence[Line]) -> int | None:
    """Which line begins the story with its dateline, where one does."""
    for index, line in enumerate(above):
        if len(line.text) > _SHORTEST and _DATELINE.match(line.text):
            return index
    return None


def _places(opens: bool) -> dict[str, int]:
    return {"stands above the story": 1} | ({"stands above its dateline": 1} if opens else {})


def _signs(
    tables: Tables, line: Line, opens: bool, others: Sequence[Line]
) -> Iterator[tuple[str, int]]:
    if line.text.startswith('"') or _TELLS.search(line.text):
        return
    if _CREDIT.search(line.text, max(0, len(line.text) - _CREDIT_LENGTH)):
        yield "ends with whose picture it is", 2
    if _WHERE.search(line.text):
        yield "says who stands where", 2
    scene = line.is_sentence and not _DONE.search(line.text)
    if scene and _shows(tables, line.text.split(" ", _SCENE_OPENS)):
        yield "shows a scene", 1
        if _DAY.search(line.text) or (opens and _WEEKDAY.search(line.text)):
            yield "ends with a day", 1
    if _is_double(line.text) or (line.is_sentence and _is_twice(line, others)):
        yield "is printed twice", 1


def _shows(tables: Tables, words: Sequence[str]) -> bool:
    """Whether somebody does something now: "A policeman walks in Beirut"."""
    for before, word in pairwise(words):
        if word in tables.scenes and before not in _NOT_NOW:
            return True
        if word in _SHOWN and before in ("is", "are"):
            return True
    return False


def _is_twice(line: Line, others: Sequence[Line]) -> bool:
    return any(other.text.startswith(line.text[:_SHORTEST]) for other in others)


def _is_double(text: str) -> bool:
    """Whether a line is one text twice: "A guard. (AP) A guard. (AP)"."""
    half = len(text) // 2
    return len(text) > 2 * _SHORTEST and text[:half] == text[half + 1 :]
