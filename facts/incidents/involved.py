"""Countries of an incident: where it happened, whose services acted, the ends of the route."""

import re
from collections.abc import Iterable, Iterator, Sequence

from facts.cue import Cue
from facts.folding import fold
from facts.incidents.passages import Passage
from facts.later import later
from facts.model import Mention, Nationality, Organisation, Place
from facts.spans import Span

_LOOK = 80

_NOT_INVOLVED = Cue(
    r"\b(?:(?:km|kms|kilomet(?:re|er)s?|miles?)\b\)?[^.;,]{0,60}"
    r"|(?:wedged between|bordering|(?<!in )(?<!from )neighbou?ring|bordered by)\b[^.;]{0,40}"
    r"|(?:based|headquartered|headquarters|meets?|rival|like|such as)\W+(?:(?:in|at)\W+)?"
    r"(?:the\W+)?)\Z",
    "km kms kilometre kilometres kilometer kilometers mile miles wedged bordering neighbouring "
    "neighboring bordered based headquartered headquarters meet meets rival like such",
)
"""Words before a country that lies near or is compared."""
_CREW = Cue(
    r"\b(?:crew(?: ?members| ?men)?(?: of [\w-]+)?|crewmembers|sailors|seafarers|seamen|pilots)\b"
    r",? \(?(?:who (?:\w+ ){1,2})?(?:all |mostly )?from "
    r"(?:(?! (?:to|at|in|on|off|were|was|bound|had|has)\b)[^.;:()])*\Z",
    "crew crewmen crewmembers sailors seafarers seamen pilots",
)
"""Words before the countries that the crew of a ship or plane is from, which it is not of."""
_FLAG = Cue(
    r"\b(?:flag of|(?:registered|chartered) (?:in|to)|owned by [^.;,]{0,40} (?:in|from)"
    r"|flying the) (?:the )?\Z",
    "flag registered chartered owned flying",
)
"""Words before the country whose flag a ship flies."""
_FLAGGED = later(r"[- ](?:flag(?:ged)?|registered|owned|built)\b")
"""Words after it."""
_STOPOVER = Cue(
    r"\b(?:via|through|by way of|transiting|stopover in)\W*\Z",
    "via through way transiting stopover",
)
"""Words before a town where only a plane was changed; a country on the way is involved."""

_ROUTE = later(
    r"\b(?:[Ff]rom|to|for|into|between|out of|towards?|via|through|left|leaving|departed)"
    r"(?: the| neighbou?ring| port of)? (?:[A-Z][\w'-]+,?(?: and| or| the| of)* ){0,14}\Z"
    r"|\b(?:bought|purchased|obtained|procured|sourced|sold|buyers|active|operat(?:ed|es|ing))"
    r"\b[^.;]{0,40} in(?: the)? (?:[A-Z][\w'-]+,?(?: and| or| the| of)* ){0,14}\Z"
)
"""Words before where people or goods came from or were bound for."""
_MOVING = frozenset(
    "arrive arrived arriving came come coming bound headed heading destined imported exported "
    "sailed departed left shipped sent sending flown flew travel travelled travelling traveled "
    "traveling transport transported transporting crossing crossings smuggled smuggling "
    "trafficked trafficking originated originating origin route routes via through brought bring "
    "take destination destinations suppliers supplied shipment consignment ran run running carried "
    "carry moved moving way bought purchased obtained procured sourced sold buyers active operated "
    "operates operating".split()
)
"""Words of a sentence that tells a route."""

_ACTING = later(
    r"(?:'s)?(?: [\w-]+){0,2} (?:authorities|police|customs|officers|officials"
    r"|security (?:services?|forces?|agencies|agency)|navy|naval|army|troops|soldiers|marines"
    r"|(?:armed |special )?forces"
    r"|coast ?guards?|gendarme\w*|carabinieri|interior|government|intelligence|prosecut\w+"
    r"|investigators|agents|detectives|agency|agencies|counterparts?|partners|courts?"
    r"|directorate|waters|territory|soil|ports?|airports?|cit(?:y|ies)|towns?|provinces?|capital"
    r"|(?:warehouse|desert|sahara|side)s?|(?:im|e)?migrants?|refugees|asylum seekers)\b"
)
"""After a nationality: who acts, or where it happened; not who was held, killed or freed."""
_PEOPLE = later(r"(?:'s)?,? (?:nationals?|citizens?|origin|nationality|descent|passport)\b")
_JOINED = frozenset({"-", "/", ", ", " and ", ", and ", "-and "})


def countries(passages: Iterable[Passage]) -> list[str]:
    """Where it happened, who took part, and where people or goods came from or were bound for."""
    return [
        country
        for passage in passages
        for country in (*_named(passage), *_of_services(passage))
        if country
    ]


def on_the_way(passages: Iterable[Passage]) -> list[str]:
    """The ends of the route in sentences that tell of nothing else: "It had sailed from Peru"."""
    return [
        mention.value.country
        for passage in passages
        if not _MOVING.isdisjoint(passage.words)
        for mention in passage.mentions
        if isinstance(mention.value, Place)
        and mention.value.country
        and mention.value.role == "location"
        and _is_on_route(passage, mention)
    ]


def follows(passage: Passage, mention: Mention, cue: Cue) -> bool:
    """Whether words of a kind that few passages have lead up to a name."""
    return not cue.needs.isdisjoint(passage.words) and leads_up(passage, mention, cue.pattern)


def leads_up(passage: Passage, mention: Mention, words: re.Pattern[str]) -> bool:
    """Whether words of a kind lead up to a name."""
    at = mention.start - passage.span.start
    return at > 0 and words.search(passage.text, max(0, at - _LOOK), at) is not None


def _is_on_route(passage: Passage, mention: Mention) -> bool:
    at = mention.start - passage.span.start
    town = isinstance(mention.value, Place) and mention.value.type != "country"
    if town and follows(passage, mention, _STOPOVER):
        return False
    return _ROUTE.search(passage.printed, max(0, at - 2 * _LOOK), at) is not None


def _named(passage: Passage) -> Iterator[str | None]:
    for mention in passage.mentions:
        value = mention.value
        if not isinstance(value, Place) or value.role != "location":
            continue
        if value.type != "country" and follows(passage, mention, _STOPOVER):
            continue
        if follows(passage, mention, _NOT_INVOLVED) or is_told(passage, mention):
            continue
        if not _is_of_ship(passage, mention):
            yield value.country


def _is_of_ship(passage: Passage, mention: Mention) -> bool:
    """Whether it is only the flag state of a ship, or where its crew is from."""
    if follows(passage, mention, _FLAG) or follows(passage, mention, _CREW):
        return True
    return _FLAGGED.match(passage.text, mention.end - passage.span.start) is not None


def _of_services(passage: Passage) -> Iterator[str | None]:
    """The countries whose services or soil a passage names: "Spanish and French police"."""
    names = [m for m in passage.mentions if isinstance(m.value, Nationality)]
    acting = False
    for number in range(len(names) - 1, -1, -1):
        mention = names[number]
        between = _between(passage, mention, names[number + 1 : number + 2])
        acting = (acting and between in _JOINED) or _acts(passage, mention)
        if acting and isinstance(mention.value, Nationality):
            yield mention.value.country


def _between(passage: Passage, mention: Mention, following: Sequence[Mention]) -> str | None:
    if not following:
        return None
    part = Span(mention.end - passage.span.start, following[0].start - passage.span.start)
    return passage.text[part.start : part.end]


def _acts(passage: Passage, mention: Mention) -> bool:
    at = mention.end - passage.span.start
    if _PEOPLE.match(passage.text, at):
        return False
    if _ACTING.match(passage.text, at):
        return True
    near = (m for m in passage.mentions if mention.end <= m.start <= mention.end + 2)
    return any(isinstance(m.value, Organisation) for m in near)


_TOLD_THERE = later(
    r"(?<![\w-])(?P<verb>[\w-]+)(?:,? (?:on|at|late|early|yesterday|today|here|this|morning"
    r"|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[0-9]{1,2}|reporters"
    r"|journalists|newsmen|the (?:press|media|news agency)|(?:press )?(?:conference|briefing)"
    r"|statement|afp|reuters|an?|in a)\b)*,? (?:in|at|from) (?:the )?\Z"
)
_SPEAKING = frozenset(
    "statement release conference briefing briefed addressing speaking reporters journalists "
    "newsmen media press".split()
)


def is_told(passage: Passage, mention: Mention) -> bool:
    """Whether a place is where it was told: "Europol said in The Hague"."""
    at = mention.start - passage.span.start
    before = passage.text[max(0, at - _LOOK) : at]
    if not before.endswith(("in ", "at ", "from ", "the ")):
        return False
    found = _TOLD_THERE.search(before)
    if found is None:
        return False
    spoken = found["verb"] in passage.saying or found["verb"] in _SPEAKING
    return spoken or " statement " in found[0] or _is_seat(passage, mention, found["verb"])


_BODY = frozenset(
    "bureau fund organisation organization agency centre center institute association union office "
    "headquarters committee council commission programme program international foundation firm "
    "company embassy analyst analysts watchdog federation ministry secretariat think-tank".split()
)
_ACTING_BODIES = frozenset(
    "police customs guard guards navy army gendarmerie force forces command directorate court "
    "rangers troops unit division".split()
)


def _follows_body(passage: Passage, mention: Mention) -> bool:
    """Whether it stands right after the name of a body that is no police, court or army."""
    return any(
        isinstance(m.value, Organisation)
        and m.end + len(" in ") == mention.start
        and _ACTING_BODIES.isdisjoint(fold(m.value.name).split())
        for m in passage.mentions
    )


_CALLS = frozenset(
    "urged condemned called warned welcomed denounced demanded appealed praised hailed".split()
)
_NEXT = later(r",? (?P<verb>[\w-]+)")


def _is_seat(passage: Passage, mention: Mention, body: str) -> bool:
    """Whether it is where a body has its seat that speaks: "the bureau in London urged"."""
    if passage.core or not (body in _BODY or _follows_body(passage, mention)):
        return False
    said = _NEXT.match(passage.text, mention.end - passage.span.start)
    return said is not None and (said["verb"] in passage.saying or said["verb"] in _CALLS)
