"""Words of the text being chosen on the screen: for a fact there is, or for one to be added."""

from asyncio import wrap_future

from tui.commands.command import Context
from tui.desk import Part
from tui.panes.text import TextPane
from tui.screens.placed import Placed
from tui.screens.prompting import Prompting
from tui.views import Selected
from tui.widgets.buffer import Buffer
from tui.widgets.foot import Following
from tui.widgets.keys import keys_in


class Selecting(Placed):
    """The verbs of the desk's screen that choose words and say what they mean."""

    selected: Selected | None
    _asks_kind: bool = False
    _chosen_from: str = ""
    """The pane to go back to, "" while no words are being chosen."""

    @property
    def selecting(self) -> Context | None:
        """Where the keys are while words are being chosen, None while they are not."""
        if self.desk.editing.selection is None:
            return None
        return "kind" if self._asks_kind else "span"

    def edit_fact(self) -> None:
        """Choose the words of the fact under the cursor anew."""
        if self.desk.editing.edit():
            self._turn_to_text()

    def add_fact(self) -> None:
        """Choose the words of a new fact, from those that were looked for or the top of the text.

        The words that were looked for are chosen already; only their end is left to move.
        """
        desk, text = self.desk, self.query_one(TextPane)
        desk.load()
        if desk.find.at is None:
            is_begun = desk.editing.add(text.first_in_view)
        else:
            is_begun = desk.editing.add(*desk.find.spans[desk.find.at])
        if is_begun:
            self._turn_to_text()

    def _turn_to_text(self) -> None:
        self._asks_kind = False
        self._chosen_from = self.pane
        if not self.query_one(TextPane).display:
            self.pane = "text"
        self.desk.tell(Part.SELECTION)

    def select_line_down(self) -> None:
        """Move the edge to the line below."""
        self._select_line(1)

    def select_line_up(self) -> None:
        """Move the edge to the line above."""
        self._select_line(-1)

    def _select_line(self, by: int) -> None:
        one = self.desk.editing.selection
        if one:
            self.desk.editing.to_place(self.query_one(TextPane).place_beside(one.at, by))

    async def take_words(self) -> None:
        """Take the words for the fact, or ask which kind of fact they are."""
        if self.desk.editing.is_adding:
            self._ask_kind()
        else:
            await self._read_words()
            self.desk.editing.take()

    def _ask_kind(self) -> None:
        self._asks_kind = True
        self.following = Following("say:", keys_in("kind", self.keymap).wanted)
        self.show_keys()

    async def _read_words(self) -> None:
        """Wait for the rules where hands were faster: the next keys wait too, the screen not."""
        loading = self.desk.editing.said.waited_for()
        if loading is not None:
            await wrap_future(loading)
            self.desk.editing.read_now()

    async def take_kind(self, kind: str) -> None:
        """Ask for the value of a new fact, with what the rules read in its words."""
        self.following = None
        await self._read_words()
        self.desk.editing.propose(kind)
        self._ask_value()

    def leave_prompt(self) -> None:
        """Leave the question; the words are still chosen, and so is what they may say."""
        super().leave_prompt()
        if self._asks_kind:
            self._ask_kind()

    async def ask_value(self) -> None:
        """Ask for the value of the fact, as it stands or as its words are read."""
        if self.desk.editing.is_adding:
            self._ask_kind()
        else:
            await self._read_words()
            self._ask_value()

    def _ask_value(self) -> None:
        editing = self.desk.editing
        self.ask(Prompting(editing.label, editing.take_value, Buffer(editing.value_words)))

    def leave_words(self) -> None:
        """Leave the words as they were; from the kinds go back to the words."""
        if self._asks_kind:
            self._asks_kind, self.following = False, None
            self.show_keys()
        else:
            self.desk.editing.leave()
            self.desk.say("left as it was")

    def follow_words(self) -> None:
        """Show the words as they are now; once they are taken or left, go back."""
        self.selected = self.desk.editing.shown
        if self.selected:
            one = self.selected
            self.query_one(TextPane).scroll_to_place(one.start if one.edge == "start" else one.end)
        elif self._chosen_from:
            self.pane, self._chosen_from, self._asks_kind = self._chosen_from, "", False
        self.show_keys()
