"""The lines of a page: what each says, and why it is no part of the story."""

from collections.abc import Iterator

from msgspec import Struct

from facts.later import later

_LINE = later(r"[^\n]+")
_CLOSES = (".", "!", "?", '."', '!"', '?"', ".'", ".)", ".]", ":", ',"')
_TRUNCATED = ("...", "…", "[...]", "[…]")
_FEWEST_WORDS = 3
_KEPT = later(
    r".*\b(?:[Ff]irst )?(?:[Pp]ublished|[Uu]pdated?|[Pp]osted)\b.*[0-9]{4}.*"
    r"|(?:[Ss]ource|[Bb]y|[Aa]uthor|[Rr]eporting by|[Ee]diting by|[Ww]ritten by)\b.*"
    r"|[-(/ ]*[A-Z]{2,8}(?:[/ -][A-Z]{2,8})*\)?|[^a-z]*[0-9]{4}[^a-z]*"
    r"|(?:\w+, )?(?:\w+\.? )?[0-9]{1,2}(?:st|nd|rd|th)?,?(?: \w+\.?,?)? ?[0-9]{4}.{0,20}"
)
"""Who wrote it and when: part of an article wherever it stands."""
_LONGEST_KEPT = 400
"""A line longer than this says more; its words are not weighed against each other."""
HEADLINE_WORDS = 4
"""The fewest words of a headline; what is shorter is a name or a section."""
_LONG = 160
"""A line longer than this is prose, however it ends."""
_CUT = 220
"""The longest beginning of another story that a page shows with dots at its end."""


class Line(Struct):
    """One line of a page without the blanks around it; hidden once a reason is known."""

    start: int
    end: int
    text: str
    lower: str
    is_sentence: bool
    """Whether it ends as a sentence does, or is too long for anything but prose."""
    is_cut: bool
    """Whether it is the beginning of something, with dots at its end."""
    reason: str = ""
    signs: tuple[str, ...] = ()
    """What speaks for the reason, in words an analyst reads."""
    joined: bool = False
    """Whether it is hidden with the line above it, as what stands under a heading is."""

    def hide(self, reason: str, *signs: str) -> None:
        """Say why it is no part of the story, unless that is known already."""
        if not self.reason:
            self.reason, self.signs = reason, signs

    @property
    def tells(self) -> bool:
        """Whether it is a part of the story, as far as is known."""
        return self.is_sentence and not self.is_cut and not self.reason

    @property
    def words(self) -> list[str]:
        """Its words in small letters, without the bullet or the marks around them."""
        return [word.strip("\"'()[]:;,.!?-•*>|") for word in self.lower.split()]


def is_kept(line: Line) -> bool:
    """Whether it says who wrote the story, or when: part of it wherever that stands."""
    return len(line.text) <= _LONGEST_KEPT and _KEPT.fullmatch(line.text) is not None


def lines_of(shadow: str, start: int) -> Iterator[Line]:
    """The lines of a page that are not blank, from a place on."""
    for found in _LINE.finditer(shadow, start):
        whole = found[0]
        text = whole.strip()
        if text:
            begin = found.start() + len(whole) - len(whole.lstrip())
            cut = text.endswith(_TRUNCATED) and len(text) < _CUT and '"' not in text
            end = begin + len(text)
            yield Line(begin, end, text, text.lower(), _is_sentence(text), cut)


def _is_sentence(text: str) -> bool:
    if len(text) > _LONG:
        return True
    return text.endswith(_CLOSES) and text.count(" ") + 1 >= _FEWEST_WORDS
