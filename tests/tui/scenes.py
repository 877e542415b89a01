"""What a person looks at: each screen there is, and the keys that lead to it."""

from collections.abc import Callable
from dataclasses import dataclass

from store import About, Case, open_case


def typed(text: str) -> tuple[str, ...]:
    """The keys that type a text."""
    return tuple({" ": "space", "\n": "enter"}.get(letter, letter) for letter in text)


@dataclass(frozen=True)
class Scene:
    """One screen, and how an analyst comes to it."""

    name: str
    keys: tuple[str, ...] = ()
    before: Callable[[Case], object] | None = None
    """What was done to the case earlier."""
    case: str = "seeds"
    """Which of the cases of tests/tui/conftest.py it is."""


def take_all(case: Case) -> None:
    """Take every incident that the rules propose."""
    for article in case.ids():
        for proposal in case.findings(article).incidents:
            case.incidents.take(article, proposal.id)


def take_neptune(case: Case) -> None:
    """Take the incident of the third article that the fourth reports too."""
    case.incidents.take(3, case.findings(3).incidents[2].id)


def link_neptune(case: Case) -> None:
    """An incident of two articles, tagged, with a note."""
    take_neptune(case)
    case.incidents.link_proposal(1, 4, case.findings(4).incidents[0].id)
    case.incidents.tag([1], ["terror/recruitment"])
    case.notes.write(About("incident", 1), "Ask INTERPOL which ports.\nالمتوسط")


def save_queries(case: Case) -> None:
    """Saved queries, one of them with a hostile name."""
    for name, query in (
        ("To do", "is:new"),
        ("Interpol", "interpol -is:dismissed"),
        ("شرطة", 'country:ma "tit mellil"'),
        ("[/] odd \x1b[31m\u202e", "seized:cannabis>500kg | has:flag"),
    ):
        case.queries.save(name, query)


def use_tags(case: Case) -> None:
    """Some tags on articles and an incident, one of them new to the case."""
    case.tag([1, 2, 3], ["drugs/cannabis"])
    case.tag([3, 4], ["drugs/cocaine"])
    case.tags.coin("goods/antiques", lambda: case.tag([5], ["goods/antiques"]))
    case.incidents.take(1, case.findings(1).incidents[0].id)
    case.incidents.tag([1], ["drugs/cannabis"])


def work_together(case: Case) -> None:
    """A few changes of two analysts, one of them taken back."""
    case.tag([1], ["drugs/cannabis"])
    with open_case(case.path, user="ben") as ben:
        tagged = ben.tag([1, 2, 3], ["response/arrest"])
        case.write_note(4, "Ask Rabat.")
        assert tagged
        case.undo(tagged.seq)
        ben.decide([2], "dismissed")
    case.poll()


def leave_draft(case: Case) -> None:
    """A note that bob was typing when his line died."""
    case.write_note(2, "known\n[/] seen")
    with open_case(case.path, user="bob") as bob:
        bob.save_draft(2, "known\n[bold] half a \x1b]0;\u202e line\n[/] seen")
        with bob.engine.connections.writing() as connection:
            connection.execute("UPDATE drafts SET process = ''")  # it has died since


def retitle(case: Case) -> None:
    """An incident whose title would turn a screen round."""
    case.incidents.take(1, case.findings(1).incidents[0].id)
    case.incidents.edit(1, "title", "[bold]\x1b[31m\u202ered[/] \u200b شرطة 警察 👮")


DESK = (
    Scene("first"),
    Scene("text", ("w", "2", "j", "j")),
    Scene("facts", ("w", "3", "A")),
    Scene("note", ("c", *typed("Ask Rabat.\nTwo at large."))),
    Scene("case-note", ("C", *typed("Hand over on Friday."))),
    Scene("linking", ("c", *typed("See [[cas"))),
    Scene("limited", ("l", *typed("interpol"), "enter")),
    Scene("limiting", ("l", *typed("tag:dru"), "tab")),
    Scene("wrong-limit", ("l", *typed("plase:rabat"), "enter")),
    Scene("found", ("/", *typed("rabat"), "enter", "n")),
    Scene("marked", ("s", "s", "l", *typed("interpol"), "enter")),
    Scene("tag", ("t", "d")),
    Scene("wrong-tag", ("t", "d", "9")),
    Scene("tag-by-words", ("t", "/", *typed("ant"), "tab"), use_tags),
    Scene("pinning", ("t", "g", "w", "P")),
    Scene("going", ("w",)),
    Scene("sorting", ("z",)),
    Scene("link-offers", ("G", "k", "i"), take_neptune),
    Scene("decided", ("d", "x", "f", "a", "r"), take_all),
    Scene("empty", case="empty"),
)
"""The desk with the keys in each of its places."""

OVER = (
    Scene("help", ("?",)),
    Scene("help-note", ("c", "escape", "w", "3", "?")),
    Scene("palette", ("ctrl+p", *typed("fact"))),
    Scene("palette-nothing", ("ctrl+p", *typed("[/]zz"))),
    Scene("why", ("w", "3", "A", "o")),
    Scene("history", ("H", "j"), work_together),
    Scene("incidents", ("w", "i", "j", "m"), take_all),
    Scene("no-incidents", ("w", "i")),
    Scene("incident", ("w", "i", "enter", "j"), link_neptune),
    Scene("incident-edit", ("w", "i", "enter", "j", "e", *typed(", arm"), "enter"), link_neptune),
    Scene("edit-words", ("w", "3", *"jjj", "e", "tab", "b")),
    Scene("edit-value", ("w", "3", *"jj", "e", "e", "ctrl+u", *typed("soon"), "enter")),
    Scene("add-words", ("/", *typed("license plates"), "enter", "+", "w")),
    Scene("add-kind", ("/", *typed("license plates"), "enter", "+", "enter")),
    Scene("added", ("/", *typed("license plates"), "enter", "+", "enter", "s", "enter", "w", "3")),
    Scene("help-found", ("?", "/", *typed("incident"), "enter")),
    Scene("tags", ("w", "t", "j", "3"), use_tags),
    Scene("tags-merge", ("w", "t", "m", *typed("drugs/co"), "tab"), use_tags),
    Scene("queries", ("Q", "j"), save_queries),
    Scene("no-queries", ("Q",)),
    Scene("drafts", ("D",), leave_draft),
)
"""The screens over it."""

STRANGE = (
    Scene("strange-list", case="strange"),
    Scene("strange-markup", ("w", "3", "j"), case="strange"),
    Scene("strange-bidi", ("j", "w", "3"), case="strange"),
    Scene("strange-line", ("j", "j", "w", "2", "space"), case="strange"),
    Scene("strange-arabic", ("j", "j", "j", "/", *typed("مراكش"), "enter"), case="strange"),
    Scene("strange-wide", ("G", "c", *typed("警察 👮 e\u0301 [/] "), "escape"), case="strange"),
    Scene("strange-words", ("w", "3", "e"), case="strange"),
    Scene("strange-why", ("w", "3", "o"), case="strange"),
    Scene("strange-incident", ("w", "i", "enter"), retitle),
    Scene("strange-limit", ("l", *typed("[/]شرطة\u202e 警"), "enter"), case="strange"),
)
"""Words that would turn a screen round, or a terminal on its head."""

SCENES = (*DESK, *OVER, *STRANGE)
