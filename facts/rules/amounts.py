"""The kinds of rules that tell sums of money, and what a web page leaves around an article."""

from typing import ClassVar

from facts.rules.kinds import Rule


class Currency(Rule, frozen=True, kw_only=True):
    """A currency; the id is its ISO 4217 code, which may itself stand beside a sum."""

    table: ClassVar[str] = "currency"
    file: ClassVar[str] = "currencies.toml"

    signs: str = ""
    """What stands before a sum: $, €, Rs."""
    names: str = ""
    """What follows a sum, singular and plural."""
    near: str = ""
    """Words of an article by which a shared name ("dinars") is this currency."""
    dollars_of: str = ""
    """The country, by ISO 3166-1 alpha-2 code, where a bare "$" is this currency."""
    point_groups: bool = False
    """True where it is written at home with a point between thousands: 35.000 euros."""
    per_dollar: tuple[float, float] | None = None
    """The lowest and the highest exchange rate a printed conversion may imply."""


class PageFurniture(Rule, frozen=True, kw_only=True):
    """What a web page leaves around an article, by the lines that give it away.

    Compared without regard to case; what opens with a comma cannot be written.
    """

    table: ClassVar[str] = "boilerplate"
    file: ClassVar[str] = "boilerplate.toml"
    patterns: ClassVar[tuple[str, ...]] = ("pattern", "ending")

    reason: str
    """share_widget, breadcrumb, related_articles, comment_form, image_caption."""
    lines: str = ""
    """A line that is one of these and nothing more."""
    openings: str = ""
    """A short line that opens with one of these."""
    tails: str = ""
    """A heading that hides everything up to the next such heading."""
    agencies: str = ""
    """Picture agencies: "AFP/NAME - caption"."""
    buttons: str = ""
    """Words of which a line consists and of nothing else: "Facebook Twitter Email"."""
    pattern: str = ""
    """A regular expression a whole short line matches."""
    ending: str = ""
    """A regular expression the end of a line matches: a picture's credit."""
    phrases: str = ""
    """What only a site says of itself, anywhere in a line: all rights reserved."""
    calls: str = ""
    """How a line opens that asks its reader for something: subscribe, sign up."""
    things: str = ""
    """What a site has or asks its reader for: newsletter, account, inbox."""
    headings: str = ""
    """Words of headings over links to other stories: more, related, from, section."""
    about: str = ""
    """Those of them that such a heading needs one of: stories, read, latest."""
    scenes: str = ""
    """Verbs of captions, as they tell what somebody does in a picture: stands, walk."""
    outlets: str = ""
    """Last words of the names of papers and their sections: times, herald, news."""


KINDS: tuple[type[Rule], ...] = (Currency, PageFurniture)
"""These kinds, for the catalogue of all."""
