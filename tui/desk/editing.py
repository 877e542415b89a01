"""Correcting facts, and adding those that the rules missed: words of the text, and a value."""

from typing import TYPE_CHECKING

from facts.model import AnyValue, fact_key
from store import Finding
from tui import wording
from tui.desk import labels, verdicts
from tui.desk.part import Part
from tui.desk.said_words import SaidWords
from tui.desk.selection import Selection, word_from
from tui.keymaps.named import key
from tui.views import Selected

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Editing:
    """The words that are being chosen, for a fact there is or a new one, and what they say."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.said = SaidWords(desk)
        """What the rules read in words."""
        self._article = 0
        self._fact: Finding | None = None
        self._place = 0
        self._was = (0, 0)
        self._offered: AnyValue | None = None
        self._kind = ""
        self.selection: Selection | None = None
        """The words, None while none are being chosen."""

    @property
    def is_adding(self) -> bool:
        """Whether the words are for a fact that is not there yet."""
        return self._fact is None

    @property
    def shown(self) -> Selected | None:
        """The words as the text pane lights them."""
        one = self.selection
        return Selected(one.start, one.end, one.edge) if one else None

    # -- beginning and leaving

    def edit(self) -> bool:
        """Begin to correct the fact under the cursor; False where there is none."""
        fact = self._desk.facts.chosen()
        if fact is None or self._refuses():
            return False
        self._fact, self._kind = fact, fact.kind
        self._begin(self._at_place(0))
        return True

    def _at_place(self, place: int) -> Selection:
        """The words of the fact in one of its places."""
        mentions = self._fact.mentions if self._fact else ()
        self._place = place % len(mentions)
        one = mentions[self._place]
        self._was = (one.start, one.end)
        return Selection(*self._was)

    def add(self, place: int, end: int | None = None) -> bool:
        """Begin to choose the words of a new fact, from a place on or with these words."""
        self._desk.load()
        if not self._desk.has_article() or self._refuses():
            return False
        if not self._desk.text:
            self._desk.say("the article has no text", "problem")
            return False
        self._fact, self._kind = None, ""
        self._begin(Selection(place, end) if end else word_from(self._desk.text, self._told(place)))
        return True

    def _told(self, place: int) -> int:
        """The place, or the first behind it that is not boilerplate."""
        for start, end in self._desk.reading.dimmed:
            place = end if start <= place < end < len(self._desk.text) else place
        return place

    def leave(self) -> None:
        """Choose no words any more; nothing is changed."""
        self.selection = self._fact = None
        self._desk.tell(Part.SELECTION)

    def _begin(self, selection: Selection) -> None:
        self._article = self._desk.cursor
        self._move(selection)
        self.said.fetch(self._kind, selection.start, selection.end, self.read_now)

    def read_now(self) -> None:
        """The rules are there: say what the words say that were chosen meanwhile."""
        if self.selection and self._has_moved():
            self._move(self.selection)

    def _refuses(self) -> bool:
        if self._desk.case.read_only:
            self._desk.say("the case is open for reading only; no fact can be changed", "problem")
        return self._desk.case.read_only

    # -- moving an edge

    def other_edge(self) -> None:
        """Move the other edge from now on."""
        if self.selection:
            self._move(self.selection.other_edge())

    def by_characters(self, by: int) -> None:
        """Move the edge by characters."""
        if self.selection:
            self._move(self.selection.by_characters(self._desk.text, by))

    def by_words(self, by: int) -> None:
        """Move the edge by words."""
        if self.selection:
            self._move(self.selection.by_words(self._desk.text, by))

    def by_sentences(self, by: int) -> None:
        """Move the edge by sentences."""
        if self.selection:
            self._move(self.selection.by_sentences(self._desk.text, by))

    def to_place(self, place: int) -> None:
        """Move the edge to a place of the text."""
        if self.selection:
            text = self._desk.text
            is_carried = self.selection.is_carried
            self._move(
                word_from(text, place) if is_carried else self.selection.moved_to(text, place)
            )

    def _move(self, selection: Selection) -> None:
        """Show the words and what the rules read in them."""
        if not self._is_here():
            return
        self.selection = selection
        is_read = self._has_moved() and self.said.is_ready
        self._offered = self._read() if is_read else None
        self._desk.say(f"{selection.bracketed(self._desk.text)} {self._what_it_says()}")
        self._desk.tell(Part.SELECTION)

    def to_next_place(self, by: int) -> None:
        """Go to another place in which the text says the fact."""
        if self._fact is None:
            take = key("span.take")
            self._desk.say(f"these words are no fact yet; {take} says what they are", "problem")
        elif len(self._fact.mentions) == 1:
            self._desk.say("the fact stands in this place alone", "problem")
        elif self._has_moved():
            leave = key("span.leave")
            self._desk.say(
                f"{key('span.take')} takes these words, {leave} leaves them; then the next place",
                "problem",
            )
        else:
            self._move(self._at_place(self._place + by))

    def _is_here(self) -> bool:
        """Whether the article is still open; a colleague may have taken its import back."""
        is_here = self._desk.cursor == self._article
        if not is_here:
            self.leave()
            self._desk.say("another article is open now", "problem")
        return is_here

    def _what_it_says(self) -> str:
        if self._fact is None:
            return ""
        if self._offered is not None:
            return f"says {wording.words(self._offered)}"
        if self._has_moved() and not self.said.is_ready:
            return "…"
        says = wording.as_it_stands(self._fact.value, self._fact.corrected)
        if self._has_moved():
            return f"stays {says}"
        count = len(self._fact.mentions)
        where = f" · place {self._place + 1} of {count}, {key('span.next_place')} the next"
        return f"says {says}{where if count > 1 else ''}"

    def _has_moved(self) -> bool:
        one = self.selection
        return self._fact is not None and one is not None and (one.start, one.end) != self._was

    # -- what the words say

    def propose(self, kind: str) -> None:
        """Take the words for a fact of this kind; the rules say what it may say."""
        self._kind = kind
        self._offered = self._read()

    @property
    def label(self) -> str:
        """What is asked for: the kind of the value."""
        return wording.KINDS[self._kind]

    @property
    def value_words(self) -> str:
        """The value as it may be typed: as it stands, or as the words are read."""
        if self._offered is not None:
            return labels.value_words(self._offered, is_corrected=self._fact is None)
        if self._fact is not None:
            return labels.value_words(self._fact.value, is_corrected=self._fact.corrected)
        one = self.selection
        return " ".join(self._desk.text[one.start : one.end].split()) if one else ""

    def _read(self) -> AnyValue | None:
        """What the rules read in the words, in their sentence; a correction is not read over."""
        one, fact = self.selection, self._fact
        if one is None or not self._kind or (fact and fact.corrected):
            return None
        return self.said.in_place(self._kind, one.start, one.end, fact.value if fact else None)

    # -- taking

    def take(self) -> None:
        """Take the words, and what they are read as, for the fact."""
        fact, one = self._fact, self.selection
        if fact is None or one is None or not self._is_here():
            return
        if not self._has_moved():
            self._desk.say("the words stay as they were")
            self.leave()
        else:
            self._correct(fact, one, self._offered if self._offered else fact.value)

    def take_value(self, words: str) -> str:
        """Take a value as it was typed, with the words; returns what is wrong, "" if nothing is."""
        from facts.said import UnclearError

        fact, one = self._fact, self.selection
        if one is None or not self._is_here():
            return ""
        if fact and not words.strip():
            return self._give_back(fact)
        like = self._offered or (fact.value if fact else None)
        try:
            if like is not None and words == self.value_words:
                value = like
            else:
                value = self.said.alone(self._kind, words, like)
        except UnclearError as error:
            return str(error)
        if fact:
            self._correct(fact, one, value)
        else:
            self._add(one, value)
        return ""

    def _correct(self, fact: Finding, one: Selection, value: AnyValue) -> None:
        desk, article = self._desk, self._article
        value = fact.value if fact_key(value) == fact_key(fact.value) else value
        judgement = verdicts.corrected(fact, value, self._was, (one.start, one.end))
        label = labels.corrected(fact, value, words_moved=desk.text[one.start : one.end])
        self.leave()
        desk.change(lambda: desk.case.judge(article, {fact.key: judgement}, label))

    def _give_back(self, fact: Finding) -> str:
        """An empty value gives the fact back to the rules."""
        desk, article = self._desk, self._article
        if not fact.is_found:
            away = f"{key('fact.reject')} takes it away"
            return f"the rules do not find it: without a value it says nothing; {away}"
        self.leave()
        label = f"gave back {labels.value_words(fact.fact.value, is_corrected=False)}"
        desk.change(lambda: desk.case.judge(article, {fact.key: verdicts.GIVEN_BACK}, label))
        return ""

    def _add(self, one: Selection, value: AnyValue) -> None:
        desk, article, label = self._desk, self._article, labels.added(value)
        self.leave()
        desk.change(
            lambda: desk.case.adding.add(article, one.start, one.end, value, label),
            then=desk.facts.if_here(lambda: desk.facts.go_to_words(one.start, one.end)),
        )
