"""The day an article says it was published: its header, else a dateline or a line of its own."""

import re
from collections.abc import Sequence

from facts.model import Published
from facts.spans import Span

HEADER = re.compile(
    r"\s?date ([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?: |$|(?=\n))"
)


def published_in(shadow: str, paragraphs: Sequence[Span]) -> Published | None:
    """What the article itself says of its publication, or None."""
    header = HEADER.match(shadow)
    if header:
        return Published(header[1], "header")
    return None
