"""Where a note has what is written as a link, whether it leads somewhere or not."""

import re
from collections.abc import Iterator

_WRITTEN = re.compile(r"\[\[[^\[\]\n]*\]\]")


def written_links(text: str) -> Iterator[tuple[int, int]]:
    """The places of all that stands in double brackets on one line."""
    return (found.span() for found in _WRITTEN.finditer(text))
