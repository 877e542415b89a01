"""What stands before a number and says how far to trust it: "at least", "nearly", "some"."""

from functools import cache

from facts.numbers.numerals import MODIFIERS

_LOOK = 24


def modifier(shadow: str, start: int) -> tuple[str | None, int]:
    """The modifier that ends just before `start` and where it begins; (None, start) without one."""
    before = shadow[max(0, start - _LOOK) : start]
    text = before.rstrip()
    if len(before) - len(text) != 1:
        return None, start
    text = text.lower()
    word = text[max(text.rfind(" "), text.rfind("\n")) + 1 :].lstrip("(\"'")
    for phrase, name in _by_last_word().get(word, ()):
        at = len(text) - len(phrase)
        if text.endswith(phrase) and (at == 0 or not text[at - 1].isalnum()):
            return name, start - len(before) + at
    return None, start


@cache
def _by_last_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """Phrases by their last word, longest first, so that most numbers cost one look-up."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name, phrases in MODIFIERS.items():
        for phrase in phrases:
            table.setdefault(phrase.split()[-1], []).append((phrase, name))
    return {
        word: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for word, entries in table.items()
    }
