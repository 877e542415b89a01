"""Drafts that no note was made of: what was being typed when the process or the line died."""

from store import Case, Change
from store.errors import UnknownArticle


def take_in(case: Case) -> list[Change]:
    """Put the analyst's own drafts below the notes that somebody else has changed meanwhile.

    Those whose notes stand as they were the case has recovered by itself when it was opened.
    """
    if case.read_only:
        return []
    mine = [draft for draft in case.drafts() if draft.user == case.user]
    changes: list[Change] = []
    for draft in mine:
        note = case.notes.text(draft.about)
        both = note if draft.text in note else f"{note}\n\n{draft.text}"
        try:
            change = case.notes.write(draft.about, both).change
        except UnknownArticle:
            continue
        case.notes.drop(draft)
        changes += [change] if change else []
    return changes
