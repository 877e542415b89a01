"""Where it happened and who took part: places, countries, agencies, groups, operations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facts.folding import fold
from facts.incidents.passages import Passage
from facts.model import Mention, Nationality, Operation, Organisation, Place

_GROUPS = frozenset({"armed_group", "criminal_group", "group", "cartel", "terrorist_group"})
_NOT_ACTING = frozenset(
    {"media", "news_agency", "company", "newspaper", "broadcaster", "airline", "ngo", "charity",
     "party", "court"}
)  # fmt: skip
_NOT_HOME = frozenset({"international", "ministry", "military"})
_SCENELESS = frozenset({"airport", "port"})
_DATELINE = 3
"""Mentions of its country that a dateline is worth."""
_LOOK, _LOOK_FAR = 30, 80

_VIA = re.compile(r"\b(?:via|through|by way of|transiting|stopover in)\W*\Z")
_PASSING = re.compile(
    r"\b(?:via|through|by way of|from|to|bound for|between|between [\w-]+ and|towards?|left"
    r"|based in|headquartered in|born in|cross(?:ed|ing)? into|enter(?:ed|ing)?)\W*\Z"
)
"""Words before where something came from, went to or passed, not where it happened."""
_AWAY = re.compile(
    r"\b(?:bound|destined|head(?:ed|ing)|en route|on (?:its|their|his|her|the) way|arriv(?:ed|ing)"
    r" from|return(?:ed|ing) from)\b[^.;,]{0,50}\Z"
)
"""The way to or from a place, up to its name: "headed for the ports of Antwerp and ..."."""
_DISTANT = re.compile(r"\b(?:km|kms|kilomet(?:re|er)s?|miles?)\b\)?[^.;,]{0,60}\Z")
"""A place that only says where another is: "some 135 km northeast of the capital Baghdad"."""
_RESIDENT = re.compile(r"\b[0-9]{2}, (?:both )?(?:of|from) [^.;]{0,40}\Z")
"""Where somebody lives: "Darren Pashley, 47, of Doncaster Road, Rotherham"."""
_BESIDE = re.compile(r"\b(?:wedged between|bordering|neighbou?ring|bordered by)\b[^.;]{0,40}\Z")
"""A country that only lies beside the one where it happened."""
_SAID_IN = re.compile(r"\b(?:said|told|announced)\b[^.;,]{0,16}\b(?:in|at)\W*\Z")
_SAYING = ("said", "announced", "reported", "says", "told", "added", "confirmed")


class Home(NamedTuple):
    """What an article is about throughout, taken where an incident's own words name none."""

    country: str | None
    """The country named most."""
    agency: str | None
    """The agency, where only one acts in the whole article, named before any other."""
    year: str | None
    """The year it was published."""


def home_of(mentions: Sequence[Mention], published: str | None) -> Home:
    """What an article is about throughout."""
    acting = [m.value for m in mentions if isinstance(m.value, Organisation) and _acts(m.value)]
    at_home = unique(o.acronym or o.name for o in acting if o.type not in _NOT_HOME)
    first = acting[0].acronym or acting[0].name if acting else None
    agency = first if len(at_home) == 1 and at_home[0] == first else None
    return Home(_home_country(mentions), agency, published[:4] if published else None)


def _home_country(mentions: Sequence[Mention]) -> str | None:
    found: Counter[str] = Counter()
    for mention in mentions:
        if isinstance(mention.value, Place | Nationality) and mention.value.country:
            dateline = isinstance(mention.value, Place) and mention.value.role == "dateline"
            found[mention.value.country] += _DATELINE if dateline else 1
    return found.most_common(1)[0][0] if found else None


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names once each, as first written."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return tuple(seen.values())


def places(passages: Iterable[Passage], scene: Sequence[Mention]) -> list[str]:
    """Where it happened; the scene of the incident before where nothing else is said."""
    own = [
        m.value.name
        for passage in passages
        for m in passage.places
        if isinstance(m.value, Place)
        and not _follows(passage, m, _PASSING)
        and not _follows(passage, m, _SAID_IN)
        and not _leads_to(passage, m, _AWAY)
        and not _leads_to(passage, m, _DISTANT)
        and not _leads_to(passage, m, _RESIDENT)
    ]
    return own or [
        m.value.name for m in scene if isinstance(m.value, Place) and m.value.type not in _SCENELESS
    ]


def countries(passages: Iterable[Passage]) -> list[str]:
    """Where it happened, who took part, and where people or goods came from or were bound for."""
    return [
        country
        for passage in passages
        for mention in passage.mentions
        if (country := _country(passage, mention))
    ]


def _country(passage: Passage, mention: Mention) -> str | None:
    value = mention.value
    if isinstance(value, Nationality):
        return value.country
    if not isinstance(value, Place) or value.role != "location":
        return None
    if _follows(passage, mention, _VIA) or any(
        _leads_to(passage, mention, words) for words in (_DISTANT, _BESIDE)
    ):
        return None
    return value.country


def _leads_to(passage: Passage, mention: Mention, words: re.Pattern[str]) -> bool:
    """Whether words of a kind lead up to a name, with others between."""
    at = mention.start - passage.span.start
    return at > 0 and words.search(passage.text, max(0, at - _LOOK_FAR), at) is not None


def _follows(passage: Passage, mention: Mention, words: re.Pattern[str]) -> bool:
    """Whether a name stands right after words of a kind."""
    at = mention.start - passage.span.start
    return at > 0 and words.search(passage.text, max(0, at - _LOOK), at) is not None


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
    """A ministry that announces does not act."""
    if value.type not in ("ministry", "government"):
        return False
    at = mention.end - passage.span.start
    after = passage.text[at : at + _LOOK].lstrip(" ,)").split(maxsplit=1)
    return bool(after) and after[0].strip(",.") in _SAYING


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
