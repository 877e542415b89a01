"""Articles that would turn a screen round: markup, escapes, hidden signs, other scripts."""

from facts.model import Extraction, Mention, Organisation, Place
from store import Case, NewArticle

MARKUP = (
    "Police [/] in [bold red]Rabat[/bold red] \x1b[31mred\x1b]0;title\x07 [link=x]\n\n"
    "[/] closes what was never open, [[1]] and [@click=app.quit]this[/] is only text.\n"
    "A terminal is told \x1b[2J\x1b[H to be empty, \x9b31m to be red, \x1bP to listen \x1b\\,\r"
    "and \x07 to ring; \x00 is nothing and \x7f is no letter. &lt;b&gt; <b>bold</b> {0} %s\n"
    "\tTabs\tstand\tapart.\n"
)
BIDI = (
    "Bidi \u202eesrever\u202c, \u2066isolated\u2069 and hi\u200bd\u2060den\n\n"
    "Three \u202earrested\u202c in Ra\u00adbat and Sa\u200dlé; a \ufeffmark and a \u061cletter.\n"
    "A lone high surrogate cannot be here, but \ufffd and \ufff9 can.\n"
)
ARABIC = (
    "أوقفت الشرطة في مراكش ثلاثة أشخاص\n\n"
    "ضبطت الشُّرْطَة ٣٥ كيلوغراماً من الحشيش في طنجة، و١٢ شخصاً في مراكش.\n"
    "Police in Marrakesh (مراكش) arrested 3 people.\n"
)
WIDE = (
    "警察在拉巴特逮捕了三人 👮 and 👩‍👩‍👧\n\n"
    "他们缴获了35公斤大麻。ﾊｰﾌ 漢字 mixed with words, 🚓🚨 and flags 🇲🇦🇪🇸.\n"
    "Cafe\u0301 in Nador, n\u0303, e\u0301\u0323, Z\u0351\u036b\u0343a\u0357l\u0360go\u0321.\n"
)
LONG = "One line of a megabyte\n\n" + "Boats left Nador before dawn, and nobody saw them. " * 20_000


def fill(case: Case) -> None:
    """Put the strange articles into a case, with facts that have strange words themselves."""
    texts = (MARKUP, BIDI, LONG, ARABIC, WIDE)
    added = case.add_articles(
        NewArticle(text.split("\n")[0], text, f"{number}-[/]\x1b.txt", "/in\u202e")
        for number, text in enumerate(texts)
    )
    found = Extraction(
        "gold",
        "en",
        mentions=(
            Mention(0, 10, Place("Rabat [/]\x1b[31m\u202e", "city", "MA"), "place.[/]"),
            Mention(11, 20, Organisation("[bold]\u200bpolice"), "organisation"),
            Mention(21, 24, Place("مراكش", "city", "MA"), "place"),
            Mention(25, 28, Place("警察 👮", "city", "CN"), "place"),
        ),
    )
    case.put_facts(dict.fromkeys(added.added, found))
