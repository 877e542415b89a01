"""To take an incident that the rules propose, to make one of facts, and to link facts to one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from store.engine.bodies import ABSENT
from store.work.incidents import hand
from store.work.incidents.words import in_words
from store.work.intake import counted

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_OF_ALL: Final = frozenset({"types", "scope"})
"""What a proposal says of all its facts together."""


def take(engine: "Engine", article: int, key: str) -> "Change | None":
    """Make an incident of the case of what the rules propose, with its facts."""
    with engine.change("incident") as writing:
        incident, facts = hand.proposal(hand.found_in(writing, article), article, key)
        at = hand.stamp(engine)
        number = hand.create(writing, at)
        hand.give(writing, number, article, incident, facts)
        hand.link(writing, number, article, [finding.key for finding in facts], at)
        writing.label = f"took incident {in_words(number, '', incident)}"
    return writing.change


def make(engine: "Engine", article: int, keys: Iterable[str]) -> "Change | None":
    """Make an incident of the case of facts of an article."""
    with engine.change("incident") as writing:
        keys = list(keys)
        hand.demand(hand.found_in(writing, article), article, keys)
        at = hand.stamp(engine)
        number = hand.create(writing, at)
        hand.link(writing, number, article, keys, at)
        writing.label = f"made incident #{number} of {counted(len(keys), 'fact')}"
    return writing.change


def link(engine: "Engine", number: int, article: int, keys: Iterable[str]) -> "Change | None":
    """Link facts of an article to an incident; None where all of them are."""
    with engine.change("incident") as writing:
        keys = list(keys)
        hand.demand(hand.found_in(writing, article), article, keys)
        number = hand.standing(writing, number)
        new = hand.link(writing, number, article, keys, hand.stamp(engine))
        writing.label = f"linked {counted(len(new), 'fact')} to {hand.named(writing, number)}"
    return writing.change


def link_proposal(engine: "Engine", number: int, article: int, key: str) -> "Change | None":
    """Link what the rules propose to an incident there is; None where all of it is."""
    with engine.change("incident") as writing:
        number = hand.standing(writing, number)
        incident, facts = hand.proposal(hand.found_in(writing, article), article, key)
        keys = [finding.key for finding in facts]
        new = hand.link(writing, number, article, keys, hand.stamp(engine))
        if new:
            hand.give(writing, number, article, incident, facts)
        writing.label = f"linked {counted(len(new), 'fact')} to {hand.named(writing, number)}"
    return writing.change


def unlink(engine: "Engine", number: int, names: Iterable[str]) -> "Change | None":
    """Take facts off an incident, by their names in the case; None where none is linked."""
    with engine.change("incident") as writing:
        number = hand.standing(writing, number)
        gone = hand.unlink(writing, number, names)
        writing.label = f"took {counted(len(gone), 'fact')} off {hand.named(writing, number)}"
    return writing.change


def split(engine: "Engine", number: int, names: Iterable[str]) -> "Change | None":
    """Make a new incident of some facts of one, with what the rules said of these.

    None where none of them is linked, and where nothing would be left of the first.
    """
    with engine.change("incident") as writing:
        number = hand.standing(writing, number)
        before = hand.taken(writing, number)
        wanted = {fact.name for fact in before.facts} & set(names)
        if wanted and len(wanted) < len(before.facts):
            at = hand.stamp(engine)
            new = hand.create(writing, at)
            _share(writing, number, new, wanted)
            hand.unlink(writing, number, wanted)
            for name in sorted(wanted):
                writing.put(hand.TABLE, new, ("facts", name), dict(at))
            what = counted(len(wanted), "fact")
            writing.label = (
                f"split {what} off {in_words(number, before.title, before.value)} as #{new}"
            )
    return writing.change


def _share(writing: "Writing", number: int, new: int, wanted: set[str]) -> None:
    """Give the new incident what the proposals say of its facts, and what they are all of."""
    for member in hand.members(writing, number):
        for name, given in list(hand.document(writing, member)["given"].items()):
            article = name.partition(":")[0]
            mine = [key for key in given["facts"] if f"{article}:{key}" in wanted]
            if not mine:
                continue
            about = [
                item
                for item in given["items"]
                if wanted.intersection(item["facts"]) or item["field"] in _OF_ALL
            ]
            writing.put(hand.TABLE, new, ("given", name), {"facts": mine, "items": about})
            if len(mine) == len(given["facts"]):
                writing.put(hand.TABLE, member, ("given", name), ABSENT)
