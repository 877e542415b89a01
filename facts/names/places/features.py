"""Features of the land and the sea by a word of their name: airports, rivers, roads, straits."""

from collections.abc import Iterator

from facts.folding import fold
from facts.names.page import Page
from facts.names.places.patterns import LONGEST, Pattern


def features(page: Page) -> Iterator[Pattern]:
    """Airports, rivers, islands and straits by the last or the first word of their name."""
    known = page.gazetteer.features
    for index in page.capitals:
        word = page.words[index]
        if page.taken[index] or word.titled:
            continue
        if word.text in known.of and _opens_feature(page, index):
            last = _capitals_from(page, index + 2)
            if last is not None:
                yield Pattern(index, last, known.of[word.text], "place.feature")
        elif word.text in known.first and page.after(index)[:1].isupper():
            is_rank = page.words[index + 1].text in page.heads.ranks  # "Port Director"
            last = None if is_rank else _capitals_from(page, index + 1)
            if last is not None and not page.words[last].caps:
                yield Pattern(index, last, known.first[word.text], "place.feature")
        elif word.text in known.last:
            first = _capitals_to(page, index, known.last[word.text])
            if first is not None:
                yield Pattern(first, index, known.last[word.text], "place.feature")


def _capitals_from(page: Page, first: int) -> int | None:
    last = None
    for index in range(first, min(first + LONGEST, len(page.words))):
        word = page.words[index]
        if not word.upper or not word.joined or page.taken[index] or word.text == "The":
            break
        last = index
    return last


def _opens_feature(page: Page, index: int) -> bool:
    """Whether a word before "of" opens a name: "Strait" does not in "Makassar Strait of"."""
    before = page.before(index)
    is_own = before[:1].isupper() and before not in page.heads.outside
    return page.after(index) in ("of", "de") and not is_own


def _capitals_to(page: Page, last: int, kind: str) -> int | None:
    """The first of the capitalised words that end with the name of a feature."""
    words, first = page.heads, last
    while first > 0 and last - first < LONGEST + 1 and page.words[first].joined:
        before = page.words[first - 1]
        within = _is_within(page, first - 1)
        if not (before.upper or within) or before.owns or page.taken[first - 1]:
            break
        if before.text in words.outside:
            break
        if before.text in words.ranks:
            first -= kind == "airport" and before.text in words.reigns
            break
        first -= 1
    if all(page.words[i].text in page.terms.common for i in range(first, last + 1)):
        return None
    given = page.signs.given
    person = last - first == 1 and fold(page.words[first].text) in given
    return first if first < last and not person else None


def _is_within(page: Page, index: int) -> bool:
    """Whether a word in small letters stands within a name: "Prince Zed bin Quux Airport"."""
    small = page.words[index].text in page.signs.inside
    return small and page.words[index].joined and page.before(index)[:1].isupper()
