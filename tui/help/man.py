"""The man page: every command with its options, every key, the files; docs/casedesk.1."""

from collections.abc import Iterator
from importlib.metadata import version

import click

from tui.diagnostics import ExitCode
from tui.help.entries import PLACES, as_on_desk, sections
from tui.help.roff import bold, plain, section, subsection, tagged
from tui.keymap import Keymap
from tui.settings import SETTINGS

_NAME = "a case browser for the terminal, used with the keyboard alone"
_DESCRIPTION = (
    "Browse a case of news articles: read them, see the facts that were found in them and the "
    "words they were found in, decide, tag, annotate, put incidents together, undo. Nothing that "
    "was typed is ever lost, and everything can be undone.",
    "Standard output is data, standard error is words. A case is one file; its place is what "
    "--case says, else what CASEDESK_CASE says, else the default below.",
)
_OPTIONS = "Those that a command takes too can stand before its name or after it."
_EXITS = {
    ExitCode.OK: "Done.",
    ExitCode.NOTHING: "Nothing was found, or a file failed while the rest went on.",
    ExitCode.USAGE: "The command, or what it was given, cannot be used.",
    ExitCode.INTERNAL: "An error in casedesk itself; the sentence names the log with the details.",
    ExitCode.INTERRUPTED: "Ctrl+C; what was done by then is kept.",
}
_ENVIRONMENT = {
    "CASEDESK_CASE": "The case to work on.",
    "CASEDESK_DEBUG": "1 shows the details of an error at once.",
    "NO_COLOR": "No colours, whatever is set.",
    "VISUAL, EDITOR": "The editor for a note, unless a setting names one.",
}
_FILES = {
    "~/.local/share/casedesk/default.case": "The case of an analyst who names none.",
    "~/.local/share/casedesk/sample.case": "The case that casedesk demo opens.",
    "~/.config/casedesk/config.toml": "Settings.",
    "~/.config/casedesk/keys.toml": "Keys of your own.",
    "~/.config/casedesk/tags.toml": "Tags of your own.",
    "~/.config/casedesk/rules/*.toml": "Rules of your own.",
    "~/.local/state/casedesk": "What a crash or a disk that failed leaves.",
}


def man_page(casedesk: click.Group, keymap: Keymap) -> str:
    """The page in troff's man macros, with the keys as they are bound."""
    return "".join(f"{line}\n" for line in _lines(casedesk, keymap))


def _lines(casedesk: click.Group, keymap: Keymap) -> Iterator[str]:
    yield f'.TH CASEDESK 1 "" "casedesk {version("casedesk")}" "User Commands"'
    yield from section("Name")
    yield f"casedesk {plain('-')} {plain(_NAME)}"
    yield from section("Synopsis")
    yield rf"{bold('casedesk')} [\fIOPTIONS\fR] [\fICOMMAND\fR [\fIARGUMENTS\fR]]"
    yield from section("Description")
    for paragraph in _DESCRIPTION:
        yield from (".PP", plain(paragraph))
    context = click.Context(casedesk, info_name="casedesk")
    yield from (*section("Options"), plain(_OPTIONS))
    yield from _options(casedesk, context)
    yield from section("Commands")
    yield from _commands(casedesk, context)
    yield from section("Keys of the desk")
    yield from _keys(keymap)
    yield from section("Exit status")
    for code in ExitCode:
        yield from tagged(bold(str(int(code))), _EXITS[code])
    yield from section("Environment")
    settings = {one.variable: f"The setting {one.name}: {one.doc}" for one in SETTINGS}
    for name, words in (_ENVIRONMENT | settings).items():
        yield from tagged(bold(name), words)
    yield from section("Files")
    for name, words in _FILES.items():
        yield from tagged(rf"\fI{plain(name)}\fR", words)


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        here = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _commands(command, here)
            continue
        pieces = " ".join(command.collect_usage_pieces(here))
        yield from subsection(f"{here.command_path} {pieces}")
        for paragraph in (command.help or "").split("\n\n"):
            yield from (".PP", plain(paragraph))
        yield from _options(command, here)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """The options of a command that are its own."""
    root = context.find_root()
    known = set() if context is root else {name for one in root.command.params for name in one.opts}
    for param in command.params:
        record = param.get_help_record(context)
        if isinstance(param, click.Option) and record and not known & set(param.opts):
            yield from tagged(bold(record[0]), record[1])


def _keys(keymap: Keymap) -> Iterator[str]:
    for context, name in PLACES.items():
        groups = list(sections(context, keymap, fold=3, alone=True))
        if groups:
            yield from subsection(name)
        if same := as_on_desk(context, keymap, fold=3):
            yield (f"As on the desk: {', '.join(map(bold, same))}.")
        for _, entries in groups:
            for entry in entries:
                yield from tagged(", ".join(map(bold, entry.keys)), entry.text)
