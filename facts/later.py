"""Patterns that are compiled when one is first asked, not when their module is imported."""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Later:
    """Stands for a pattern, and is one as soon as it is asked: its methods are the pattern's."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        pattern = re.compile(*self._source)
        self.__dict__.update({asked: getattr(pattern, asked) for asked in _ASKED})
        return getattr(pattern, name)


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`.

    Half of all patterns are asked in few articles: to compile them all takes a tenth of the time
    until the first article is read.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
