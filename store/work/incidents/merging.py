"""To merge incidents, and to take a merge apart at any later time; parts of a whole."""

from typing import TYPE_CHECKING

from store.engine.bodies import ABSENT
from store.errors import IncidentRefused
from store.work.incidents import hand

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing


def merge(engine: "Engine", loser: int, winner: int) -> "Change | None":
    """Let one incident stand for another too; None where it does.

    Only the loser notes it: all else stays where it was written, so that it can be taken apart.
    """
    with engine.change("merge") as writing:
        loser, winner = hand.standing(writing, loser), hand.standing(writing, winner)
        if loser != winner:
            merged = {"into": winner, **hand.stamp(engine)}
            writing.put(hand.TABLE, loser, ("merged",), merged)
            writing.label = (
                f"merged {hand.named(writing, loser)} into {hand.named(writing, winner)}"
            )
    return writing.change


def unmerge(engine: "Engine", number: int) -> "Change | None":
    """Take an incident out of the one it was merged into; of one that stands, the last merged.

    None where it was not merged and nothing was merged into it.
    """
    with engine.change("merge") as writing:
        hand.standing(writing, number)
        if "merged" not in hand.document(writing, number):
            number = _last_merged(writing, number) or number
        if "merged" in hand.document(writing, number):
            winner = hand.document(writing, number)["merged"]["into"]
            writing.put(hand.TABLE, number, ("merged",), ABSENT)
            writing.label = f"unmerged #{number} from #{winner}"
    return writing.change


def set_part(engine: "Engine", part: int, whole: int | None) -> "Change | None":
    """Say that an incident is a part of another, or with None that it is of none.

    Raises `IncidentRefused` where the whole would be a part of its part.
    """
    with engine.change("incident") as writing:
        part = hand.standing(writing, part)
        present = hand.document(writing, part).get("part_of", {}).get("of")
        if whole is None:
            writing.put(hand.TABLE, part, ("part_of",), ABSENT)
            writing.label = f"#{part} is no part of another"
        else:
            whole = hand.standing(writing, whole)
            _refuse_circle(writing, part, whole)
            if present != whole:
                writing.put(hand.TABLE, part, ("part_of",), {"of": whole, **hand.stamp(engine)})
            writing.label = f"#{part} is a part of {hand.named(writing, whole)}"
    return writing.change


def _last_merged(writing: "Writing", number: int) -> int | None:
    losers = [
        (document["merged"]["at"], member)
        for member in hand.members(writing, number)[1:]
        if (document := hand.document(writing, member))["merged"]["into"] == number
    ]
    return max(losers)[1] if losers else None


def _refuse_circle(writing: "Writing", part: int, whole: int) -> None:
    at: int | None = whole
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at == part:
            raise IncidentRefused(
                f"#{whole} is a part of #{part}, or the same; it cannot be its whole too."
            )
        seen.add(at)
        of = hand.document(writing, at).get("part_of") if writing.has(hand.TABLE, at) else None
        at = of["of"] if of else None
