"""Where something stands in a TOML file, so that an error can name its line."""

import re

_PART = re.compile(r'"([^"]*)"|\'([^\']*)\'|([\w-]+)')
_TABLE = re.compile(r"\s*\[+([^\[\]]*)\]+\s*(?:#.*)?$")
_KEY = re.compile(
    r'\s*((?:"[^"]*"|\'[^\']*\'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|\'[^\']*\'|[\w-]+))*)\s*='
)
_FAULT = re.compile(r"^(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$")


def line_of(text: str, name: str) -> int | None:
    """The line on which a dotted name is given a value, or on which its table begins."""
    table, begins = "", None
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _TABLE.match(line):
            table = _dotted(found[1])
            begins = begins or (number if table == name else None)
        elif found := _KEY.match(line):
            key = _dotted(found[1])
            if name in (key, f"{table}.{key}"):
                return number
    return begins


def fault(path: str, error: ValueError) -> str:
    """What is wrong with a file that is no TOML, with line and column where these are known."""
    found = _FAULT.match(str(error))
    if found is None:
        return f"{path}: {error}"
    at = f":{found[2]}:{found[3]}" if found[2] else ""
    return f"{path}{at}: {found[1][:1].lower()}{found[1][1:]}"


def _dotted(words: str) -> str:
    return ".".join("".join(part) for part in _PART.findall(words))
