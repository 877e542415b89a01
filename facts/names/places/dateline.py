"""The dateline of an article: "THE HAGUE, July 6 –", "KABUL, Nov. 26, 2005 (Xinhua) --"."""

from facts.later import later
from facts.names.page import Page
from facts.spans import Span

_DATELINE = later(
    r"(?:By [A-Z][^\n,]{3,40}, )?"
    r"(?P<place>[A-Z][^\W\d_]*(?:[ '.-]{1,2}[^\W\d_]+){0,4})"
    r"(?:/[A-Z][^\n,(]{2,20}| \([A-Z][A-Za-z]*[a-z/. ][A-Za-z/. ]{0,20}\))?(?:, [^\n(]{1,45}?)?"
    r"(?:(?: ?\([^()\n]{2,40}\)| ?/[A-Z][\w -]{1,18}/)?[.:]? ?(?:-{1,3}|_)\s"
    r"| ?\([A-Z][A-Za-z/]{1,15}\):? (?=[A-Z])| ?/[A-Z]{2,8}/[.:]? (?=[A-Z]))"
    r"|(?P<line>[A-Z]{3,}(?: [A-Z]{3,}){0,2})$"
    r"|(?P<city>[A-Z]{3,}(?: [A-Z]{3,}){0,2}): "
)
_PARAGRAPHS = 5
_LONGEST = 110


def _may_open(text: str) -> bool:
    """Whether a dateline may stand before a text: most have no dash, no capitals, no bracket."""
    return "-" in text or "_" in text or ")" in text or text[:3].isupper() or text[:3] == "By "


def datelines(page: Page) -> list[Span]:
    """Where the datelines of an article stand: at the start of one of its first paragraphs."""
    found = []
    for paragraph in page.article.paragraphs[:_PARAGRAPHS]:
        start, end = paragraph.start, min(paragraph.end, paragraph.start + _LONGEST)
        if not _may_open(page.shadow[start:end]):
            continue
        match = _DATELINE.match(page.shadow, start, end)
        if match and len((match["place"] or "").split()) <= 5:
            found.append(Span(paragraph.start, match.end()))
    return found
