"""``casedesk show``: one article with its facts, tags and note."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.cases import reading
from tui.cli.options import case_option, json_option
from tui.diagnostics import ExitCode, RefusedError

if TYPE_CHECKING:
    from facts.model import Incident
    from store import Article, ArticleRow, Case, Finding
    from store.taken import Taken

MARKS = {"accepted": "+", "rejected": "-", "doubtful": "!", None: " "}
"""What stands before a fact: its verdict, or that it is doubtful and nobody has decided."""


@click.command("show")
@click.argument("article")
@json_option
@case_option
def show_article(article: str, as_json: bool, case: str | None) -> None:
    """Print ARTICLE: its text, facts with their verdicts, tags and note.

    ARTICLE is the number that casedesk list prints, or the name of the file it came from.
    """
    with reading(case) as opened:
        id_ = _find(opened, article)
        if as_json:
            output.document(_record(opened, id_))
        else:
            _print(opened, id_)


def _find(case: "Case", wanted: str) -> int:
    from store.engine.documents import number_in

    number = number_in(wanted)
    if number is not None:
        return number
    ids = case.ids()
    for row in case.rows(ids):
        if row.source == wanted:
            return row.id
    raise RefusedError(
        f"no article came from a file named {wanted}; casedesk list has their numbers",
        ExitCode.NOTHING,
    )


def _record(case: "Case", id_: int) -> dict[str, object]:
    article, findings, marks = case.article(id_), case.findings(id_), case.marks(id_)
    (row,) = case.rows([id_])
    return {
        **{name: getattr(article, name) for name in article.__struct_fields__},
        "published": row.published,
        "status": row.status,
        "tags": marks.tags,
        "note": case.note(id_),
        "extracted": findings.extracted,
        "facts": [_fact(finding) for finding in findings.facts],
        "incidents": findings.incidents,
        "linked": {f"#{one.id}": _linked(one, id_) for one in case.incidents.of(id_)},
    }


def _linked(one: "Taken", article: int) -> list[str]:
    """The keys of the facts of an article that are linked to an incident of the case."""
    return [fact.key for fact in one.facts if fact.article == article]


def _fact(finding: "Finding") -> dict[str, object]:
    return {
        "key": finding.key,
        "value": finding.value,
        "verdict": finding.verdict,
        "by": finding.by,
        "at": finding.at,
        "corrected": finding.corrected,
        "mentions": finding.mentions,
    }


def _print(case: "Case", id_: int) -> None:
    article, findings, note = case.article(id_), case.findings(id_), case.note(id_)
    output.line(f"{id_}  {article.title}", strong=True)
    output.line(_about(article, *case.rows([id_])))
    output.line()
    output.prose(article.text)
    if findings.extracted:
        _section("Facts", map(_fact_line, findings.facts))
    else:
        _section("Facts", ["not looked for yet; casedesk import goes on where it was interrupted"])
    _section("Incidents", map(_incident_line, findings.incidents))
    _section("Incidents of the case", map(_taken_line, case.incidents.of(id_)))
    _section("Note", note.splitlines())


def _section(title: str, lines: Iterable[str]) -> None:
    """A heading with lines under it; nothing at all where there is no line."""
    for number, line in enumerate(lines):
        if not number:
            output.line()
            output.line(title, strong=True)
        output.line(f"  {line}")


def _about(article: "Article", row: "ArticleRow") -> str:
    published = row.published and f"published {row.published}"
    tags = row.tags and "tags " + ", ".join(row.tags)
    parts = (published, article.name, row.status, tags, article.note)
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _fact_line(finding: "Finding") -> str:
    from tui.doubts import why_doubted
    from tui.wording import words

    mark = MARKS["doubtful" if finding.flags and not finding.verdict else finding.verdict]
    doubt = f" ({why_doubted(finding.flags)})" if finding.flags and not finding.corrected else ""
    return f"{mark} {finding.kind:16} {words(finding.value)}{doubt}"


def _taken_line(one: "Taken") -> str:
    from tui.incident_words import called

    return f"#{one.id}  {called(one)}"


def _incident_line(incident: "Incident") -> str:
    from tui.incident_words import incident_words

    return f"{incident.id}  {incident_words(incident)}"
