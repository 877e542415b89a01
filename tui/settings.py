"""Every setting there is, each declared once.

Nothing here imports more than the first screen may: it is shown with the same settings.
"""

from tui.roles import THEMES
from tui.setting import Choice, Flag, HasGiven, Number, Setting, Words


class Settings(HasGiven):
    """The settings as they stand: what was given, else the defaults."""

    theme = Choice(
        "theme", "auto", ("auto", *THEMES),
        "The colours. auto takes dark, light where COLORFGBG tells of a light background, 16 where "
        "the terminal has no more colours, and mono where it has none. NO_COLOR makes it mono.",
    )  # fmt: skip
    glyphs = Choice(
        "glyphs", "auto", ("auto", "unicode", "ascii"),
        "The signs and lines. auto takes ascii where TERM is linux or a vt, or where the locale is "
        "not UTF-8.",
    )  # fmt: skip
    keys_preset = Choice(
        "keys.preset", "default", ("default", "vim"),
        "The keys to begin with; keys.toml changes single ones.",
    )  # fmt: skip
    mouse = Flag(
        "mouse", False,
        "Whether the wheel scrolls the text. Off leaves the mouse to the terminal, to select with.",
    )  # fmt: skip
    escape_ms = Number(
        "escape_ms", 0, (0, 1000),
        "How long a lone Esc is held back, as it may begin a longer sequence. 0 takes 5 ms, over "
        "SSH 25 ms.",
    )  # fmt: skip
    poll_ms = Number(
        "poll_ms", 100, (20, 5000), "How often colleagues' changes are looked for.",
    )  # fmt: skip
    user = Words("user", "", "Who you are in the log; else the name the machine knows.")
    editor = Words("editor", "", "The editor for E; else $VISUAL, $EDITOR, vi.")
    backup_daily = Flag(
        "backup.daily", True, "Whether a case that is opened on the desk is backed up once a day.",
    )  # fmt: skip


SETTINGS: tuple[Setting[object], ...] = tuple(
    value for value in vars(Settings).values() if isinstance(value, Setting)
)
"""All of them, in the order in which they are shown."""

NAMES = {setting.name: setting for setting in SETTINGS}
"""Each by its name."""
