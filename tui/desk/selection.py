"""Words of a text being chosen by their two edges; one of these moves at a time."""

import re
from typing import Literal, TypeAlias

from msgspec import Struct, structs

Edge: TypeAlias = Literal["start", "end"]

_WORD = re.compile(r"[^\s(\[{“”\"‘'«,.;:!?)\]}»][^\s]*?(?=[,.;:!?)\]}”\"’'»]*(?:\s|$))")
"""A word without the quotes, brackets and stops around it."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_NEAR = 5_000
"""Characters on either side in which the next word or sentence is looked for."""
_SHOWN = 20
"""Characters of the words that the status line shows from either end."""
_LONG = 500
"""Characters from which words are no longer looked at whole for the status line."""


class Selection(Struct, frozen=True):
    """Some words of a text, at least one character."""

    start: int
    end: int
    edge: Edge = "end"
    """The edge that moves."""
    is_carried: bool = False
    """Whether the words are still to be found: while the first edge moves, one word goes along."""

    def bracketed(self, text: str) -> str:
        """The words for the status line, with a sign at the edge that moves."""
        words = text[self.start : self.end]
        if len(words) > _LONG:
            words = f"{words[:_SHOWN]} {words[-_SHOWN:]}"
        words = " ".join(words.split())
        if len(words) > 2 * _SHOWN:
            first, last = words[:_SHOWN], words[-_SHOWN:]
            words = f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"
        return f"▸[{words}]" if self.edge == "start" else f"[{words}]◂"

    def other_edge(self) -> "Selection":
        """The same words; the other edge moves."""
        return structs.replace(
            self, edge="end" if self.edge == "start" else "start", is_carried=False
        )

    def moved_to(self, text: str, place: int) -> "Selection":
        """The edge at another place, never past the other one."""
        if self.edge == "start" and self.is_carried:
            place = max(0, min(place, len(text) - 1))
            word = _WORD.match(text, place)
            return structs.replace(self, start=place, end=word.end() if word else place + 1)
        if self.edge == "start":
            return structs.replace(self, start=max(0, min(place, self.end - 1)))
        return structs.replace(self, end=max(self.start + 1, min(place, len(text))))

    @property
    def at(self) -> int:
        """Where the edge is that moves."""
        return self.start if self.edge == "start" else self.end

    def by_characters(self, text: str, by: int) -> "Selection":
        """The edge some characters further on, or back."""
        return self.moved_to(text, self.at + by)

    def by_words(self, text: str, by: int) -> "Selection":
        """The edge at the next word, or at the one before; at the end of a word if it ends."""
        first, last = max(0, self.at - _NEAR), min(len(text), self.at + _NEAR)
        words = list(_WORD.finditer(text, first, last))
        edges = [word.start() if self.edge == "start" else word.end() for word in words]
        return self._to_next(text, edges, by)

    def by_sentences(self, text: str, by: int) -> "Selection":
        """The edge at the next sentence, or at the one before."""
        first, last = max(0, self.at - _NEAR), min(len(text), self.at + _NEAR)
        gaps = list(_SENTENCE.finditer(text, first, last))
        edges = [gap.end() if self.edge == "start" else gap.start() for gap in gaps]
        ends = [0] if not first else []
        return self._to_next(text, [*ends, *edges, *([] if last < len(text) else [last])], by)

    def _to_next(self, text: str, edges: list[int], by: int) -> "Selection":
        """To the next edge there is, if that is on its own side of the other one."""
        if not self.is_carried:
            is_start = self.edge == "start"
            edges = [e for e in edges if (e < self.end if is_start else e > self.start)]
        if by > 0:
            return self.moved_to(text, min((e for e in edges if e > self.at), default=self.at))
        return self.moved_to(text, max((e for e in edges if e < self.at), default=self.at))


def word_from(text: str, place: int) -> Selection:
    """The first word that ends after a place, to be carried to where the words begin."""
    words = _WORD.finditer(text, max(0, place - _NEAR))
    found = next((word for word in words if word.end() > place), None)
    if found is None:
        start = max(0, min(place, len(text) - 1))
        return Selection(start, start + 1, "start", is_carried=True)
    return Selection(found.start(), found.end(), "start", is_carried=True)
