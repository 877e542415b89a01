"""Numbers in an analyst's words: counts, seizures, sums, ages and measures."""

import re
from typing import Final

from msgspec import structs

from facts import numbers
from facts.nearest import near
from facts.roles import role_in
from facts.rules.kinds import Role, Unit
from facts.said.saying import Saying
from facts.text import read
from facts.values import Age, Count, Measure, Money, Seizure

_AGE: Final = re.compile(
    r"(?:aged )?(?:(?P<low>\d{1,3})(?: ?(?:to|and|-|–) ?(?P<high>\d{1,3})| (?P<more>or more))?"
    r"|up to (?P<most>\d{1,3}))(?: years? old)?"
)
_SOME: Final = "some "
_PIECES: Final = (None, "unit")
_ALIKE: Final = 0.8
"""How much a word is like the name of a role to be taken for a slip of the pen."""


def count(saying: Saying) -> Count | None:
    """How many of what; of what is as so far where only the number is said."""
    like, words = saying.liked(Count), saying.words
    number, things = _number(saying)
    if number is None and words.startswith(_SOME):
        things = words.removeprefix(_SOME)
        role = _role(saying, things, f"5 {things}")
        return Count(None, role, like.mod if like and like.n is None else "vague") if role else None
    if number is None:
        return None
    counted = words if number.value is None else f"{number.printed} {things}"
    role = _role(saying, things, counted) if things else (like.role if like else "")
    n = None if number.value is None else int(number.value)
    return Count(n, role, number.mod) if role else None


def _in_a_unit(saying: Saying, words: str) -> Measure | None:
    """A number with a unit as the screen says it: km2, and m, which may be a million elsewhere."""
    amount, _, unit = words.rpartition(" ")
    if not any(one.unit == unit and one.measures for one in saying.rules.table(Unit).values()):
        return None
    found = numbers.find(read(amount, None, saying.rules))
    if not found or (found[0].mod_start, found[0].end) != (0, len(amount)):
        return None
    return Measure(found[0].value, unit, mod=found[0].mod)


def _number(saying: Saying) -> tuple[numbers.Number | None, str]:
    """The number that the words begin with, and the words after it."""
    found = numbers.find(read(saying.words, None, saying.rules))
    if not found or found[0].mod_start > 0:
        return None, saying.words
    after = saying.words[found[0].end :].strip()
    return found[0], after.removeprefix("of ").strip()


def _role(saying: Saying, things: str, counted: str) -> str:
    """What was counted: the name of a role, else as the rules read it, else the nearest name."""
    table = saying.rules.table(Role)
    known = sorted({role.role or name for name, role in table.items()})
    plain = re.sub(r"^(?:people|persons?) ", "", things.casefold())
    if named := role_in(things, known) or role_in(plain, known):
        return named
    sentences = (f"{counted}.", f"Police dismantled {counted}.", f"Police rescued {counted}.")
    if found := saying.first(Count, sentences):
        return found.role
    return near(plain.replace(" ", "_"), known, alike=_ALIKE)


def seizure(saying: Saying) -> Seizure | None:
    """How much of what; of what, and in which unit, is as so far where it is left open."""
    like, words = saying.liked(Seizure), saying.words.partition(" = ")[0]
    found = saying.first(Seizure, (f"Police seized {words}.",))
    if like and (found is None or _misses_number(found, words)):
        found = _of_the_same(saying, words, like)
    if found is None or _misses_number(found, words):
        return None
    part_of = like.part_of if like else None
    return structs.replace(found, printed=None, flags=(), suggested=None, part_of=part_of)


def _of_the_same(saying: Saying, words: str, like: Seizure) -> Seizure | None:
    is_pieces = like.unit in _PIECES
    amounts = (
        (f"{words}", f"{words} of") if is_pieces else (f"{words} of", f"{words} {like.unit} of")
    )
    for amount in amounts:
        found = saying.first(Seizure, (f"Police seized {amount} {like.item}.",))
        if found and not _misses_number(found, words) and (found.unit in _PIECES) is is_pieces:
            return structs.replace(found, item=like.item, category=like.category)
    return None


def _misses_number(found: Seizure, words: str) -> bool:
    return found.quantity is None and any(character.isdigit() for character in words)


def money(saying: Saying) -> Money | None:
    """A sum; in the currency so far where none is named."""
    like = saying.liked(Money)
    words, _, role = saying.words.rpartition(", ")
    if not words or re.search(r"\d", role):
        words, role = saying.words, ""
    sentences = [words, *([f"{like.currency} {words}"] if like else [])]
    found = saying.first(Money, sentences)
    if found is None:
        return None
    kept = role.replace(" ", "_") or (like.role if like else None)
    return structs.replace(found, role=kept, flags=())


def age(saying: Saying) -> Age | None:
    """An age, or a range of ages."""
    parts = _AGE.fullmatch(saying.words.casefold())
    if parts is None:
        return saying.first(Age, (saying.words, f"aged {saying.words}"))
    if parts["most"]:
        return Age(None, int(parts["most"]))
    low = int(parts["low"])
    high = None if parts["more"] else int(parts["high"] or low)
    return Age(low, high) if high is None or low <= high else None


def measure(saying: Saying) -> Measure | None:
    """A number with a unit."""
    like = saying.liked(Measure)
    words, _, what = saying.words.partition(", ")
    found = _in_a_unit(saying, words) or saying.first(
        Measure, (words, f"a rise of {words}", f"a distance of {words}")
    )
    if found is None:
        return None
    kept = what or (like.what if like else None)
    mod = like.mod if like and like.mod in ("increase", "decrease") else found.mod
    return structs.replace(found, what=kept, mod=mod, printed=None)
