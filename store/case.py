"""A case: what the screen and the command line talk to, in the analyst's words."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from store.care.facade import Care
from store.changes import log, standing, undo
from store.changes.history import History
from store.changes.log import Change
from store.changes.opening import opened
from store.changes.writing import Engine
from store.engine import own
from store.engine.documents import body
from store.errors import CaseError
from store.findings import findings
from store.search import derived, listing
from store.search.query import Query
from store.shapes import (
    About,
    Added,
    Article,
    ArticleRow,
    Draft,
    Findings,
    Judgement,
    Marks,
    NewArticle,
    Status,
)
from store.work import digits, drafts, intake, judging, triage
from store.work.adding import Adding
from store.work.incidents import Incidents
from store.work.notebook import Notebook
from store.work.picking import Picked
from store.work.saved import SavedQueries
from store.work.searching import Searching
from store.work.tagging import Tags

if TYPE_CHECKING:
    from facts.model import Extraction


def open_case(
    path: Path | str, *, create: bool = False, user: str | None = None, read_only: bool = False,
    network: bool = False,
) -> "Case":  # fmt: skip
    """Open a case, or make an empty one where there is no file and `create` says so.

    Raises a `CaseError` whose sentence says what is wrong with the file; nothing is overwritten.
    On a network file system it is opened only if `network` says so.
    """
    engine = opened(Path(path), create=create, user=user, read_only=read_only, network=network)
    try:
        case = Case(engine)
        if not read_only:
            case.recovered = drafts.recover(engine)
    except BaseException:
        engine.close()
        raise
    return case


class Case:
    """An open case. Any thread may call it; reading never waits for a change under way.

    A method that changes something returns when the change is durable. It returns None where
    nothing differed, so that there is nothing to undo.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.presence = engine.presence
        """Who else has the case open, and where they are."""
        self.changes = History(engine)
        """What was done in it, to be looked through."""
        self.hindrance = ""
        """Why it was opened only to be read, by whoever would have changed it."""
        self.recovered: list[Change] = []
        """Notes made from drafts that an earlier process left, when the case was opened."""
        self.care = Care(engine)
        """Whether the case is whole, and its backups."""
        self.search = Searching(engine)
        """All that match a query, the newest of them, and in which order."""
        self.queries = SavedQueries(engine)
        """Queries under names, shared by all analysts."""
        self.picked = Picked(engine)
        """The rows this analyst has marked in the list."""
        self.notes = Notebook(engine)
        """Notes on articles, incidents and the case, and drafts of notes."""
        self.adding = Adding(engine)
        """Facts that the rules missed."""
        self.incidents = Incidents(engine)
        """The incidents of the case: taken, linked, merged, edited."""
        self.tags = Tags(engine)
        """The tags of the case: which there are, new ones, one that becomes another."""
        self._poll_lock = threading.Lock()
        with engine.reading() as connection:
            self._seen = log.last_seq(connection)

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Drafts that were not made notes are kept for the next opening."""
        self.care.end()
        if not self.read_only and not self.engine.connections.is_closed:
            with suppress(CaseError):  # they are nobody's as soon as this process has ended
                drafts.leave_drafts(self.engine)
        self.engine.close()

    @property
    def path(self) -> Path:
        """The file of the case."""
        return self.engine.path

    @property
    def user(self) -> str:
        """Whose changes these are."""
        return self.engine.user

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self.engine.read_only

    @property
    def trouble(self) -> str:
        """What keeps changes from being saved now, such as "disk full"; "" while nothing does."""
        return self.engine.connections.trouble

    @property
    def title(self) -> str:
        """What the case is called: its own title, else the name of its file."""
        with self.engine.reading() as connection:
            document = own.find(connection, "case", 1) or {}
        return str(document.get("title") or self.path.stem)

    def count(self, query: Query | None = None) -> int:
        """How many articles match; all, if no query is given."""
        return self.search.count(query)

    def ids(self, query: Query | None = None) -> Sequence[int]:
        """The numbers of the articles that match, in the order of their import."""
        return self.search.ids(query)

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        """The rows of these articles, in this order, and no work for any other."""
        with self.engine.reading() as connection:
            return listing.rows(connection, ids)

    def unread(self, rules: str | None = None) -> list[int]:
        """The articles the rules have not read yet, as after an import that was interrupted.

        Those that only other rules have read are among them where a version of rules is named.
        """
        with self.engine.reading() as connection:
            return intake.unread(connection, rules)

    def article(self, article: int) -> Article:
        """An article with its text; raises `UnknownArticle`."""
        with self.engine.reading() as connection:
            return intake.article(connection, article)

    def findings(self, article: int) -> Findings:
        """The facts of an article with their verdicts, its incidents and its boilerplate."""
        with self.engine.reading() as connection:
            marks = own.find(connection, "marks", article)
            return findings(body(connection, "facts", article), marks)

    def marks(self, article: int) -> Marks:
        """The status and the tags of an article."""
        with self.engine.reading() as connection:
            return triage.marks(own.find(connection, "marks", article))

    def note(self, article: int) -> str:
        """The note of an article, empty where there is none."""
        return self.notes.text(About("article", article))

    def drafts(self) -> list[Draft]:
        """Drafts left by processes that have ended and that could not be made notes."""
        return self.notes.left()

    def history(self, limit: int = 50, article: int | None = None) -> list[Change]:
        """The newest changes, newest first; those of one article if it is named."""
        with self.engine.reading() as connection:
            return log.latest(connection, limit, article)

    def poll(self) -> list[Change]:
        """What others have changed since the last poll, in order; a few microseconds if nothing."""
        with self._poll_lock, self.engine.reading() as connection:
            new = log.since(connection, self._seen)
            self._seen = new[-1].seq if new else self._seen
        return [change for change in new if change.session != self.engine.session]

    def add_articles(self, articles: Iterable[NewArticle]) -> Added:
        """Add the articles the case does not have yet, told by the hash of their text."""
        return intake.add_articles(self.engine, articles)

    def put_facts(self, found: "Mapping[int, Extraction]") -> Change | None:
        """Store what the rules found; verdicts and corrections stay as they are."""
        return intake.put_facts(self.engine, found)

    def decide(self, ids: Sequence[int], status: Status) -> Change | None:
        """Set the status of articles."""
        return triage.decide(self.engine, ids, status)

    def tag(self, ids: Sequence[int], tags: Sequence[str], on: bool | None = None) -> Change | None:
        """Put tags on articles or take them off; None toggles by what stands at that moment."""
        return triage.tag(self.engine, ids, tags, on)

    def judge(
        self, article: int, judgements: Mapping[str, Judgement], label: str = ""
    ) -> Change | None:
        """Accept, reject or correct facts of an article by their keys; `label` puts it in words."""
        return judging.judge(self.engine, article, judgements, label)

    def accept_all(self, article: int) -> Change | None:
        """Accept every unflagged undecided fact of an article, and put the tags they propose."""
        return judging.accept_all(self.engine, article)

    def write_note(self, article: int, text: str) -> Change | None:
        """Make a text the note of an article; its draft is done with."""
        return self.notes.write(About("article", article), text).change

    def save_draft(self, article: int, text: str) -> None:
        """Keep what is being typed; durable when this returns, and no change yet."""
        self.notes.save_draft(About("article", article), text)

    def digits(self) -> tuple[str, ...]:
        """The tags under this analyst's digits, none where none were kept."""
        with self.engine.reading() as connection:
            return digits.digits(connection, self.user)

    def keep_digits(self, tags: Sequence[str]) -> Change | None:
        """Keep the tags under this analyst's digits."""
        return digits.keep_digits(self.engine, tags)

    def reindex(self) -> None:
        """Make the list, the filters, the word index and the keys' history again."""
        with self.engine.connections.writing() as connection:
            derived.rebuild(connection)
            standing.rebuild(connection)

    def undo(self, seq: int | None = None) -> Change:
        """Take back a change, or my last that stands; raises `UndoConflict` or `NothingToUndo`."""
        return undo.undo(self.engine, seq)

    def redo(self) -> Change:
        """Bring again what I undid last; raises as `undo` does."""
        return undo.redo(self.engine)
