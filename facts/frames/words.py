"""The small words of English that end a phrase or a clause."""

BE = frozenset("is are was were be been being am 's 're get gets got getting gotten".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset("will would can could may might must shall should to".split())
ADVERBS = frozenset(
    "also already later then now still recently subsequently immediately previously reportedly "
    "allegedly jointly finally initially again successfully further meanwhile both all never not "
    "simultaneously separately officially together since just only even eventually thus so far "
    "promptly quickly ever soon earlier afterwards themselves".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your each every some any no other "
    "another such same said all both either neither what certain".split()
)
PREPOSITIONS = frozenset(
    "in on at by for from with without to into onto of off over under near through across along "
    "during between among amongst within against around about above below behind beside besides "
    "beyond inside outside toward towards upon until till via aboard amid despite except per than "
    "as like throughout following including alongside versus out up down after before since "
    "while worth pending".split()
)
CONJUNCTIONS = frozenset("and or but nor plus & then yet while".split())
PRONOUNS = frozenset(
    "he she it they we you i him them us me himself herself itself themselves who whom whose which "
    "where when why how there here that one's".split()
)
AUXILIARIES = BE | HAVE | (MODALS - {"to"}) | frozenset("do does did done n't cannot".split())
SUBORDINATORS = frozenset(
    "when while after before because although though but whereas if unless until that since as "
    "where once whether".split()
)
"""Words that open another clause; "after", "before", "since" and "as" only before a clause."""

WEIGHING = frozenset("weighing totalling totaling weighed weigh weighs measuring".split())
"""Words between a thing and its weight."""

RELATIVES = frozenset("who whom whose which".split())

FINITE = frozenset(
    "said says say told tells fled flee flees came come comes took take takes led lead leads left "
    "leave leaves died die dies dead began begin begins begun tried try tries made make makes went "
    "go goes gone gave give gives given saw see seen knew know known kept keep keeps held hold "
    "holds found find finds caught catch taken sent send brought bring bound meant driven worn "
    "shot hit ran run runs fell fall hidden stolen born thought belong belongs belonged remain "
    "remains became become becomes faces face facing lost lose met meet paid pay set stood sat "
    "spent sold sell bought buy broke broken built chose cut drove fought got grew hung hurt laid "
    "let meant rose rise sank sunk sought seek spoke stole struck swore swept thrown threw wore "
    "won wrote written appear appears include includes contain contains carry work "
    "works allegedly reportedly due believed weighing worth aged more fewer less each apiece "
    "respectively alone so far total overall annually daily weekly monthly yearly away ago later "
    "earlier alive missing last next today yesterday tomorrow tonight combined nationwide "
    "countrywide worldwide abroad overseas locally online".split()
)
"""Words that end a noun phrase though they look like a noun: verbs, dates, what follows a noun."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mon tue wed thu fri sat sun jan feb mar "
    "apr jun jul aug sep sept oct nov dec".split()
)

STOP = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | CALENDAR | FINITE
) - frozenset(["other", "such"])


_IRREGULAR = {
    "man": "men", "woman": "women", "person": "persons", "child": "children", "wolf": "wolves",
    "knife": "knives", "leaf": "leaves", "life": "lives", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "ox": "oxen", "thief": "thieves",
}  # fmt: skip
_SAME = frozenset(
    "people police aircraft sheep fish species ammunition ivory jewellery jewelry livestock deer "
    "cattle personnel foodstuffs headquarters equipment paraphernalia hardware gear packaging "
    "pottery literature headgear glue adhesive ammo machinery merchandise contraband camouflage "
    "furniture artillery weaponry armor armour belongings".split()
)


def _person(word: str) -> str:
    """The "man" of "fisherman": what has the plural of the shorter word."""
    if not word.endswith(("man", "child")):
        return ""
    return "man" if word.endswith("man") else "child"


def plural(noun: str) -> str:
    """The plural of a noun or a noun phrase: "boat" is "boats", "work of art" "works of art"."""
    if " of " in noun:
        head, of, rest = noun.partition(" of ")
        return f"{plural(head)}{of}{rest}"
    last = noun[noun.rfind(" ") + 1 :]
    singular = last if last in _IRREGULAR else _person(last)
    if singular:
        return noun[: -len(singular)] + _IRREGULAR[singular]
    if last in _SAME:
        return noun
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
