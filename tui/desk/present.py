"""From what the case holds to what the panes show."""

from collections.abc import Sequence

from facts.model import AnyValue, Date, Nationality
from store import Article, ArticleRow, Finding, Findings, Marks
from store.work.judging import is_added
from tui import doubts, marks, wording
from tui.desk.grouping import Grouped
from tui.desk.strip import short_names
from tui.keymaps.named import key
from tui.summary import about, counters
from tui.views import FactLine, Facts, Group, Light, Reading, Row


def row(
    article: ArticleRow,
    company: str = "",
    is_marked: bool = False,
    lit: tuple[tuple[int, int], ...] = (),
) -> Row:
    """A row of the list, with the sign of the colleagues who read the article.

    Marked or not; with the words of its title that the list is limited by.
    """
    return Row(
        id=article.id,
        mark=marks.STATUS[article.status],
        status=article.status,
        title=article.title,
        published=article.published or "",
        tags=tuple(article.tags),
        counters=" ".join(filter(None, (company, counters(article.flagged, article.has_note)))),
        is_marked=is_marked,
        lit=lit,
    )


def reading(article: Article, findings: Findings, of_article: Marks) -> Reading:
    """The article for the text pane."""
    return Reading(
        id=article.id,
        title=article.title,
        about=_about(article, findings, of_article),
        tags=_tags(of_article),
        text=article.text,
        dimmed=tuple((part.start, part.end) for part in findings.boilerplate),
    )


def facts(groups: Sequence[Grouped], text: str, is_read: bool) -> Facts:
    """The facts for the facts pane, under each of their incidents."""
    ordered = [finding for group in groups for finding in group.facts]
    seen: set[str] = set()
    lines: list[FactLine] = []
    for finding in ordered:
        lines.append(_line(finding, text, is_again=finding.key in seen))
        seen.add(finding.key)
    lights = [
        Light(mention.start, mention.end, place, lines[place].verdict)
        for place, finding in enumerate(ordered)
        for mention in finding.mentions
    ]
    lights.sort(key=lambda light: (light.start, -light.end))
    empty = "No facts were found." if is_read else "The rules have not read it yet."
    return Facts(tuple(lines), _titled(groups), tuple(lights), "" if lines or not text else empty)


def _titled(groups: Sequence[Grouped]) -> tuple[Group, ...]:
    titled, first = [], 0
    for group in groups:
        titled.append(Group(group.home.title, tuple(range(first, first + len(group.facts)))))
        first += len(group.facts)
    return tuple(titled)


def verdict(finding: Finding) -> str:
    """How a fact stands: judged, open, or open and doubtful."""
    if finding.verdict:
        return finding.verdict
    return "doubtful" if finding.flags else "open"


def _about(article: Article, findings: Findings, of_article: Marks) -> str:
    published = article.published or findings.published
    dated = (published.date, published.basis) if published else None
    return about(of_article.status, dated, article.note, article.name)


def _tags(of_article: Marks) -> str:
    names = short_names()
    return " ".join(f"#{names.get(tag, tag)}" for tag in sorted(of_article.tags))


def _line(finding: Finding, text: str, *, is_again: bool) -> FactLine:
    stands = verdict(finding)
    is_corrected = finding.verdict == "accepted" and bool(finding.corrected or finding.places)
    return FactLine(
        mark=marks.CORRECTED if is_corrected else marks.VERDICT[stands],
        verdict=stands,
        kind=wording.KINDS[finding.kind],
        words=_words(finding, text),
        more=tuple(_more(finding)),
        is_again=is_again,
    )


def _words(finding: Finding, text: str) -> str:
    first = finding.mentions[0]
    said = wording.as_it_stands(finding.value, finding.corrected)
    if _needs_quote(finding.value):
        said = f"“{text[first.start : first.end]}” {said}"
    if first.polarity:
        said += f", {first.polarity}"
    if not finding.is_found:
        said += ", added" if is_added(finding) else ", found no more"
    if len(finding.mentions) > 1:
        said += f" ×{len(finding.mentions)}"
    return said


def _needs_quote(value: AnyValue) -> bool:
    """Whether the value alone says too little: a country's letters, a day nobody knows."""
    if isinstance(value, Date):
        return value.start is None and value.end is None
    return isinstance(value, Nationality)


def _more(finding: Finding) -> list[str]:
    """Both readings of a doubtful number and why it is doubted; once judged, what was printed."""
    doubted = next((mention for mention in finding.mentions if mention.flags), None)
    if doubted is None or (finding.verdict and not finding.corrected):
        return []
    value = doubted.value
    lines = [f"printed {doubts.as_printed(value)}"]
    if finding.verdict:
        return lines
    if doubted.suggested:
        lines.append(f"{key('fact.take')} takes {doubts.reading(value, doubted.suggested)}")
    reasons = doubted.reasons or (doubts.why_doubted(doubted.flags),)
    return lines + [f"because {reason}" for reason in reasons]
