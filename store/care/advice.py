"""What one can do with a case that is damaged, in a sentence."""

from pathlib import Path

from store.care.backups import listed, newest_whole


def way_out(path: Path) -> str:
    """Which backup is whole, and what else there is to do."""
    whole = newest_whole(path)
    if whole is not None:
        return (
            f"The newest whole backup is {whole.path.name}: casedesk backup --restore goes back "
            "to it, casedesk repair saves what it can of the case as it is."
        )
    none = "No backup beside it is whole" if listed(path) else "There is no backup beside it"
    return f"{none}; casedesk repair saves what it can into a new file."
