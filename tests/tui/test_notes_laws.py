"""Two desks in one note, whatever they do and whenever they hear of it: no word is lost."""

import shutil
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from store import About, open_case
from tests.laws import tried
from tests.tui.sitting import Sitting

NOTE = About("article", 1)
ACTS = st.tuples(
    st.sampled_from((0, 1)),
    st.sampled_from(("above", "below", "amend", "between", "settle", "hear", "tick", "reopen")),
)


class Hand:
    """One analyst, who only ever adds words."""

    def __init__(self, sitting: Sitting, name: str) -> None:
        self.sitting, self.name = sitting, name
        self.words: list[str] = []
        self._numbers = count()

    def act(self, act: str) -> None:
        sitting = self.sitting
        if act == "settle":
            sitting.desk.note.settle()
        elif act == "hear":
            sitting.settle()
        elif act == "tick":
            sitting.desk.tick()
        elif act == "reopen":
            sitting.desk.note.turn_to(About("article", 2))
            sitting.desk.note.turn_to(NOTE)
        else:
            self._type(act)

    def _type(self, where: str) -> None:
        word = f"{self.name}{next(self._numbers)}"
        lines = self.sitting.desk.note.text.split("\n")
        mine = [n for n, line in enumerate(lines) if line.startswith(self.name)]
        if where == "amend" and mine:
            lines[mine[-1]] += f" {word}"
        else:
            lines.insert({"above": 0, "between": len(lines) // 2}.get(where, len(lines)), word)
        self.words.append(word)
        self.sitting.desk.typed("\n".join(lines))

    def rest(self) -> None:
        self.sitting.desk.note.settle()
        self.sitting.settle()
        self.sitting.desk.tick()


@tried(25)
@given(st.lists(ACTS, max_size=14))
def test_no_word_of_two_hands_is_lost_and_both_see_the_same(
    seed_case: Path, acts: list[tuple[int, str]]
) -> None:
    with TemporaryDirectory() as folder:
        path = shutil.copy(seed_case, Path(folder, "law.case"))
        with open_case(path, user="ana") as one, open_case(path, user="bea") as other:
            hands = [Hand(Sitting(one), "a"), Hand(Sitting(other), "b")]
            for who, act in acts:
                hands[who].act(act)
            for hand in (*hands, *hands):
                hand.rest()
            note = one.notes.text(NOTE)
            for hand in hands:
                assert hand.sitting.desk.note.text == note
                assert set(hand.words) <= set(note.split())
                hand.sitting.writer.close()
