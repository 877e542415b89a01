"""Days and periods in words: EDTF in, "14–20 Sep 2020" out."""

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_OPEN_YEAR = "XXXX"


def period(start: str | None, end: str | None) -> str:
    """An inclusive interval in words: a day, a month, a year, "since 2002", a range."""
    if start is None and end is None:
        return "unknown"
    if start is None:
        return f"until {day(end or '')}"
    if end is None:
        return f"since {start[:4] if start.endswith('-01-01') else day(start)}"
    if start == end:
        return day(start)
    return _whole(start, end) or _range(start, end)


def day(text: str) -> str:
    """A day, month or year in words; what is no such thing stays as it is."""
    parts = text.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts[1:]):
        return text
    year = "" if parts[0] == _OPEN_YEAR else f" {parts[0]}"
    month = _month(parts[1])
    return f"{month}{year}" if len(parts) == 2 else f"{int(parts[2])} {month}{year}"


def _month(number: str) -> str:
    return _MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else number


def _whole(start: str, end: str) -> str:
    """A whole year, or whole months, where the interval is just that."""
    if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4]
    if start[:7] == end[:7] and start.endswith("-01") and end[8:] in _last_days(start):
        return day(start[:7])
    return ""


def _last_days(start: str) -> tuple[str, ...]:
    if not start[:4].isdigit():
        return ()
    from calendar import monthrange  # loads dates, locales and more, for an interval of months

    return (str(monthrange(int(start[:4]), int(start[5:7]))[1]),)


def _range(start: str, end: str) -> str:
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])}–{day(end)}"
    if start[:4] == end[:4] and len(start) == 10:
        return f"{day('XXXX' + start[4:])} – {day(end)}"
    return f"{day(start)} – {day(end)}"
