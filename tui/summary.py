"""An article in few words."""

from tui.days import day


def about(status: str, published: tuple[str, str] | None, note: str, name: str) -> str:
    """Status, date with how it is known, how the file was decoded, and the file's name."""
    dated = f"{day(published[0])} ({published[1]})" if published else "no date"
    return " · ".join(part for part in (status, dated, note, name) if part)


def counters(flagged: int, has_note: bool) -> str:
    """Doubtful facts, note: "2! n"."""
    return " ".join(part for part in (f"{flagged}!" if flagged else "", "n" * has_note) if part)
