"""What the case hands out and takes in: articles, rows of the list, findings, marks, drafts."""

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from msgspec import Struct

if TYPE_CHECKING:
    from facts.model import AnyValue, Boilerplate, Fact, Incident, Mention, Published
    from store.changes.log import Change

Status: TypeAlias = Literal["new", "done", "dismissed", "flagged"]
STATUSES: tuple[Status, ...] = get_args(Status)

Verdict: TypeAlias = Literal["accepted", "rejected"]


class NewArticle(Struct, frozen=True):
    """An article as a reader found it, not yet in the case."""

    title: str
    text: str
    name: str
    """The file's name, which the list shows as its source."""
    path: str
    """Where it was read from."""
    note: str = ""
    """What had to be assumed to read it: "not UTF-8; read as Windows-1252"."""
    published: "Published | None" = None
    """The publication date that the file's format gives, if it gives one."""


class Article(Struct, frozen=True):
    """An article of the case; its text never changes."""

    id: int
    title: str
    text: str
    name: str
    path: str
    sha256: str
    note: str = ""
    published: "Published | None" = None


class ArticleRow(Struct, frozen=True):
    """One row of the list."""

    id: int
    title: str
    published: str | None
    source: str
    status: Status
    tags: tuple[str, ...]
    facts: int
    """How many facts the rules found."""
    flagged: int
    """How many of them are flagged and not yet decided."""
    accepted: int
    has_note: bool


class Stamp(Struct, frozen=True):
    """Who did something, and when (UTC, ISO 8601)."""

    by: str
    at: str


class Marks(Struct, frozen=True):
    """What analysts decided about an article."""

    status: Status = "new"
    tags: dict[str, Stamp] = {}
    decided: Stamp | None = None
    """Who set the status, None while the article is new."""


class Placed(Struct, frozen=True, omit_defaults=True):
    """The words of a fact as an analyst sees them, as offsets into the text."""

    start: int
    end: int
    was: tuple[int, int] | None = None
    """Where the rules saw them; None where the analyst added them."""


class Judgement(Struct, frozen=True):
    """A verdict on a fact; the corrected value where what the rules read is not what is meant.

    A verdict of None takes the judgement back; of a fact that an analyst added it takes the fact
    away, as rejecting it does.
    """

    verdict: Verdict | None
    value: "AnyValue | None" = None
    places: tuple[Placed, ...] = ()
    """Where its words stand, as far as that is not where the rules saw them."""


class Finding(Struct, frozen=True):
    """A fact of an article with what an analyst made of it."""

    fact: "Fact"
    value: "AnyValue"
    """The value as it stands: the analyst's where it was corrected."""
    verdict: Verdict | None = None
    by: str | None = None
    at: str | None = None
    corrected: bool = False
    """Whether the value is the analyst's."""
    places: tuple[Placed, ...] = ()
    """The places among its mentions that an analyst corrected or added."""
    is_found: bool = True
    """Whether the rules find it now; what was corrected or added stands where they do not."""

    @property
    def key(self) -> str:
        """The fact's name, stable across runs of the rules."""
        return self.fact.key

    @property
    def kind(self) -> str:
        """The kind of its value."""
        return self.fact.kind

    @property
    def mentions(self) -> "tuple[Mention, ...]":
        """Every place in the text that says so."""
        return self.fact.mentions

    @property
    def flags(self) -> tuple[str, ...]:
        """What the plausibility checks hold against it, in the order they were raised."""
        return tuple(dict.fromkeys(f for mention in self.fact.mentions for f in mention.flags))


class Findings(Struct, frozen=True):
    """All that was found in one article."""

    facts: tuple[Finding, ...] = ()
    incidents: "tuple[Incident, ...]" = ()
    boilerplate: "tuple[Boilerplate, ...]" = ()
    published: "Published | None" = None
    extracted: bool = False
    """Whether the rules have run on the article at all."""


class Added(Struct, frozen=True):
    """What became of a batch of new articles."""

    change: "Change | None"
    """None where the case knew every one of them."""
    added: tuple[int, ...]
    known: int
    """How many were in the case already."""


NoteKind: TypeAlias = Literal["article", "incident", "case"]


class About(Struct, frozen=True):
    """What a note is about: an article or an incident by its number, or the whole case."""

    kind: NoteKind
    id: int


THE_CASE: Final = About("case", 1)
"""What the note of the case is about."""


class Kept(Struct, frozen=True):
    """A note as it is once it was written."""

    change: "Change | None"
    """None where nothing differed."""
    text: str
    """As it stands now, with what others had written since its writer last saw it."""
    clashes: int = 0
    """How many passages are there twice, as two wrote them differently."""


class Draft(Struct, frozen=True):
    """A note that was being typed when its process ended."""

    about: About
    text: str
    user: str
    at: str
    session: str
    base: str
    """The note that it was written from."""
    note_moved: bool
    """Whether the note has been changed by someone since the draft was begun."""
