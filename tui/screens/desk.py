"""The desk on the screen: four panes, the status line, the tags and the keys."""

from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var

from tui.commands.command import Context, Need
from tui.desk import Desk, Part
from tui.desk.at_hand import is_at_hand
from tui.desk.copying import words_to_copy
from tui.driver.terminal import DeskDriver
from tui.keymap import Keymap, Node
from tui.panes.articles import ArticleList
from tui.panes.facts import FactsPane
from tui.panes.note import NotePane
from tui.panes.text import TextPane
from tui.roles import EDGES
from tui.screens.first_keys import FirstKeys
from tui.screens.following import offered
from tui.screens.hearing import Hearing
from tui.themes import Look
from tui.views import NOTHING_OFFERED, Offers
from tui.widgets.first_card import FirstCard
from tui.widgets.foot import Foot
from tui.widgets.offers import OffersList
from tui.widgets.status import StatusLine
from tui.widgets.too_small import TooSmall


class DeskScreen(FirstKeys, Hearing):
    """Where the case is worked."""

    class Opened(Message):
        """Everything is in its place: keys can be taken."""

    pane: var[str] = var("list")
    is_alone: var[bool] = var(False)
    offers: var[Offers] = var(NOTHING_OFFERED)

    def __init__(self, desk: Desk, keymap: Keymap, look: Look, tick_s: float) -> None:
        super().__init__(keymap, look)
        self.set_class(not EDGES[look.name], "colourless")
        self.desk = desk
        self._tick_s = tick_s
        """How often a colleague's changes are looked for."""
        self.hear(~Part.NOTE)

    def compose(self) -> ComposeResult:
        """The panes, and the lines under them."""
        own = DeskScreen
        yield ArticleList(self.desk.lists.window, id="list").data_bind(
            own.cursor,
            own.is_held,
            own.count,
            own.hidden,
            own.left,
            own.order,
            own.marked,
            own.version,
            look=own.shown_look,
        )
        yield TextPane(id="text").data_bind(
            own.reading,
            own.lights,
            own.fact,
            own.found,
            own.found_at,
            own.lit,
            own.selected,
            look=own.shown_look,
        )
        yield FactsPane(id="facts").data_bind(
            own.facts, own.fact, own.reading, own.is_alone, look=own.shown_look
        )
        yield NotePane(id="note").data_bind(
            own.broken, of=own.noting, state=own.saving, look=own.shown_look
        )
        yield StatusLine(id="status").data_bind(
            own.status, own.aside, own.prompt, look=own.shown_look
        )
        yield Foot(id="foot").data_bind(
            own.slots, own.keys, own.following, own.problem, own.offered, look=own.shown_look
        )
        yield OffersList(id="offers").data_bind(own.offers, look=own.shown_look)
        yield FirstCard(id="first").data_bind(choices=own.first, look=own.shown_look)
        yield TooSmall(id="small").data_bind(look=own.shown_look)

    def on_mount(self) -> None:
        """Read the first article and begin to watch for what time brings."""
        self.lay_out(self.app.size)
        self.desk.load()
        self.show_note()
        self.greet()
        self.set_interval(self._tick_s, self.desk.tick)
        self.post_message(self.Opened())

    # -- keys

    @property
    def context(self) -> Context:
        """The prompt while a line is typed, else the pane that the keys are in, if it is seen."""
        if self.asking:
            return "prompt"
        if self.linkable and self.pane == "note":
            return "linking"
        if self.is_small and self.pane != "note":
            return "small"
        return self.selecting or cast("Context", self.pane)

    @property
    def is_small(self) -> bool:
        """Whether the terminal has no room for the desk: what cannot be seen is not decided."""
        return not self.arranged[1]

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here."""
        return self.context in ("prompt", "note", "linking")

    async def type_key(self, event: events.Key) -> None:
        """Type into the prompt or the note."""
        if self.asking:
            await super().type_key(event)
            return
        await self.area.take(event)
        self.desk.typed(self.area.text)
        self.offer_links()
        self.show_keys()

    def put(self, text: str) -> None:
        """Paste into the prompt or the note."""
        if self.asking or self.pane != "note":
            super().put(text)
            return
        self.area.put(text)
        self.desk.typed(self.area.text)
        self.offer_links()

    def complain(self, words: str) -> None:
        """Say why a key did nothing, where it can be seen."""
        if self.context != "small":
            self.desk.say(words, "problem")

    def show_following(self, node: Node | None) -> None:
        """Show the keys that may follow a prefix, or that there is none any more."""
        self.show_before(node)
        self.offers, self.following = offered(self.desk, self.pressed, node)
        self.place_offers()

    def has(self, need: Need) -> bool:
        """Whether what a key needs is at hand: in the line, the note or on the desk."""
        if need == "link":
            return self.linked is not None
        return super().has(need) and is_at_hand(self.desk, need)

    # -- the terminal

    def copy(self) -> None:
        """Put the words of the fact, or the article's title and path, into the clipboard."""
        if words := words_to_copy(self.desk, self.pane):
            self.app.copy_to_clipboard(words)
        else:
            self.complain("there is nothing to copy")

    def paint_again(self) -> None:
        """Send all of the screen, whatever the terminal is thought to show."""
        driver = self.app._driver  # Textual has no other name for it
        if isinstance(driver, DeskDriver):
            driver.forget()
        self.refresh()

    # -- places

    def watch_pane(self) -> None:
        """Show which pane the keys are in, and which keys they are."""
        if self.is_mounted:
            self.lay_out(self.size)
            self.show_keys()
