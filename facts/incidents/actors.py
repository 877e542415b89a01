"""Where it happened and who took part: places, countries, agencies, groups, operations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from facts.cue import Cue
from facts.folding import fold
from facts.incidents.involved import follows, is_told, leads_up
from facts.incidents.passages import Passage
from facts.later import later
from facts.model import Mention, Nationality, Operation, Organisation, Place

_GROUPS = frozenset({"armed_group", "criminal_group", "group", "cartel", "terrorist_group"})
_NOT_ACTING = frozenset(
    {"media", "news_agency", "company", "newspaper", "broadcaster", "airline", "ngo", "charity",
     "party", "court", "bloc"}
)  # fmt: skip
_NOT_HOME = frozenset({"international", "ministry", "military"})
_AREAS = frozenset({"region", "sea", "water"})
_SCENELESS = frozenset({"airport", "port"})
_OF_COUNTRY = (Place, Nationality)
_DATELINE = 3
"""Mentions of its country that a dateline is worth."""
_THROUGHOUT = 2
"""More than how many times as often as any other the agency is named that all is about."""
_LOOK_AHEAD = 30

_NOT_SCENE = later(
    r"\b(?:"
    # where something came from, went to or passed
    r"(?:via|through|by way of|from|to|bound for|between|between [\w-]+ and|towards?|left|based in"
    r"|headquartered in|born in|cross(?:ed|ing)? into|enter(?:ed|ing)?)\W*"
    # where it was said: "told reporters in"
    r"|(?:said|told|announced)\b[^.;,]{0,16}\b(?:in|at)\W*"
    # "headed for the ports of Antwerp and"
    r"|(?:(?:bound|destined|head(?:ed|ing)|en route|on (?:its|their|his|her|the) way)\b"
    r"|(?:arriv|return)(?:ed|ing) from\b)[^.;,]{0,50}"
    # "will come before the examining magistrate in"
    r"|(?:will|would|due to|expected to) [^.;]{1,70}\b(?:in|at)\W*"
    # "from Sri Lanka, Singapore and"; "living in Nam Chua commune, Nam Po district,"
    r"|(?:from|via|between)\b(?:(?! (?:in|at|on|near|to|were|was|of)\b)[^.;:()]){1,50}"
    r"(?:,| and| or)\W*"
    r"|(?:living|lives?|lived|resid(?:es?|ed|ing)) in\b[^.;:()]{0,60}"
    r"|headquarters (?:in|at)\W*|(?:residents?|natives?) of\W*|hail(?:s|ed|ing)? from\W*"
    # "from western Herat"
    r"|from (?:the )?(?:(?:north|south|east|west)\w*|central|nearby)\W*"
    # "sailed from South America for Bissau", "to board for the Canary Islands"
    r"|\b(?:sail|board|depart|embark|leav)(?:ed|ing)?\b[^.;,]{0,50}\bfor (?:the )?\W*"
    # "taken to hospital in Chania", "a student of the university, Bauchi"
    r"|\b(?:hospitals?|clinic|recruited|prison|jail) in\W*|\buniversity\b[^.;]{0,30},\W*"
    r"|\btold (?:the )?(?:[\w-]+ ){1,4}in\W*"
    # "in countries like Singapore", "squeezed out of Guayaquil"
    r"|(?:countries|cities|places|ports) (?:like|such as)\W*|out of\W*"
    # "Darren Pashley, 47, of Doncaster Road,"
    r"|[0-9]{2}, (?:both )?(?:of|from) [^.;]{0,40}"
    r")\Z"
)
"""Words before a place that is not where it happened."""
_FAR = Cue(
    r"\b(?:km|kms|kilomet(?:re|er)s?|miles?)\b\)?[^.;,]{0,60}(?:capital, )?\Z",
    "km kms kilometre kilometres kilometer kilometers mile miles",
)
"""Words before a place that another is some way from: "some 135 km northeast of the capital"."""
_BOUND = later(
    r"[- ](?:bound|based|born)\b| (?:flights?|passengers?|zone|zonal|units?|bureau|branch)\b"
)
"""Words after a place that people or goods go to or come from, or a body is of: "a Rome-bound
passenger", "the Chennai zone"."""


class Home(Struct, frozen=True):
    """What an article is about throughout, taken where an incident's own words name none."""

    country: str | None
    """The country named most."""
    agency: str | None
    """The agency named before any other and more than twice as often as all others."""
    services: frozenset[str]
    """The words of that agency's name: police, customs, ..."""
    year: str | None
    """The year it was published."""


def home_of(mentions: Sequence[Mention], published: str | None) -> Home:
    """What an article is about throughout."""
    acting = [m.value for m in mentions if isinstance(m.value, Organisation) and _acts(m.value)]
    at_home = Counter(o.acronym or o.name for o in acting if o.type not in _NOT_HOME)
    first = acting[0].acronym or acting[0].name if acting else ""
    others = at_home.total() - at_home[first]
    if others:
        others += sum(o.type == "military" for o in acting)
    agency = first if at_home[first] > others * _THROUGHOUT else None
    names = frozenset(fold(acting[0].name).split()) if agency else frozenset[str]()
    return Home(_home_country(mentions), agency, names, published[:4] if published else None)


def _home_country(mentions: Sequence[Mention]) -> str | None:
    found: Counter[str] = Counter()
    for mention in mentions:
        value = mention.value
        if isinstance(value, _OF_COUNTRY) and value.country:
            dateline = isinstance(value, Place) and value.role == "dateline"
            found[value.country] += _DATELINE if dateline else 1
    return found.most_common(1)[0][0] if found else None


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names once each, as first written."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return tuple(seen.values())


def places(passages: Iterable[Passage], scene: Sequence[Mention]) -> list[str]:
    """Where it happened; the scene of the incident before where nothing else is said."""
    passages = list(passages)
    found = [place for passage in passages for place in scenes(passage)]
    if all(place.type in _AREAS for place in found):
        found += [place for passage in passages for place in scenes(passage, far=True)]
    return [place.name for place in found] or [
        m.value.name for m in scene if isinstance(m.value, Place) and m.value.type not in _SCENELESS
    ]


def scenes(passage: Passage, *, far: bool = False) -> Iterator[Place]:
    """The places of a passage where it happened, not those of a route or a statement.

    `far` gives those it happened some way from instead.
    """
    for mention in passage.places:
        if not isinstance(mention.value, Place):
            continue
        if _BOUND.match(passage.text, mention.end - passage.span.start):
            continue
        if follows(passage, mention, _FAR) is not far:
            continue
        if not leads_up(passage, mention, _NOT_SCENE) and not is_told(passage, mention):
            yield mention.value


def agencies(passages: Iterable[Passage]) -> list[str]:
    """The agencies that acted or announced it, by acronym if they have one."""
    return [
        mention.value.acronym or mention.value.name
        for passage in passages
        for mention in (*((passage.subject,) if passage.subject else ()), *passage.mentions)
        if isinstance(mention.value, Organisation)
        and _acts(mention.value)
        and not _is_speaking(mention.value, mention, passage)
    ]


def _acts(organisation: Organisation) -> bool:
    return organisation.type not in _GROUPS and organisation.type not in _NOT_ACTING


def _is_speaking(value: Organisation, mention: Mention, passage: Passage) -> bool:
    """A ministry that announces does not act, nor do prosecutors."""
    if value.type not in ("ministry", "government") and "prosecut" not in value.name.lower():
        return False
    at = mention.end - passage.span.start
    after = passage.text[at : at + _LOOK_AHEAD].lstrip(" ,)").split(maxsplit=1)
    return bool(after) and after[0].strip(",.") in passage.saying


def groups(passages: Iterable[Passage]) -> list[str]:
    """The armed or criminal groups."""
    return [
        m.value.name
        for passage in passages
        for m in passage.mentions
        if isinstance(m.value, Organisation) and m.value.type in _GROUPS
    ]


def operations(passages: Iterable[Passage]) -> Iterator[str]:
    """The names of the operation, the first first."""
    for passage in passages:
        for mention in passage.mentions:
            if isinstance(mention.value, Operation):
                yield mention.value.name
