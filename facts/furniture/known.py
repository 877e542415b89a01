"""Lines that are known: a phrase, an opening, a row of buttons, a picture's credit or file name."""

import re
from collections.abc import Sequence

from facts.furniture.line import Line
from facts.furniture.tables import Tables
from facts.later import later

_WORD = later(r"\w+")
_SHORT = 160
_SHAPED = ("this ", "(this ", "follow ", "subscribe", "sign up", "copyright", "comments", "©")
_SHORTEST_TAIL = 60
_ENDING = 70
"""Characters at the end of a line in which a picture's credit stands."""
_LONGEST = 400
"""A line longer than this is prose, whatever it opens with."""
_LONGEST_NOTICE = 700
_SLUG_LENGTH = 120

_ATTRIBUTED = later(r".*\b(?:said|told|[Aa]ccording to|announced|reported)\b.*\.\"?")
"""A whole sentence of news after "Video:", not the title of one to watch."""

_SAID = later(
    r"\b(?:said|told|according to|announced|emphasi[sz]ed|stressed|stated|added|noted|confirmed"
    r"|explained|concluded|statement)\b"
)
"""Words of a story's paragraph, which may end with whose story it is: "(Zyx News/AFP)"."""
_TELLING = later(r"\b(?:said|told|according to|announced|arrest(?:s|ed)|seized)\b")

_SLUG = later(
    r"(?=[^\n]*[-_])[\w-]+(?: [\w-]+){0,3}(?:_[0-9]{1,2}| \([0-9]{1,2}\))"
    r"|[\w() -]{1,60}\.(?:jpe?g|png|gif|webp)"
    r"|[a-z0-9]+(?:[-_][a-z0-9]+){3,}",
    re.IGNORECASE,
)
"""The file name of a picture left as a line: "mohamed vi-rey-marruecos_0"."""


def bare(line: Line) -> str:
    """The words of a line without the marks around them."""
    return line.lower.strip(" :.…!*#•·|-")


def notices_in(tables: Tables, shadow: str) -> tuple[str, ...]:
    """The phrases by which a site speaks of itself that stand on this page."""
    lower = shadow.lower()
    if not any(stem in lower for stem in tables.stems):
        return ()
    return tuple(phrase for phrase in tables.phrases if phrase in lower)


def _hide_notice(tables: Tables, line: Line, notices: Sequence[str]) -> None:
    for phrase in notices:
        if phrase in line.lower and not _TELLING.search(line.lower):
            line.hide(tables.phrases[phrase], f'says "{phrase}"')


def hide_known(tables: Tables, line: Line, notices: Sequence[str]) -> None:
    """Hide a line that the rules know by its words or its shape."""
    length = len(line.text)
    if notices and length <= _LONGEST_NOTICE and '"' not in line.text:
        _hide_notice(tables, line, notices)
    if line.reason or length > _LONGEST:
        return None
    if length < _SHORTEST_TAIL:
        text = bare(line)
        if reason := tables.lines.get(text) or tables.tails.get(text):
            return line.hide(reason, "is a known line")
    opening = tables.openings.find(line.lower)
    if opening and _hide_opening(tables, line, opening):
        return None
    if tables.credit.match(line.text):
        return line.hide("image_caption", "opens with a picture's credit")
    _hide_shaped(tables, line)
    if not line.reason and length < _SLUG_LENGTH and _SLUG.fullmatch(line.text):
        line.hide("image_slug", "is the name of a file")
    return None


def _hide_opening(tables: Tables, line: Line, opening: str) -> bool:
    if opening.startswith(("video", "watch")) and _ATTRIBUTED.fullmatch(line.text):
        return False
    line.hide(tables.openings.reasons[opening], f'opens "{opening}"')
    return True


def _may_have_shape(line: Line) -> bool:
    """Whether it is none of the sentences that most lines are: those open with a few words only."""
    if len(line.text) <= _SHORTEST_TAIL or line.is_cut or not line.text.endswith("."):
        return True
    return line.lower.startswith(_SHAPED)


def _hide_shaped(tables: Tables, line: Line) -> None:
    """Hide a line for its shape: buttons, a pattern, a picture's credit."""
    if len(line.text) <= _SHORT:
        first = _WORD.search(line.lower)
        for reason, known in tables.buttons.items():
            if first and first[0] in known and known.issuperset(_WORD.findall(line.lower)):
                return line.hide(reason, "is a row of buttons")
        for pattern, reason, rule in tables.patterns if _may_have_shape(line) else ():
            if pattern.fullmatch(line.text):
                return line.hide(reason, f"has the shape of {rule}")
    begin = max(0, len(line.text) - _ENDING)
    for ending, reason, rule in tables.endings:
        if ending.search(line.text, begin) and not (
            reason == "image_caption" and _SAID.search(line.lower)
        ):
            return line.hide(reason, f"ends as {rule}")
    return None
