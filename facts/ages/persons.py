"""What an age may stand beside: the name of a person or a common noun for one."""

from facts.folding import fold
from facts.frames.lexicon import Lexicon, lexicon
from facts.later import later
from facts.names.gazetteer import Gazetteer, gazetteer
from facts.names.signs import Signs, signs
from facts.rules import RuleBook

_PERSONS = frozenset(
    ("person", "suspect", "fighter", "migrant", "victim", "officer", "unheld", "nationality")
)
_HEDGES = ("just ", "only ", "about ", "around ", "now ", "barely ")
_HEDGE = rf"(?:{'|'.join(_HEDGES)})?"
_CLOSES = (",", ", ", "(", "[", "' ", '" ', ") ", *_HEDGES)
"""One of these ends what stands before an age."""
_NAME = later(
    r"(?:(?P<word>[A-Z][^\W\d_]*[^\W\d_'.-][\w'.-]*)|(?:[A-Z]\.[ -]?)+[A-Z]?)"
    r"(?: [\"'(]?[mMfF][\"')]?)?"
    rf"(?:[\"']?, ?|,[\"'] | [(\[](?:[mf], )?|(?<=[mMfF][\"')]) ){_HEDGE}\Z"
)
_NOUN = later(rf"(?P<word>[a-z][a-z-]+)(?:, | [(\[]){_HEDGE}\Z")
_ANYONE = frozenset(("anyone", "someone", "everyone", "those", "persons", "nobody"))
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday"
    " sunday".split()
)
_LOOK = 36


class Beside:
    """Tells whether the words before a number, up to a comma or a bracket, are a person's."""

    def __init__(self, rules: RuleBook) -> None:
        self._nouns: Lexicon = rules.derive(lexicon)
        self._titles: Signs = rules.derive(signs)
        self._places: Gazetteer = rules.derive(gazetteer)

    def noun(self, word: str) -> bool:
        """Whether a word in small letters is a noun for a person: "hostage", "accountants"."""
        if word in _ANYONE:
            return True
        sense = self._nouns.senses.get(word)
        if sense and not _PERSONS.isdisjoint(sense.nouns):
            return True
        return bool(
            self._titles.titles.get(word) or self._titles.titles.get(word.removesuffix("s"))
        )

    def named(self, shadow: str, at: int) -> bool:
        """Whether a name ends before a number: "Ahmed Alaoui, 34"; a town or a month is none."""
        if not shadow.endswith(_CLOSES, max(0, at - _LOOK), at):
            return False
        name = _NAME.search(shadow, max(0, at - _LOOK), at)
        if name is None:
            return False
        word = name["word"]
        if word is None:
            return True
        if word.lower().rstrip(".") in _CALENDAR:
            return False
        before = shadow[max(0, name.start() - _LOOK) : name.start()].split()
        if before and self._places.has(f"{before[-1]} {word}", big=True):
            return False  # "in the United States (65)"
        alone = not self._goes_on(before)
        town = self._places.has(word, big=True) and fold(word) not in self._titles.given
        return not (alone and town)

    def counted(self, shadow: str, at: int) -> bool:
        """Whether a noun for persons ends before a number: "a German hostage, 70"."""
        if not shadow.endswith(_CLOSES, max(0, at - _LOOK), at):
            return False
        noun = _NOUN.search(shadow, max(0, at - _LOOK), at)
        return noun is not None and self.noun(noun["word"])

    def _goes_on(self, before: list[str]) -> bool:
        """Whether the last of these words belongs to the name: it has a capital, or is "de"."""
        return bool(before) and (before[-1][0].isupper() or before[-1] in self._titles.inside)
