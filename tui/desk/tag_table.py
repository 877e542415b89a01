"""All tags at the desk: how much of the case has each, renamed, merged, pinned to digits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.errors import CaseError
from store.tags import catalogue
from store.work.becoming import Preview
from store.work.digits import moved
from store.work.tagging import CaseTag
from tui.desk.part import Part
from tui.desk.strip import Strip
from tui.desk.watched import Watched
from tui.views import TagLine

if TYPE_CHECKING:
    from store import Change
    from tui.desk.desk import Desk


_MANY = 500
"""From so many articles on it is told how far a change has come; fewer are done at once."""


def outcome(preview: Preview, new: str) -> str:
    """What articles and incidents have once a tag is called something else, or what has it now."""
    some, _, both = preview.words().partition("; ")
    count = preview.articles + preview.incidents
    if not count:
        return f"nothing has it; {new} is its name from then on" if new else "nothing has it"
    if not new:
        return f"{some} {'has' if count == 1 else 'have'} it"
    return "; ".join(filter(None, (f"{some} will have {new}", both)))


class TagTable(Watched):
    """The tags of the case while somebody looks at them; they are counted beside the keys."""

    def __init__(self, desk: "Desk", strip: Strip) -> None:
        super().__init__(desk)
        self._strip = strip
        self._became: dict[str, str] = {}
        self.tags: list[CaseTag] = []
        """The tags as they were counted last."""
        self.index = 0
        """Where the cursor stands among them."""

    def _count(self) -> None:
        self._ask(self._desk.case.tags.all, self._take)

    def _take(self, tags: list[CaseTag]) -> None:
        """The cursor stays on its tag, also where that is called something else by now."""
        here, before = self.chosen.id if self.tags else "", self._became
        self.tags, self._became = tags, self._desk.case.tags.became()
        was = next((old for old, new in before.items() if new == here), "")
        names = [self._became.get(here, ""), here, was]
        places = {tag.id: place for place, tag in enumerate(tags)}
        place = next((places[name] for name in names if name in places), self.index)
        self.index = max(0, min(place, len(tags) - 1))

    # -- looking

    @property
    def chosen(self) -> CaseTag:
        """The tag under the cursor."""
        return self.tags[self.index]

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, at most to the ends."""
        self.index = max(0, min(self.index + by, len(self.tags) - 1))
        self._tell()

    def window(self, first: int, count: int) -> list[TagLine]:
        """The rows of a window of the table."""
        return [self._line(tag) for tag in self.tags[max(first, 0) : max(first + count, 0)]]

    def about(self) -> str:
        """How many of the tags are in use."""
        used = sum(1 for tag in self.tags if tag.articles or tag.incidents)
        return f"{used} in use"

    def _line(self, tag: CaseTag) -> TagLine:
        table, tags = catalogue(), [self._became.get(one, one) for one in self._strip.tags]
        known = table.by_id.get(tag.id)
        digit = str(tags.index(tag.id) + 1) if tag.id in tags else ""
        is_pinned = bool(digit) and self._strip.tags[int(digit) - 1] in self._strip.pinned
        return TagLine(
            table.keys(tag.id), digit, is_pinned, tag.id, tag.title,
            tag.articles, tag.incidents, known.iccs if known else "", table.machine_tag(tag.id),
        )  # fmt: skip

    # -- doing

    def limit(self) -> bool:
        """Limit the list to the articles with the tag; False, and said why, where none has it."""
        wrong = self._desk.lists.limit(f"tag:{self.chosen.id}")
        if wrong:
            self._desk.say(wrong, "problem")
        return not wrong

    def pin(self, digit: int, tag: str) -> None:
        """Pin a tag to a digit, or let it go where it is pinned there already."""
        became = self._desk.case.tags.became()
        strip = self._strip
        strip.follow(became)
        was, was_pinned = tuple(strip.tags), frozenset(strip.pinned)
        strip.pin(digit, became.get(tag, tag))
        told = moved(was, was_pinned, strip.tags, strip.pinned)

        def heard(change: "Change | None") -> None:
            self._desk.hear(change)
            self._desk.say(told, "done")  # what is kept for next time may be others

        self.keep_digits(heard)
        self._desk.tell(Part.TAGS)

    def keep_digits(self, heard: "Callable[[Change | None], None] | None" = None) -> None:
        """Keep what the digits stand for next time; nothing is said unless it was asked for."""
        tags, pinned, desk = list(self._strip.kept), set(self._strip.pinned), self._desk
        desk.writer.write(
            lambda: desk.case.tags.keep_digits(tags, pinned),
            heard or (lambda _: desk.tell(Part.PAST)),
            desk.hear_refusal,
        )

    def rename(self, old: str, new: str) -> str:
        """Give a tag another id wherever it is; what is wrong with that, "" if nothing is."""
        tags = self._desk.case.tags
        try:
            tags.check_rename(old, new)
        except CaseError as error:
            return str(error)
        self._change(f"renaming {old}", lambda told: tags.rename(old, new, told))
        return ""

    def merge(self, old: str, new: str) -> str:
        """Let a tag become another; what is wrong with that, "" if nothing is."""
        tags = self._desk.case.tags
        try:
            into = tags.check_merge(old, new)
        except CaseError as error:
            return str(error)
        self._change(f"merging {old} into {into}", lambda told: tags.merge(old, into, told))
        return ""

    def preview(self, old: str, new: str, hear: Callable[[Preview], None]) -> None:
        """Tell `hear` what would change, beside the keys."""
        tags = self._desk.case.tags
        self._desk.reader.write(lambda: tags.preview(old, new), hear, self._desk.hear_refusal)

    def _change(
        self, words: str, job: "Callable[[Callable[[int, int], None]], Change | None]"
    ) -> None:
        """Queue a change of many articles, and say how far it has come."""
        desk = self._desk

        def told(done: int, of: int) -> None:
            if of < _MANY:
                return
            far = f"{done:,} of {of:,} articles …" if done < of else f"writing {of:,} articles …"
            desk.writer.deliver(lambda: desk.say(f"{words}: {far}"))

        desk.change(lambda: job(told), then=self.look_again)
