"""What can go wrong with a case, each in one sentence that names the file and what would do."""

# ruff: noqa: N818  # each is named after what the analyst is told, not after being an error


class CaseError(Exception):
    """Something about a case that its analyst can read and act on."""


class CaseMissing(CaseError):
    """There is no file where the case should be."""


class NotACase(CaseError):
    """The file is there and is something else."""


class NewerCase(CaseError):
    """The case was written by a newer casedesk."""


class DamagedCase(CaseError):
    """The case cannot be read as it should."""


class ReadOnlyCase(CaseError):
    """The case may be read and not be changed."""


class NetworkCase(CaseError):
    """The case lies where the locks that keep two hands apart are not to be relied on."""


class CaseBusy(CaseError):
    """Another process holds the case for writing."""


class CaseFull(CaseError):
    """The disk has no room for the change."""


class CaseStopped(CaseError):
    """The disk failed; nothing more is written until the case is opened again."""


class CaseClosed(CaseError):
    """The case was closed."""


class UnknownArticle(CaseError):
    """No article of the case has that number."""


class UnknownFact(CaseError):
    """The article has no such fact."""


class FactRefused(CaseError):
    """What was asked of a fact cannot be, with the reason or the nearest right form."""


class UnknownIncident(CaseError):
    """No incident of the case has that number, or the rules propose none such."""


class IncidentRefused(CaseError):
    """What was asked of an incident cannot be, with the reason or the nearest right form."""


class UnknownDraft(CaseError):
    """The draft does not wait any more: somebody made it a note or set it aside."""


class MisshapenDocument(CaseError):
    """A document that a table of the case cannot hold."""


class UnknownTag(CaseError):
    """No such tag in the catalogue."""


class NothingToUndo(CaseError):
    """There is no change to take back, or none to bring again."""


class UndoConflict(CaseError):
    """What a change wrote has been changed since; `differences` says where and how."""

    def __init__(self, message: str, seq: int, differences: tuple[str, ...]) -> None:
        super().__init__(message)
        self.seq = seq
        self.differences = differences


class QueryError(CaseError):
    """A query that cannot be understood; says which word, where, and the nearest that would be."""

    def __init__(self, reason: str, at: int | None = None) -> None:
        super().__init__(f"{reason} (At character {at + 1}.)" if at else reason)
        self.reason = reason
        self.at = at
        """Where in the query, counted from 0; None where it is about no place in it."""


class ReadError(CaseError):
    """A file that cannot be read as an article, with the reason."""
