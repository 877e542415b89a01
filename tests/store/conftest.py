"""Cases to try things on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import Case, NewArticle, open_case

TEXTS = (
    "Police seized 1.992 tonnes of cannabis resin in Casablanca on Tuesday.",
    "Security services arrested 21 people in Tit Mellil, the DGSN said.",
    "Officers in Diyarbakır opened an investigation; the café was closed.",
)


def new_article(text: str, title: str = "") -> NewArticle:
    return NewArticle(title or text[:40], text, f"{abs(hash(text))}.txt", "/in/article.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "try.case"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with open_case(path, create=True, user="ana") as case:
        case.add_articles([new_article(text) for text in TEXTS])
        yield case


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[[str], Case]]:
    """Opens the case of `case` once more, as a user of that name."""
    cases: list[Case] = []

    def again(user: str) -> Case:
        cases.append(open_case(path, user=user))
        return cases[-1]

    yield again
    for other in cases:
        other.close()
