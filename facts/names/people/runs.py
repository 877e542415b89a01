"""Runs of capitalised words that may be a person's name: where they start and end."""

from facts.later import later
from facts.names.heads import Heads
from facts.names.page import Page
from facts.names.signs import Signs

_ARTICLES = ("al-", "el-", "as-", "ul-", "ad-", "an-", "ar-", "az-")
_LONGEST = 12
_NICKNAME = later(r" ([\"'])(?:[Tt]he )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}\1 (?=[A-Z])")


def may_belong(page: Page, index: int, words: Heads) -> bool:
    """Whether a word may be one of a person's name."""
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled:
        return False
    return word.text not in words.outside or _is_initial(page, index)


def _is_initial(page: Page, index: int) -> bool:
    """Whether a word is a letter of a name, not the article "A": "Christopher A. Wray"."""
    word = page.words[index]
    if len(word.text) > 1 or not page.after(index)[:1].isupper():
        return False
    return page.shadow.startswith(". ", word.end) or page.before(index)[:1].isupper()


def run_end(page: Page, first: int, known: Signs, words: Heads) -> int | None:
    """The last of the capitalised words from one on, "bin" and "de la" between them included."""
    if not may_belong(page, first, words):
        return None
    last = index = first
    while index + 1 < len(page.words) and index - first < _LONGEST and not page.words[index].owns:
        index += 1
        if not page.words[index].joined:
            index = _past_nickname(page, index)
        if index >= len(page.words) or page.taken[index]:
            break
        if may_belong(page, index, words) or page.words[index].text.startswith(_ARTICLES):
            last = index
        elif page.words[index].text not in known.inside:
            break
    return last


def _past_nickname(page: Page, index: int) -> int:
    """The word after a nickname in quotes within a name: 'Joaquín "El Chapo" Guzmán'."""
    match = _NICKNAME.match(page.shadow, page.words[index - 1].end)
    return page.numbers(match.end(), match.end())[0] if match else len(page.words)
