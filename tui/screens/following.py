"""What may follow a prefix: its keys, and the incidents or digits that they choose from."""

from tui.desk import Desk
from tui.keymap import Node
from tui.views import NOTHING_OFFERED, Offers
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice
from tui.widgets.keys import following


def offered(
    desk: Desk, pressed: tuple[str, ...], node: Node | None
) -> tuple[Offers, Following | None]:
    """The incidents that the digits after a prefix choose from, and the keys that may follow."""
    if node is None:
        return NOTHING_OFFERED, None
    does = {after.command.does for after in node.following.values() if after.command}
    if "desk.incidents.link" in does:
        offers = desk.incidents.suggested.offer("link")
    elif "desk.incidents.merge" in does:
        offers = desk.incidents.suggested.offer("merge")
    elif "desk.wholes.put_under" in does:
        offers = desk.incidents.suggested.offer("part")
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
