"""Amounts in words: a number with its unit, and how exactly it is meant."""

from decimal import Decimal

_MODS = {
    "at_least": "at least",
    "more_than": "more than",
    "up_to": "up to",
    "increase": "",
}
VAGUE = {
    "dozens": "dozens of",
    "hundreds": "hundreds of",
    "thousands": "thousands of",
    "millions": "millions of",
    "vague": "several",
}
"""What stands for a number where the text gives none."""


def number(value: Decimal | int) -> str:
    """A number with commas between thousands and no more decimals than it has: 1,407,451."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(amount: Decimal, unit: str | None) -> str:
    """A number with its unit; pieces have none."""
    return number(amount) if unit in (None, "unit") else f"{number(amount)} {unit}"


def _mod(mod: str | None) -> str:
    if mod is None or mod in VAGUE:
        return ""
    return _MODS.get(mod, mod.replace("_", " "))


def modded(mod: str | None, amount: str) -> str:
    """An amount, and before it whether it is one at least, at most, about."""
    before = _mod(mod)
    return f"{before} {amount}" if before not in ("", amount) else amount
