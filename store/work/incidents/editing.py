"""What an analyst says of an incident: its title, its fields, its tags."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facts.nearest import nearest
from store.engine.bodies import ABSENT
from store.errors import IncidentRefused
from store.taken import FIELDS
from store.work.incidents import hand, typed
from store.work.intake import counted
from store.work.known_tags import usable

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine


def edit(engine: "Engine", number: int, field: str, text: str) -> "Change | None":
    """Write a field; an empty text takes it back to what the facts say.

    None where it says so already. Raises `IncidentRefused` with the nearest right form.
    """
    if field not in FIELDS:
        raise IncidentRefused(f"An incident has no {field}{nearest(field, FIELDS)}")
    with engine.change("incident") as writing:
        number = hand.standing(writing, number)
        before = hand.taken(writing, number)
        if not text.strip():
            for member in hand.members(writing, number):
                writing.put(hand.TABLE, member, ("fields", field), ABSENT)
            writing.label = f"#{number} has the {field} of its facts again"
        elif " ".join(text.split()) != typed.text_of(before, field):
            value = typed.read(field, text, before.value)
            writing.put(
                hand.TABLE, number, ("fields", field), {"value": value, **hand.stamp(engine)}
            )
            writing.label = f"#{number} {field}: {' '.join(text.split())}"
    return writing.change


def tag(
    engine: "Engine", numbers: Sequence[int], tags: Sequence[str], on: bool | None
) -> "Change | None":
    """Put tags on incidents or take them off; None toggles, as on articles."""
    with engine.change("tag") as writing:
        tags = usable(engine, writing, tags)
        roots = [hand.standing(writing, number) for number in numbers]
        had = {number: set(hand.taken(writing, number).tags) for number in roots}
        if on is None:
            on = not all(name in there for there in had.values() for name in tags)
        changed = [n for n, there in had.items() if any((name in there) is not on for name in tags)]
        for number in changed:
            for name in tags:
                if on and name not in had[number]:
                    writing.put(hand.TABLE, number, ("tags", name), hand.stamp(engine))
                for member in [] if on else hand.members(writing, number):
                    writing.put(hand.TABLE, member, ("tags", name), ABSENT)
        where = f"#{changed[0]}" if len(changed) == 1 else counted(len(changed), "incident")
        writing.label = f"{'tagged' if on else 'untagged'} {', '.join(tags)} on {where}"
    return writing.change
