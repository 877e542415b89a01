"""What the rules' verbs of arresting, trying and finding say in an incident, as patterns.

The verbs are the key `alone` of the triggers in the rule files; a pattern here says where they
stand when they tell of one who is not counted, of cash, or of the day on which it was done.
"""

import re
from typing import Final, NamedTuple

from facts.cue import Cue
from facts.frames.verbs import forms
from facts.later import later
from facts.rules.book import RuleBook
from facts.rules.kinds import Trigger, words

_ONE: Final = (
    "driver suspect man woman passenger trafficker smuggler courier traveller traveler accused "
    "owner pilot captain skipper dealer mule grandmother businessman businesswoman national "
    "citizen student teenager employee agent militant fugitive ringleader leader vendor"
)
_HEAD: Final = (
    "leader head chief boss kingpin ringleader mastermind financier recruiter fugitive trafficker "
    "smuggler commander baron lord"
)
_PERSON: Final = f"(?:{_ONE.replace(' ', '|')})"
_CUSTODY: Final = (
    r"(?:placed|put|kept|held|taken) (?:\w+ )?(?:under arrest|in(?:to)? (?:police )?custody)"
)


class People(NamedTuple):
    """Where the verbs tell that one who is not counted is held or tried."""

    is_done: Cue
    """After a name: "was arrested", "has been jailed"."""
    does: Cue
    """Before a name: "arrested the leader of"."""
    head_held: Cue
    """Those who are held, though no number and no name says so: "the leader was captured"."""
    one_held: Cue
    """One person who was named before is held."""
    they_held: Cue
    """One person is held, who is only "he" or "she"."""
    both_held: Cue
    one_tried: Cue
    """One person is sentenced."""
    holds: Cue
    """Right before the name of who is held."""
    held: re.Pattern[str]
    """Right after the name of who is held."""


class Cash(NamedTuple):
    """Where the verbs tell that a sum was found, and not paid."""

    found: re.Pattern[str]
    """What is done to cash that is an incident."""
    carried: re.Pattern[str]
    """What is said of who has undeclared cash on them."""
    worth: re.Pattern[str]
    """Before the worth of things that were seized and are not counted: "seizing a load worth"."""
    found_after: re.Pattern[str]
    """After a sum that was found: "and $41,500 were recovered from false cavities"."""


class Acts(NamedTuple):
    """The patterns that need the verbs of a rule book."""

    people: People
    cash: Cash
    happened: re.Pattern[str]
    """Before the day on which something was done."""


def acts(book: RuleBook) -> Acts:
    """The patterns of a rule book; ask for them with ``book.derive(acts)``."""
    verbs = _Verbs(book)
    happened = later(
        rf"\b(?:{verbs.done(f'arrest convict {_TAKEN} find catch rescue release kidnap search')}"
        r"|(?:open|attack|launch|conduct|execut|pick)ed|held|carried out|took place|happened"
        r"|occurred|struck|moved (?:in|against)|swooped|pleaded guilty"
        r"|(?:arrests|operations?|raids|searches) (?:began|started)"
        r"|(?:action day|operations?|raids?|arrests?|seizures?|attack|incident|bust) (?:on|of))"
        r"\b[^.;]{0,90}\Z"
    )
    return Acts(_people(verbs), _cash(verbs), happened)


class _Verbs:
    """The verbs of triggers as alternatives of a pattern, the longest first."""

    def __init__(self, book: RuleBook) -> None:
        self._triggers = book.table(Trigger)

    def done(self, triggers: str) -> str:
        """As they say that it was done: arrested, caught."""
        return self._either(triggers, _DONE)

    def any(self, triggers: str) -> str:
        """In all their forms."""
        return self._either(triggers, _FORMS)

    def last_words(self, triggers: str, *, done: bool = False) -> str:
        """The word each of them ends with, for a cue; `done` of those that say it was done."""
        said = self._said(triggers, _DONE if done else _FORMS)
        return " ".join(sorted({last for name in said for last in _LETTERS.findall(name)[-1:]}))

    def _either(self, triggers: str, wanted: frozenset[str]) -> str:
        said = sorted(self._said(triggers, wanted), key=lambda one: (-len(one), one))
        return f"(?:{'|'.join(map(re.escape, said)) or '(?!)'})"

    def _said(self, triggers: str, wanted: frozenset[str]) -> set[str]:
        return {
            name
            for trigger in triggers.split()
            if trigger in self._triggers
            for verb in words(self._triggers[trigger].alone)
            for name, form in forms(verb)
            if form in wanted
        }


_LETTERS: Final = re.compile(r"[a-z]+")
_DONE: Final = frozenset({"ed", "participle"})
_FORMS: Final = frozenset({"base", "third", "past", "participle", "ed", "ing"})
_DONE_TO: Final = "arrest convict charge seize"
_TAKEN: Final = "seize recover intercept halt"


def _people(verbs: _Verbs) -> People:
    held, tried = verbs.done("arrest"), verbs.done("convict")
    done = verbs.done(_DONE_TO)
    is_held = f"{verbs.last_words('arrest', done=True)} offloaded over arrest custody"
    return People(
        is_done=Cue(
            rf"\b(?:was|were|been|being) (?:\w+ ){{0,2}}{done}\b",
            verbs.last_words(_DONE_TO, done=True),
        ),
        does=Cue(
            rf"\b{verbs.any('arrest convict')}\b[^.;]{{0,60}}\Z", verbs.last_words("arrest convict")
        ),
        head_held=Cue(
            rf"\b(?:{_HEAD.replace(' ', '|')})\b[^.;]{{0,80}}\b(?:was|has been|had been)"
            rf" (?:\w+ ){{0,2}}{done}\b",
            verbs.last_words(_DONE_TO, done=True),
        ),
        one_held=Cue(
            rf"\b(?:the|an?) (?:[\w-]+ ){{0,2}}{_PERSON}\b(?:[^.;]|\b(?:mrs?|ms|dr)\.){{0,80}}"
            rf"\b(?:was|has been) (?:\w+ ){{0,2}}(?:{held}|offloaded|handed over|{_CUSTODY})\b"
            rf"|\b{held} (?:the|its|their|his) (?:[\w-]+ ){{0,2}}{_PERSON}\b",
            is_held,
        ),
        they_held=Cue(
            rf"\b(?:he|she) (?:was|had been) (?:\w+ ){{0,2}}(?:{held}|{_CUSTODY})\b", is_held
        ),
        both_held=Cue(
            r"\bboth (?:of them |(?:[\w-]+ ){0,2}(?:men|women|suspects|drivers|passengers)\b"
            rf"[^.;]{{0,60}} )?(?:were|are|have been) (?:\w+ )?(?:{held}|{_CUSTODY}"
            r"|in (?:police )?custody)\b",
            "both",
        ),
        one_tried=Cue(
            rf"\b(?:an?|the|convicted) (?:[\w'-]+ ){{0,3}}{_PERSON}\b[^.;]{{0,80}}"
            rf" (?:was|has been|been) (?:\w+ )?(?:{tried}|sent to (?:\w+ )?prison)\b"
            rf"|\b{tried} (?:him|her|an? (?:[\w'-]+ ){{0,4}}{_PERSON})\b",
            f"{verbs.last_words('convict', done=True)} prison",
        ),
        holds=Cue(
            rf"\b{verbs.any('arrest')} (?:(?:the|an?|one|its|their|suspected|alleged|fugitive) )?"
            r"(?:[\w'-]+,? ){0,4}\Z",
            verbs.last_words("arrest"),
        ),
        held=later(
            r"\A(?:[^.;]{0,80}?,)? (?:was|were|has been|have been|had been) (?:\w+ ){0,2}"
            rf"(?:{held}|{_CUSTODY})\b"
        ),
    )


def _cash(verbs: _Verbs) -> Cash:
    found = verbs.any(f"{_TAKEN} hide find catch take")
    return Cash(
        found=later(rf"\b(?:{found}\b|undeclared\b|smuggl)"),
        carried=later(
            rf"\b(?:{verbs.done('arrest intercept halt find catch')} (?:[\w-]+ ){{0,3}}with"
            r"|carr(?:ied|ying))\b(?:(?! at )[^.;]){0,50}\Z"
        ),
        worth=later(
            rf"\b{verbs.any('seize recover intercept')} (?:[\w-]+ ){{0,4}}(?:worth|valued at)"
            r" (?:[\w-]+ ){0,3}\Z"
        ),
        found_after=later(
            rf"\A[^.;]{{0,40}}\b(?:was|were) (?:also )?{verbs.done('seize recover find')}\b"
        ),
    )
