"""To take a change back, and to bring it again: a new change with the inverse patches."""

from typing import TYPE_CHECKING

from store.changes import log, standing
from store.changes.log import Change
from store.changes.patches import Patch
from store.engine.bodies import ABSENT, Body, decode
from store.errors import NothingToUndo, UndoConflict

if TYPE_CHECKING:
    from store.changes.writing import Engine, Writing

_SHOWN = 3
"""How many differences the sentence of a conflict spells out."""


def undo(engine: "Engine", seq: int | None = None) -> Change:
    """Take back the change `seq`, or the analyst's last one that stands.

    To take back an undo is to redo. Raises `NothingToUndo`, or `UndoConflict` where what the
    change wrote is not there any more.
    """
    with engine.change("undo") as writing:
        _reverse(writing, _target(engine, writing, seq))
    return _done(writing)


def redo(engine: "Engine") -> Change:
    """Bring again what the analyst undid last. Raises as `undo` does."""
    with engine.change("redo") as writing:
        seq = standing.to_redo(writing.connection, engine.user)
        if seq is None:
            raise NothingToUndo("Nothing was undone that could be done again.")
        _reverse(writing, _get(writing, seq))
    return _done(writing)


def _target(engine: "Engine", writing: "Writing", seq: int | None) -> Change:
    if seq is None:
        seq = standing.to_undo(writing.connection, engine.user)
        if seq is None:
            raise NothingToUndo("You have changed nothing that could be undone.")
        return _get(writing, seq)
    target = _get(writing, seq)
    if target.undo is not None and (undone := _get(writing, target.undo)).undo is not None:
        target = _get(writing, undone.undo)
    if not standing.stands(writing.connection, target):
        raise NothingToUndo(f"Change {target.seq} ({target.label}) was undone already.")
    return target


def _get(writing: "Writing", seq: int) -> Change:
    change = log.get(writing.connection, seq)
    if change is None:
        raise NothingToUndo(f"There is no change {seq} in this case.")
    return change


def _reverse(writing: "Writing", target: Change) -> None:
    is_redo = target.undo is not None
    first = _get(writing, target.undo) if target.undo is not None else target
    writing.action = "redo" if is_redo else "undo"
    writing.label = f"{'redid' if is_redo else 'undid'}: {first.label}"
    writing.undo = target.seq
    patches = log.patches_of(writing.connection, target.seq)
    different = [words for patch in reversed(patches) if (words := _take_back(writing, patch))]
    if different:
        raise UndoConflict(_sentence(target, different), target.seq, tuple(different))


def _take_back(writing: "Writing", patch: Patch) -> str | None:
    """Put back what a patch replaced; what is different, in words, where it cannot be."""
    if not patch.stands(writing.text_at(patch.table, patch.id, patch.path)):
        return f"{place_in_words(patch)} was changed since"
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


def _touched(writing: "Writing", article: int) -> str | None:
    """Facts go with their article; what an analyst gave it does not."""
    if writing.has("notes", article):
        return f"article {article} has a note since"
    if writing.has("marks", article):
        return f"article {article} was decided, tagged or judged since"
    return None


def _twin(writing: "Writing", patch: Patch) -> int | None:
    """Another article that has the text of the one that would come back."""
    sha = decode(patch.before or "{}").get("sha256", "")
    found = writing.connection.execute(
        "SELECT article FROM texts WHERE sha256 = ? AND article <> ?",
        (bytes.fromhex(sha), patch.id),
    ).fetchone()
    return None if found is None else int(found[0])


def _sentence(target: Change, different: list[str]) -> str:
    shown = "; ".join(different[:_SHOWN])
    more = f"; and {len(different) - _SHOWN} more" if len(different) > _SHOWN else ""
    return f"Change {target.seq} ({target.label}) was not undone: {shown}{more}."


def place_in_words(patch: Patch) -> str:
    """The place that a patch is about, as an analyst would name it."""
    match patch.table, patch.path:
        case "articles", _:
            return f"article {patch.id}"
        case "facts", _:
            return f"what the rules found in article {patch.id}"
        case "notes", _:
            return f"the note of article {patch.id}"
        case "marks", ("status",):
            return f"the status of article {patch.id}"
        case "marks", ("tags", tag):
            return f"the tag {tag} of article {patch.id}"
        case "marks", ("facts", fact):
            return f"the verdict on {fact} in article {patch.id}"
        case table, path:
            return " ".join(filter(None, [f"document {patch.id} of {table}", ".".join(path)]))


def _done(writing: "Writing") -> Change:
    if writing.change is None:
        raise NothingToUndo("That change has no effect any more; there is nothing to take back.")
    return writing.change
