"""How far the name of an operation reaches, and what is no name of one."""

from facts.names.page import Page

_NO_NAMES = frozenset(
    "Room Centre Center Command Unit Coordination Manager Officer Officers".split()
)
_JOINERS = ("of", "the", "de", "del", "la")
_LONGEST = 6
_VERBS_OF_I = frozenset("am have had think thought saw met know said believe would".split())
"""Verbs after "I" where it speaks; else it is the number of an operation: "Halt I"."""


def name_end(page: Page, first: int) -> int | None:
    """The last word of an operation's name that starts with a word."""
    known = page.heads
    if first >= len(page.words) or page.words[first].text in _NO_NAMES | known.outside:
        return None
    last = index = first
    while index + 1 < len(page.words) and index - first < _LONGEST and page.words[index + 1].joined:
        if page.words[index].owns:
            break
        index += 1
        text = page.words[index].text
        if text == "I" and page.after(index) not in _VERBS_OF_I:
            last = index
        elif page.words[index].upper or text.isdigit():
            if text in known.outside or text in known.ranks or page.words[index].titled:
                break
            last = index
        elif text not in _JOINERS:
            break
    return last


def is_known(page: Page, index: int) -> bool:
    """Whether a word is the name of an organisation, a place or a people: "operation NATO"."""
    text = page.words[index].text
    if text in page.lexicon.acronyms or page.lexicon.names.get(text) or page.demonyms.get(text):
        return True
    return page.gazetteer.has(text, big=False) or text in page.heads.types
