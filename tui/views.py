"""What the panes are given to show: plain values, made by the desk from the case."""

from typing import Literal, TypeAlias

from msgspec import Struct

Tone: TypeAlias = Literal["said", "done", "problem"]
"""How the status line speaks: it tells, it acknowledges a durable change, or it refuses."""


class Row(Struct, frozen=True):
    """An article as the list shows it."""

    id: int
    mark: str
    """Glyph and letter of its status, two cells."""
    status: str
    title: str
    published: str
    tags: tuple[str, ...]
    counters: str
    """Doubtful facts, note: "2! n"."""
    is_marked: bool = False
    """Whether the analyst has marked it."""
    lit: tuple[tuple[int, int], ...] = ()
    """Words of the limit in its title, as offsets."""


class Light(Struct, frozen=True):
    """Words of a fact in the text."""

    start: int
    end: int
    fact: int
    """The place of the fact in the facts pane."""
    verdict: str
    """"accepted", "rejected", "doubtful" or "open"."""


class Selected(Struct, frozen=True):
    """Words of the text that are being chosen."""

    start: int
    end: int
    edge: str
    """The edge that moves, "start" or "end"."""


class Reading(Struct, frozen=True):
    """An article as the text pane shows it."""

    id: int = 0
    title: str = ""
    about: str = ""
    """Status, date, how it was decoded and source, on one line."""
    tags: str = ""
    """Its tags, "#arrest #seizure"."""
    text: str = ""
    dimmed: tuple[tuple[int, int], ...] = ()
    """Boilerplate, as offsets into the text."""


class FactLine(Struct, frozen=True):
    """A fact as the facts pane shows it."""

    mark: str
    verdict: str
    kind: str
    words: str
    more: tuple[str, ...] = ()
    """What stands under it: both readings of a doubtful number, and why it is doubted."""
    is_again: bool = False
    """Whether it stands under another incident before."""


class Group(Struct, frozen=True):
    """An incident with its facts, or the facts of none."""

    title: str
    facts: tuple[int, ...]


class Facts(Struct, frozen=True):
    """The facts of an article, in the order in which the cursor walks them."""

    lines: tuple[FactLine, ...] = ()
    groups: tuple[Group, ...] = ()
    lights: tuple[Light, ...] = ()
    """Sorted by their place in the text."""
    empty: str = ""
    """Why there are none, if there are none."""


class Offer(Struct, frozen=True):
    """An incident under a digit, and why it is offered."""

    number: int
    words: str
    why: str


class Offers(Struct, frozen=True):
    """The incidents that a digit chooses from, the likeliest first."""

    title: str = ""
    choices: tuple[Offer, ...] = ()


class IncidentLine(Struct, frozen=True):
    """An incident as the list shows it."""

    number: int
    day: str
    types: str
    words: str
    """Its title, operation and places."""
    articles: str
    tags: tuple[str, ...]


class BoardLine(Struct, frozen=True):
    """A line of an incident's screen."""

    kind: str
    """"heading", "field", "fact" or "text"."""
    label: str = ""
    words: str = ""
    aside: str = ""
    """Which article, who issued it, who wrote it."""
    verdict: str = "open"
    mark: str = ""
    field: str = ""
    """The field that the line edits."""
    facts: tuple[str, ...] = ()
    """The names of the facts that it leads to."""
    incident: int = 0
    """The incident that it leads to."""


class Board(Struct, frozen=True):
    """An incident as its screen shows it."""

    title: str = ""
    about: str = ""
    lines: tuple[BoardLine, ...] = ()


class Linkable(Struct, frozen=True):
    """Something that a link in a note may lead to."""

    link: str
    """The link as the note holds it."""
    words: str


class Slot(Struct, frozen=True):
    """A digit of the tag strip."""

    digit: str
    title: str
    on: bool
    is_pinned: bool = False


class TagLine(Struct, frozen=True):
    """A tag as the screen of all tags shows it."""

    keys: str
    """The letters that put it after `t`, "d c"; "" where none do."""
    digit: str
    """The digit of the strip that it stands under, "" if none."""
    is_pinned: bool
    id: str
    title: str
    articles: int
    incidents: int
    iccs: str
    misp: str


class PastRow(Struct, frozen=True):
    """A change as the history shows it."""

    seq: int
    mark: str
    """Glyph and letter: whether it stands, or was undone."""
    at: str
    ago: str
    user: str
    words: str
    is_undone: bool


class SavedLine(Struct, frozen=True):
    """A saved query as its screen shows it."""

    key: str
    """The key that takes it, "" where there are more queries than keys."""
    name: str
    query: str
    count: str
    """How many articles it finds, "…" while they are counted, "?" if it is no query any more."""


class Status(Struct, frozen=True):
    """What the status line says."""

    words: str = ""
    tone: Tone = "said"


NOTHING_READ = Reading()
NO_FACTS = Facts()
NOTHING_OFFERED = Offers()
