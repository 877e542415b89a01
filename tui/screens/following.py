"""What may follow a prefix: its keys, and the incidents or digits that they choose from."""

from typing import Final

from store import CaseError
from tui.desk import Desk
from tui.desk.at_hand import is_at_hand
from tui.desk.suggested import Verb
from tui.keymap import Node
from tui.views import NOTHING_OFFERED, Offers
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice
from tui.widgets.keys import following

_CHOOSING: Final[dict[str, Verb]] = {
    "desk.incidents.link": "link",
    "desk.incidents.merge": "merge",
    "desk.wholes.put_under": "part",
}
"""What digits choose an incident for, by what runs them."""


def offered(
    desk: Desk, pressed: tuple[str, ...], node: Node | None
) -> tuple[Offers, Following | None]:
    """The incidents that the digits after a prefix choose from, and the keys that may follow."""
    if node is None:
        return NOTHING_OFFERED, None
    does = {after.command.does for after in node.following.values() if after.command}
    if "desk.tags.pin" in does:
        return NOTHING_OFFERED, _digits(desk, pressed)
    verb = next((verb for one, verb in _CHOOSING.items() if one in does), None)
    if verb is None:
        return NOTHING_OFFERED, following(pressed, node)
    offers = _offers(desk, verb)
    last = len(offers.choices)
    digits = [Choice("1" if last == 1 else f"1-{last}", "that incident")] if last else []
    others = [
        Choice(key, after.title)
        for key, after in node.following.items()
        if after.title != key and _does_something(desk, after)
    ]
    return offers, Following(f"{' '.join(pressed)} {node.title}:", (*digits, *others))


def _does_something(desk: Desk, after: Node) -> bool:
    """Whether what a key needs is at hand."""
    needs = after.command.needs if after.command else None
    return needs is None or is_at_hand(desk, needs)


def _offers(desk: Desk, verb: Verb) -> Offers:
    """The incidents to choose from; none, and said why, for one that has just been taken back."""
    try:
        return desk.incidents.suggested.offer(verb)
    except CaseError as error:
        desk.say(str(error), "problem")
        return NOTHING_OFFERED


def _digits(desk: Desk, pressed: tuple[str, ...]) -> Following:
    """What stands under each digit, for the tag that is to be pinned to one."""
    what = f"pin {desk.tags.to_pin} to" if desk.tags.to_pin else "pin"
    choices = tuple(Choice(slot.digit, slot.title) for slot in desk.tags.slots())
    return Following(f"{' '.join(pressed)} {what}:", choices)
