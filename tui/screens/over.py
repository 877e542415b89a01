"""A screen over the desk that speaks with it: hears changes, asks for lines, offers incidents."""

from collections.abc import Callable
from typing import ClassVar, Protocol

from textual import events
from textual.reactive import var
from textual.widget import Widget

from store import About
from tui.desk import Desk, Part
from tui.desk.incidents import NOTHING_OFFERED
from tui.keymap import Keymap, Node
from tui.screens.help import HelpScreen
from tui.screens.prompting import Prompting
from tui.screens.tagging import Tagging
from tui.themes import Look
from tui.views import Offers, Slot, Status
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice, Keys
from tui.widgets.keys import following, keys_in
from tui.widgets.status import Prompt


class Home(Protocol):
    """What the desk's own screen does for those over it."""

    def write_about(self, about: About, after: Callable[[], object] | None = None) -> None:
        """Write the note of something; `after` is done when it is left."""

    def put_link_to_incident(self, number: int) -> None:
        """Put a link to an incident into the note of the article."""

    def show_incident(self, number: int) -> None:
        """Open the screen of an incident."""

    def show_fact(self, article: int, key: str) -> None:
        """Go to the words of a fact."""


class OverDesk(Tagging):
    """What the screens of incidents share."""

    CSS_PATH: ClassVar[None] = None

    shown_look: var[Look | None] = var(None)
    status: var[Status] = var(Status())
    prompt: var[Prompt | None] = var(None)
    problem: var[str] = var("")
    keys: var[Keys] = var(Keys())
    following: var[Following | None] = var(None)
    offers: var[Offers] = var(NOTHING_OFFERED)
    offered: var[tuple[str, ...]] = var(())
    slots: var[tuple[Slot, ...]] = var(())

    def __init__(self, keymap: Keymap, look: Look, desk: Desk, home: Home) -> None:
        super().__init__(keymap, look)
        self.desk = desk
        self.home = home
        self.asking: Prompting | None = None
        self._tell_desk = desk.tell
        desk.tell = self._hear
        self._was_in_view = desk.incidents.in_view
        self.shown_look = look
        self.status = desk.status

    def read(self) -> None:
        """Read from the case what is shown."""
        raise NotImplementedError

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here."""
        return self.asking is not None

    # -- hearing

    def _hear(self, parts: Part) -> None:
        self._tell_desk(parts)
        if Part.STATUS in parts:
            self.status = self.desk.status
        is_seen = self.is_running and self.app.screen is self  # what is under another waits
        if is_seen and parts & (Part.INCIDENTS | Part.ROWS | Part.TAGS | Part.LIST):
            self.read()

    def on_screen_resume(self) -> None:
        """Take up what was changed while another screen was over this one."""
        self.read()

    def complain(self, words: str) -> None:
        """Say why a key did nothing."""
        self.desk.say(words, "problem")

    # -- offers

    def show_following(self, node: Node | None) -> None:
        """Show the keys that may follow a prefix, and the incidents that its digits choose from."""
        self.offers, self.following = offered(self.desk, self.pressed, node)

    # -- prompts

    def ask(self, asking: Prompting | None) -> None:
        """Ask for a line, or stop asking."""
        self.asking = asking
        self.show_prompt()

    def complete_prompt(self) -> None:
        """Go on with the word being typed, where it is known how."""
        if self.asking:
            self.asking.complete()
            self.show_prompt()

    def take_prompt(self) -> None:
        """Take the answer; where something is wrong with it, it stays and says so."""
        asked = self.asking
        if asked is None or not asked.answer():
            self.show_prompt()
        elif self.asking is asked:
            self.ask(None)

    def leave_prompt(self) -> None:
        """Leave the question unanswered."""
        self.ask(None)

    async def type_key(self, event: events.Key) -> None:
        """Type into the line."""
        if self.asking:
            self.asking.type(event.key, event.character)
            self.show_prompt()

    def put(self, text: str) -> None:
        """Paste into the line."""
        if self.asking:
            self.asking.buffer.insert(text)
            self.show_prompt()
        else:
            super().put(text)

    def show_prompt(self) -> None:
        """Show the line as it is typed, and the keys for it."""
        self.prompt = self.asking.shown() if self.asking else None
        self.problem = self.asking.problem if self.asking else ""
        self.offered = self.asking.offered if self.asking else ()
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work here."""
        self.keys = keys_in(self.context, self.keymap)

    # -- leaving

    def help(self) -> None:
        """Show the keys that work here."""
        self.app.push_screen(HelpScreen(self.keymap, self.look, self.context))

    def leave(self) -> None:
        """Back to where the analyst was."""
        self.desk.tell = self._tell_desk
        self.desk.incidents.look_at(self._was_in_view)
        self.dismiss()

    def leave_for_desk(self) -> None:
        """Back to the desk, past the screens this one was opened from."""
        app = self.app
        while isinstance(screen := app.screen, OverDesk):
            screen.leave()
        self.desk.incidents.look_at(0)


def offered(
    desk: Desk, pressed: tuple[str, ...], node: Node | None
) -> tuple[Offers, Following | None]:
    """The incidents that the digits after a prefix choose from, and the keys that may follow."""
    if node is None:
        return NOTHING_OFFERED, None
    does = {after.command.does for after in node.following.values() if after.command}
    if "desk.incidents.link" in does:
        offers = desk.incidents.offer_links()
    elif "desk.incidents.merge" in does:
        offers = desk.incidents.offer_merges()
    elif "desk.tags.pin" in does:
        return NOTHING_OFFERED, _digits(desk, pressed)
    else:
        return NOTHING_OFFERED, following(pressed, node)
    last = len(offers.choices)
    digits = [Choice("1" if last == 1 else f"1-{last}", "that incident")] if last else []
    others = [
        Choice(key, after.title) for key, after in node.following.items() if after.title != key
    ]
    return offers, Following(f"{' '.join(pressed)} {node.title}:", (*digits, *others))


def _digits(desk: Desk, pressed: tuple[str, ...]) -> Following:
    """What stands under each digit, for the tag that is to be pinned to one."""
    what = f"pin {desk.tags.to_pin} to" if desk.tags.to_pin else "pin"
    choices = tuple(Choice(slot.digit, slot.title) for slot in desk.tags.slots())
    return Following(f"{' '.join(pressed)} {what}:", choices)


def put_offers(widget: Widget, offers: Offers, wanted: int) -> None:
    """Show the offers in as many rows as they take, or not at all."""
    widget.display = bool(offers.title)
    widget.styles.height = wanted
