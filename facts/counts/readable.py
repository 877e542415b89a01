"""Which numbers count something at all, and what a number alone can count."""

from facts.frames.ground import GROUPS, Governor
from facts.frames.nouns import AGENTS
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.frames.words import ADVERBS, BE, HAVE
from facts.polarity import is_none

SURE = 2.5
"""From here on a trigger stands beside its phrase."""
WEAK = 1.0
"""Below this a trigger only mentions what happened elsewhere in the sentence."""
_ACTING = frozenset(
    "executing executed executes carried carrying conducted conducting raided raiding stormed "
    "swooped searched searching supported backed targeted targeting surrounded combed "
    "checked inspected patrolled screened monitored swept controlled descended".split()
)
_BEFORE_VERB = ADVERBS | HAVE | {"who", "were"}
_PARENTS = frozenset("mother father parent mum dad grandmother grandfather widow".split())
_REVISED = frozenset("earlier previous initial provisional".split())


def is_countable(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase can be a count: a whole number that is no range, no "one of", no "many"."""
    value = phrase.value
    if is_none(sentence, phrase) or (value is not None and value != value.to_integral_value()):
        return False
    single = phrase.of_whole and value == 1 and sentence.lows[phrase.last] not in ("a", "an")
    if (
        (single and not _has_own_verb(sentence, phrase))
        or _is_vague(phrase)
        or _is_parenthood(sentence, phrase)
    ):
        return False
    before = sentence.lows[phrase.first - 1]
    if before == "but" and sentence.lows[phrase.first - 2] == "all":
        return False
    if phrase.article and sentence.lows[phrase.last] in sentence.lexicon.saying:
        return False
    return not (_is_range(sentence, phrase) or _is_revised(sentence, phrase))


def _has_own_verb(sentence: Sentence, phrase: Phrase) -> bool:
    """ "One of the men was arrested", "they killed one of the men": what was done to that one."""
    at = phrase.last
    if phrase.noun is None:
        return False
    if any(
        e.last == phrase.first and e.voice == "active"
        for e in sentence.events
        if e.triggers & _DONE
    ):
        return True
    if sentence.lows[at] not in BE | HAVE:
        return False
    while sentence.lows[at] in BE | HAVE | ADVERBS:
        at += 1
    return any(
        e.first == at and e.voice == "passive" and e.triggers & _DONE for e in sentence.events
    )


_DONE = frozenset({"arrest", "kill", "injure", "rescue", "charge", "convict", "kidnap"})


def _is_vague(phrase: Phrase) -> bool:
    """ "many", "various": too little to count, unlike "several" and "hundreds"."""
    if phrase.number is None or phrase.value is not None:
        return False
    return phrase.number.printed.lower() in ("many", "numerous", "various", "a few")


def _is_parenthood(sentence: Sentence, phrase: Phrase) -> bool:
    """ "a mother of three": her children."""
    at = phrase.first - 1
    return sentence.lows[at] == "of" and sentence.lows[at - 1] in _PARENTS


def _is_range(sentence: Sentence, phrase: Phrase) -> bool:
    """ "two to fifteen years": the number before "to" counts nothing."""
    at = phrase.last
    if sentence.lows[phrase.first - 1] == "between" and phrase.noun is None:
        return True
    if phrase.noun is None and _leads_to_measure(sentence, at):
        return True
    if phrase.noun or sentence.lows[at] not in ("to", "or", "-"):
        return False
    return at + 1 in sentence.tokens.numbers


def _leads_to_measure(sentence: Sentence, at: int) -> bool:
    """ "terms of seven, nine and eleven years": numbers that share the noun of the last."""
    while sentence.lows[at] in (",", "and", "or"):
        following = next((p for p in sentence.phrases if p.first == at + 1), None)
        if following is None or following.noun:
            return following is not None and "measure" in following.nouns
        at = following.last
    return False


def _is_revised(sentence: Sentence, phrase: Phrase) -> bool:
    """ "an earlier toll of 100 dead" is the number no longer held."""
    if "toll" not in sentence.spoken:
        return False
    before = [sentence.lows[phrase.first - step] for step in (1, 2, 3, 4)]
    return "toll" in before and bool(_REVISED & set(before))


def is_strong_enough(governor: Governor, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a trigger reaches a phrase of its kind: a number alone needs it beside itself."""
    if phrase.noun is None:
        return governor.direct or (_is_group(sentence, phrase) and governor.strength >= WEAK)
    if phrase.article and sentence.lows[governor.event.first] == "looking":
        return False  # "looking for a buyer"
    if phrase.article and _is_of_counted(sentence, phrase):
        return False  # "seven members of a family were killed"
    if phrase.article:
        sure = governor.direct and governor.strength >= SURE
        return phrase.is_personal and (sure or _shares_verb(sentence, phrase, governor.event))
    return True


def _is_of_counted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it only says whose the people counted before it are."""
    of = phrase.first - 1
    return sentence.lows[of] == "of" and any(
        p.last == of and p.is_personal for p in sentence.phrases
    )


_WHOSE = frozenset("her his their".split())


def _shares_verb(sentence: Sentence, phrase: Phrase, event: Event) -> bool:
    """ "An officer and two gang members died": it stands before one with a number of its own."""
    at = phrase.last + 1 + (sentence.lows[phrase.last + 1] in _WHOSE)
    follows = next((p for p in sentence.phrases if p.first == at), None)
    if follows is None or follows.article or not follows.is_personal:
        return False
    return sentence.lows[phrase.last] == "and" and is_beside(sentence, follows, event)


def is_beside(sentence: Sentence, phrase: Phrase, event: Event) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a trigger and a phrase."""
    if event.first >= phrase.last:
        between = sentence.lows[phrase.last : event.first]
        return event.voice == "passive" and (BE | HAVE | ADVERBS).issuperset(between)
    return event.voice == "active" and ADVERBS.issuperset(sentence.lows[event.last : phrase.first])


def _is_group(sentence: Sentence, phrase: Phrase) -> bool:
    """ "a crew of four": the people of a group."""
    at = phrase.first - 1
    return sentence.lows[at] == "of" and sentence.lows[at - 1] in GROUPS


def tells_people(sentence: Sentence, governor: Governor, phrase: Phrase) -> bool:
    """Whether a number alone must count people: "7 arrested in Kabul", "killing 12"."""
    follows = governor.event.first >= phrase.last
    told = bool(governor.event.triggers & {"kill", "injure", "kidnap"})
    return follows or told or (governor.direct and _is_told_shortly(sentence, governor.event))


def _is_told_shortly(sentence: Sentence, event: Event) -> bool:
    """ "arrests 17", "jail 11 over fraud": headlines leave out that they count people."""
    return sentence.lows[event.first] not in _HELD and bool(event.triggers & _HEADLINE)


_HEADLINE = frozenset({"arrest", "charge", "convict", "rescue"})
"""Triggers that speak of people where no noun follows."""


def is_acting(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Over 300 officers raided 19 locations": those who do it, not whom it is done to."""
    at = phrase.last
    while sentence.lows[at] in _BEFORE_VERB:
        at += 1
    if sentence.lows[at] in _ACTING or _acts_later(sentence, phrase):
        return True
    return any(event.first == at and event.voice == "active" for event in sentence.events)


def _acts_later(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Around 120 officers of the Guardia Civil, belonging to ..., carried out": its own verb."""
    if phrase.first > _OPENING or sentence.lows[phrase.last] not in _OF_WHOM:
        return False
    clauses = sentence.scope.clauses
    for at in range(phrase.last, min(sentence.tokens.size, phrase.last + _LONGEST_SUBJECT)):
        if clauses[at] != clauses[phrase.last] or sentence.lows[at] in BE:
            return False
        if sentence.lows[at] in _ACTING and sentence.lows[at].endswith("ed"):
            return True
    return False


_OPENING = 2
"""Tokens before the subject of a sentence: "In total", "Some"."""
_OF_WHOM = frozenset(["of", "from", "with", "belonging", "and", ",", "including", "attached"])
_LONGEST_SUBJECT = 60


def may_be_people(phrase: Phrase) -> bool:
    """Whether it counts people, or leaves out what it counts."""
    return phrase.noun is None or phrase.is_personal


def presumed(sentence: Sentence, phrase: Phrase) -> frozenset[str]:
    """People, where a noun no rule knows is what one arrests, charges or convicts."""
    noun = phrase.noun
    if noun is None or noun.category or phrase.article or phrase.amount:
        return frozenset()

    def fits(event: Event) -> bool:
        held = sentence.lows[event.first] in _HELD and event.voice == "active"
        if not held and event.triggers & _PERSONAL and not _is_of_orders(sentence, event):
            return True
        agents = sentence.lows[noun.last - 1].endswith(AGENTS)
        return agents and _is_done_to_people(sentence.lows[event.first], event)

    governor = sentence.scope.governor(phrase, fits)
    sure = governor is not None and governor.direct and governor.strength >= SURE
    return frozenset({"person"}) if sure else frozenset()


def _is_of_orders(sentence: Sentence, event: Event) -> bool:
    """Orders and warrants are executed too."""
    return sentence.lows[event.first].startswith("execut")


def _is_done_to_people(word: str, event: Event) -> bool:
    """ "killed 12 beekeepers": orders are executed and containers seized, though."""
    return not word.startswith(_ALSO_THINGS) and bool(event.triggers & _OF_AGENTS)


_OF_AGENTS = frozenset({"kidnap", "kill", "injure", "rescue"})
_ALSO_THINGS = ("seiz", "execut", "neutrali", "eliminat", "pick", "evacuat")
_PERSONAL = frozenset({"arrest", "charge", "convict", "question"})
"""Triggers of what is done to people only."""
_HELD = frozenset("hold holds held holding".split())
"""Meetings are held too."""


def opens_partition(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a sentence opens with "Of the 12 suspects"."""
    return phrase.first == 2 and sentence.lows[0] == "of" and sentence.lows[1] in ("the", "those")
