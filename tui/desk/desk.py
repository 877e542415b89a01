"""The desk: every verb a key can run, on one case, with no widget in sight."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from store import About, Article, Case, Change
from store.errors import CaseError, UnknownArticle
from tui.desk import present
from tui.desk.company import Company
from tui.desk.decider import Decider
from tui.desk.drafts import Drafts
from tui.desk.editing import Editing
from tui.desk.find import Finder
from tui.desk.history import Historian
from tui.desk.incidents import Incidents
from tui.desk.judge import Judge
from tui.desk.left import Left
from tui.desk.links import Linker
from tui.desk.lister import Lister
from tui.desk.marked import Marked
from tui.desk.news import News
from tui.desk.note_keeper import NoteKeeper
from tui.desk.part import Part
from tui.desk.queries import Queries
from tui.desk.rows import Rows
from tui.desk.tagger import Tagger
from tui.desk.walker import Walker
from tui.desk.wholes import Wholes
from tui.desk.writer import Writer
from tui.views import NOTHING_READ, Reading, Status, Tone


class Desk:
    """A case as one analyst has it open: a list, a cursor, an article being read, a status line.

    Verbs return at once. Reading is done here; every change goes through the writer and is
    acknowledged on the status line when it is durable.
    """

    def __init__(
        self,
        case: Case,
        writer: Writer,
        changed: Callable[[Part], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.case = case
        self.writer = writer
        self.tell = changed
        """Hears which parts have changed."""
        self.reader = Writer(writer.deliver)
        """Counts and sorts beside the keys."""
        self._clock = clock
        self.marked = Marked(self)
        self.rows = Rows(case, self.marked.ids)
        self.index = self.rows.undecided_after(-1, ()) or 0
        """Where the cursor stands in the list: first on the first undecided article."""
        self.cursor = self.rows.ids[self.index] if self.rows.ids else 0
        """The number of the article under the cursor, 0 in an empty case."""
        self._article: Article | None = None
        self.reading: Reading = NOTHING_READ
        self.drafts = Drafts(self)
        self.links = Linker(self)
        self.status = self._greeting()
        self.walk = Walker(self)
        self.decide = Decider(self)
        self.tags = Tagger(self)
        self.facts = Judge(self)
        self.editing = Editing(self)
        self.lists = Lister(self)
        self.left = Left(self)
        self.queries = Queries(self)
        self.find = Finder(self)
        self.company = Company(self)
        self.news = News(self, clock)
        self.history = Historian(self)
        self.incidents = Incidents(self)
        self.wholes = Wholes(self)
        self.note = NoteKeeper(self)
        self.is_stale = True
        """Whether the cursor has moved on since the article was read."""
        self._is_unread = False

    def aside(self) -> str:
        """What stays true whatever key comes, the most important last: a note not saved."""
        unsafe = [self.case.trouble.upper()] if self.case.trouble else []
        unsafe += ["note NOT SAVED"] if self.note.unsaved else []
        limit = f"limit {self.rows.query} · {self.rows.hidden} hidden" if self.rows.query else ""
        alarm = f"! {', '.join(unsafe)}" if unsafe else ""
        parts = (limit, self.company.words(), self.marked.words(), alarm)
        return " · ".join(filter(None, parts))

    @property
    def text(self) -> str:
        """The text of the article being read."""
        return self._article.text if self._article else ""

    def load(self) -> None:
        """Read the article under the cursor, its facts and its note, unless that is done.

        Where it cannot be read nothing of another article is left to be taken for it; that is
        said, and tried again with the next key.
        """
        if not (self.is_stale or self._is_unread):
            return
        self.is_stale, self._is_unread = False, False
        self.company.stand()
        try:
            self._article = self.case.article(self.cursor) if self.cursor else None
            self.facts.open(self.cursor)
            self.note.turn_to(About("article", self.cursor))
            self._reread()
        except UnknownArticle as error:
            with self.careful():
                self.lists.look_again()
            self.say(str(error), "problem")
            return
        except CaseError as error:
            self._show_unread(error)
        self.find.look_again()
        self.tell(Part.READING | Part.FACTS | Part.FACT | Part.TAGS | Part.NOTE | Part.FOUND)

    def _show_unread(self, error: CaseError) -> None:
        self._is_unread, self._article = True, None
        self.facts.close(str(error))
        self.note.turn_to(About("article", self.cursor))
        self.tags.given = frozenset()
        self.reading = Reading(id=self.cursor, title="cannot be read", about=str(error))
        self.hear_refusal(error)

    @contextmanager
    def careful(self) -> Iterator[None]:
        """What the case refuses in here is said, and the desk goes on."""
        try:
            yield
        except CaseError as error:
            self.hear_refusal(error)

    def look_again(self) -> None:
        """Take up what is said now of the article being read, unless another is to be read."""
        if not self.is_stale:
            self.facts.open(self.cursor, keep_place=True)
            self._reread()
            self.tell(Part.READING | Part.FACTS | Part.FACT | Part.TAGS)

    # -- moving

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, the nearest there is."""
        index = max(0, min(index, len(self.rows.ids) - 1))
        if not self.rows.ids or self.rows.ids[index] == self.cursor:
            return
        self.note.settle()
        self.index, self.cursor = index, self.rows.ids[index]
        self.is_stale = True
        self.tell(Part.CURSOR)

    # -- undoing

    def undo(self) -> None:
        """Take back my last change that stands."""
        self.change(lambda: self.case.undo())

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self.change(lambda: self.case.redo())

    def tick(self) -> None:
        """Do what time brings: a colleague's changes, and a note that has rested.

        Where the case cannot be read at this moment that is said, and tried again with the next.
        """
        with self.careful():
            self.note.rest(self._clock())
            self.company.look()
            self.news.take_in()

    def typed(self, text: str) -> None:
        """Take what the note's editor holds now."""
        self.note.typed(text, self._clock())

    def change(
        self,
        job: Callable[[], Change | None],
        after: Callable[[], object] = lambda: None,
        then: Callable[[], object] = lambda: None,
        also: str = "",
    ) -> None:
        """Queue a change; it is acknowledged when it is durable, and `also` with it.

        `after` runs before that, also if the case refuses; `then` runs when it is shown.
        """

        def done(change: Change | None) -> None:
            after()
            self.hear(change, also)
            then()

        def failed(error: Exception) -> None:
            after()
            self.hear_refusal(error)

        self.writer.write(job, done, failed)

    def hear(self, change: Change | None, also: str = "") -> None:
        """Acknowledge a durable change and show what it changed."""
        also = f" · {also}" if also else ""
        if change is None:
            self.say(f"nothing to change: it was so already{also}")
            return
        try:
            self.news.show(change)
            self.say(f"{self.news.named(change)}{also}", "done")
        except CaseError as error:
            self.say(f"{change.label}; but {error}", "problem")
        self.news.acknowledged(change)
        if self.note.unsaved and not self.case.trouble:
            self.note.settle_all()  # what refused them is over

    def hear_refusal(self, error: Exception) -> None:
        """Say why the case refused a change."""
        self.say(f"not saved: {error}" if isinstance(error, OSError) else str(error), "problem")
        self.news.refused()

    def say(self, words: str, tone: Tone = "said") -> None:
        """Put a sentence on the status line."""
        self.status = Status(words, tone)
        self.tell(Part.STATUS)

    def refuses_notes(self) -> bool:
        """Say so where no note can be written: there is no article, or the case is read-only."""
        if self.case.read_only:
            self.say("the case is open for reading only; no note can be written", "problem")
            return True
        if self.note.unread:
            self.say(self.note.unread, "problem")
            return True
        return not self.has_article()

    def flush(self, timeout_s: float | None = None) -> None:
        """Make everything typed and pressed durable before the desk is left."""
        self.note.settle_all()
        self.writer.drain(timeout_s)

    def _greeting(self) -> Status:
        """What is said before the first key: why nothing can be changed, notes from a crash."""
        if self.case.hindrance:
            return Status(f"open for reading: {self.case.hindrance}", "problem")
        return Status(self.drafts.greeting(), "done" if self.case.recovered else "said")

    def _reread(self) -> None:
        marks = self.case.marks(self.cursor)
        self.tags.given = frozenset(marks.tags)
        self.reading = (
            self.links.told(present.reading(self._article, self.facts.findings, marks))
            if self._article
            else NOTHING_READ
        )

    def has_article(self) -> bool:
        """Whether there is an article under the cursor; says so where there is none."""
        if not self.cursor:
            self.say("the case has no articles yet; casedesk import PATH adds some", "problem")
        return bool(self.cursor)
