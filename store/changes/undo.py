"""To take a change back, and to bring it again: a new change with the inverse patches."""

from typing import TYPE_CHECKING, Final

from store.changes import log, standing, whole
from store.changes.log import Change
from store.changes.patches import Patch
from store.changes.standing import Stack
from store.engine import own
from store.engine.bodies import ABSENT, Body, decode
from store.errors import NothingToUndo, UndoConflict

if TYPE_CHECKING:
    from store.changes.writing import Engine, Writing

_NOTHING: Final[dict[Stack, str]] = {
    "undo": "You have changed nothing that could be undone.",
    "redo": "Nothing was undone that could be done again.",
}
_VERB: Final[dict[Stack, str]] = {"undo": "takes back", "redo": "brings back"}

_SHOWN: Final = 3
"""How many differences the sentence of a conflict spells out."""


def undo(engine: "Engine", seq: int | None = None) -> Change:
    """Take back the change `seq`, or the analyst's last one that stands.

    To take back an undo is to redo. Raises `NothingToUndo`, or `UndoConflict` where what the
    change wrote is not there any more. Without a number, a change that was refused once is passed
    over from then on, so that those before it can be reached; its number still reaches it.
    """
    if seq is None:
        return _step(engine, "undo")
    with engine.change("undo") as writing:
        _reverse(writing, _named(writing, seq))
    return _done(writing)


def redo(engine: "Engine") -> Change:
    """Bring again what the analyst undid last; raises and passes over as `undo` does."""
    return _step(engine, "redo")


def _step(engine: "Engine", stack: Stack) -> Change:
    refused: UndoConflict | None = None
    with engine.change(stack) as writing:
        seq = standing.top(writing.connection, engine.user, stack)
        if seq is None:
            raise NothingToUndo(_NOTHING[stack])
        target = _get(writing, seq)
        try:
            _reverse(writing, target)
        except UndoConflict as conflict:
            writing.abandon()
            standing.drop(writing.connection, target)
            after = standing.top(writing.connection, engine.user, stack)
            refused = _passed_over(writing, conflict, stack, after)
    if refused is not None:
        raise refused
    return _done(writing)


def _passed_over(
    writing: "Writing", conflict: UndoConflict, stack: Stack, after: int | None
) -> UndoConflict:
    if after is None:
        onward = f"there is nothing before it to {stack}."
    else:
        first = _first(writing, _get(writing, after))
        onward = f"the next {stack} {_VERB[stack]} change {first.seq} ({first.label})."
    message = f"{str(conflict)[:-1]}; it is passed over now, and {onward}"
    return UndoConflict(message, conflict.seq, conflict.differences)


def _named(writing: "Writing", seq: int) -> Change:
    target = _get(writing, seq)
    if target.undo is not None and (undone := _get(writing, target.undo)).undo is not None:
        target = _get(writing, undone.undo)
    if not standing.stands(writing.connection, target):
        raise NothingToUndo(f"Change {target.seq} ({target.label}) was undone already.")
    return target


def _get(writing: "Writing", seq: int) -> Change:
    change = log.recall(writing.connection, seq, writing.known)
    if change is None:
        raise NothingToUndo(f"There is no change {seq} in this case.")
    return change


def _first(writing: "Writing", target: Change) -> Change:
    """The change itself, or the one that an undo took back."""
    return target if target.undo is None else _get(writing, target.undo)


def _reverse(writing: "Writing", target: Change) -> None:
    first = _first(writing, target)
    is_redo = first is not target
    writing.action = "redo" if is_redo else "undo"
    writing.label = f"{'redid' if is_redo else 'undid'}: {first.label}"
    writing.undo = target.seq
    patches = log.patches_of(writing.connection, target.seq)
    _expect(writing, patches)
    different = [words for patch in reversed(patches) if (words := _take_back(writing, patch))]
    different += _without_article(writing, patches)
    different += whole.torn(writing, patches)
    different = list(dict.fromkeys(different))  # a note that moved differs in its words and its day
    if different:
        message = (
            f"Change {first.seq} ({first.label}) was not {'done again' if is_redo else 'undone'}"
        )
        raise UndoConflict(f"{message}: {_listed(different)}.", target.seq, tuple(different))


def _expect(writing: "Writing", patches: list[Patch]) -> None:
    by_table: dict[str, dict[int, None]] = {}
    for patch in reversed(patches):
        by_table.setdefault(patch.table, {})[patch.id] = None
    for table, ids in by_table.items():
        if table != "articles":
            writing.expect_about(table, list(ids))


def _take_back(writing: "Writing", patch: Patch) -> str | None:
    """Put back what a patch replaced; what is different, in words, where it cannot be."""
    present = writing.text_at(patch.table, patch.id, patch.path)
    if not patch.stands(present):
        return f"{place_in_words(patch)} {_moved(writing, patch, present)}"
    is_article = patch.table == "articles" and not patch.path
    if is_article and patch.before is None:
        if touched := _touched(writing, patch.id):
            return touched
        writing.put("facts", patch.id, (), ABSENT)
    before: object = ABSENT
    if patch.before is not None:
        before = decode(patch.before) if patch.path else Body(patch.before)
        if is_article and (twin := _twin(writing, patch)) is not None:
            return f"article {patch.id} was imported again, as article {twin}"
    try:
        writing.put(patch.table, patch.id, patch.path, before)
    except (KeyError, TypeError):
        return f"{place_in_words(patch)} has no place any more"
    return None


def _moved(writing: "Writing", patch: Patch, present: str | None) -> str:
    """What became of a place since, and by whom, where it or the document around it says so."""
    if present is None:
        return "is not there any more"
    value = decode(present)
    stamped = value if isinstance(value, dict) else writing.get(patch.table, patch.id) or {}
    by = stamped.get("by")
    return f"was changed since by {by}" if isinstance(by, str) else "was changed since"


def _touched(writing: "Writing", article: int) -> str | None:
    """Facts go with their article; what an analyst gave it does not."""
    if writing.has("notes", article):
        return f"article {article} has a note since"
    if writing.has("marks", article):
        return f"article {article} was decided, tagged or judged since"
    linked = writing.connection.execute(
        "SELECT incident FROM incident_facts WHERE article = ? LIMIT 1", (article,)
    ).fetchone()
    return f"article {article} was linked to incident #{linked[0]} since" if linked else None


def _twin(writing: "Writing", patch: Patch) -> int | None:
    """Another article that has the text of the one that would come back."""
    sha = own.read("articles", patch.before or "")["sha256"]
    found = writing.connection.execute(
        "SELECT article FROM texts WHERE sha256 = ? AND article <> ?",
        (bytes.fromhex(sha), patch.id),
    ).fetchone()
    return None if found is None else int(found[0])


def _without_article(writing: "Writing", patches: list[Patch]) -> list[str]:
    """Marks and a note come back to an article, never to the place where one was."""
    places = {(p.table, p.id) for p in patches if p.table in ("facts", "marks", "notes")}
    lonely = {
        doc_id
        for table, doc_id in places
        if writing.has(table, doc_id) and not writing.has("articles", doc_id)
    }
    return [f"article {article} is not in the case any more" for article in sorted(lonely)]


def _listed(different: list[str]) -> str:
    more = f"; and {len(different) - _SHOWN} more" if len(different) > _SHOWN else ""
    return "; ".join(different[:_SHOWN]) + more


def place_in_words(patch: Patch) -> str:
    """The place that a patch is about, as an analyst would name it."""
    match patch.table, patch.path:
        case "articles", _:
            return f"article {patch.id}"
        case "facts", _:
            return f"what the rules found in article {patch.id}"
        case "notes", _:
            return f"the note of article {patch.id}"
        case "incident_notes", _:
            return f"the note of incident #{patch.id}"
        case "case_notes", _:
            return "the note of the case"
        case "marks", ("status",):
            return f"the status of article {patch.id}"
        case "marks", ("tags", tag):
            return f"the tag {tag} of article {patch.id}"
        case "tags", _:
            return "what the case says of a tag"
        case "marks", ("facts", fact):
            return f"the verdict on {fact} in article {patch.id}"
        case "incidents", ("facts", name):
            return f"the link of {name} to incident #{patch.id}"
        case "incidents", ("fields", field, *_):
            return f"the {field} of incident #{patch.id}"
        case "incidents", ("tags", tag, *_):
            return f"the tag {tag} of incident #{patch.id}"
        case "incidents", _:
            return f"incident #{patch.id}"
        case table, path:
            return " ".join(filter(None, [f"document {patch.id} of {table}", ".".join(path)]))


def _done(writing: "Writing") -> Change:
    if writing.change is None:
        raise NothingToUndo("That change has no effect any more; there is nothing to take back.")
    return writing.change
