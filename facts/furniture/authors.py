"""What a page says below a story of who wrote it: "Zed Quux is a reporter for the Zyx Times"."""

from collections.abc import Sequence

from facts.furniture.line import Line
from facts.later import later

_EARLIEST = 0.4
_NAME_LINE = 60
_ENDS = 30
"""Lines at the top and at the end of a page among which a writer signs."""
_LONGEST = 700
_ABOUT = later(
    r"(?P<name>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}),? (?:is|was|covers|writes|reports|works|has)\b"
    r"(?=[^.]{0,160}\b(?:journalist|reporter|editor|writer|writes|correspondent|producer|columnist"
    r"|covers|covering|reports|contributor|freelance|graduate))"
)
_ABOUT_THEM = ("she ", "he ", "they ", "her ", "his ", "their ")
_BY = later(r"(?:by|written by|author|words by|story by|reporting by)?:? *", 2)


def hide_authors(lines: Sequence[Line], size: int) -> None:
    """Hide what is told of a writer whose name is a line of its own on the page."""
    about = False
    for line in lines:
        if line.start < _EARLIEST * size or line.reason or len(line.text) > _LONGEST:
            continue
        found = _ABOUT.match(line.text)
        about = bool(found and _is_signed(lines, found["name"])) or (
            about and line.lower.startswith(_ABOUT_THEM)
        )
        if about:
            line.hide("related_articles", "tells of who wrote it")


def _is_signed(lines: Sequence[Line], name: str) -> bool:
    """Whether a line of the page is this name, with "By" before it or not."""
    ends = (*lines[:_ENDS], *lines[-_ENDS:])
    short = [line.text for line in ends if len(line.text) <= _NAME_LINE and not line.is_sentence]
    return any(_after_by(text).startswith(name) for text in short)


def _after_by(text: str) -> str:
    begin = _BY.match(text)
    return text[begin.end() :] if begin else text
