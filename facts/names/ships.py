"""Names of ships, which are names of nothing else: the "MV Dutch Pearl" is not Dutch."""

from facts.names.page import Page


def take(page: Page) -> None:
    """Keep the words of the names of ships from the scanners of other names."""
    marks, nouns = page.heads.ship_marks, page.heads.vessels
    for index in page.those(marks | nouns):
        if index + 1 == len(page.words):
            break
        text = page.words[index].text
        if text in marks:
            last = _name_end(page, index + 1)
            if last is not None:
                page.take(index, last)
        elif text in nouns:
            last = _name_end(page, index + 1)
            if last is not None and last > index + 1:
                page.take(index + 1, last)


def _name_end(page: Page, first: int) -> int | None:
    """The last of the capitalised words that follow, in quotes or not."""
    gap = page.shadow[page.words[first - 1].end : page.words[first].start]
    if gap not in (" ", ' "', " '") or not page.words[first].upper:
        return None
    if page.words[first].titled or page.words[first].text in page.heads.outside:
        return None
    last = first
    while last + 1 < len(page.words) and page.words[last + 1].joined and page.words[last + 1].upper:
        if page.words[last + 1].text in page.heads.types:
            return None
        last += 1
    return last
