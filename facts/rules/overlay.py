"""An analyst's entry laid over a built-in one of the same id."""

KEEP = "..."
"""In a list of words: here the words stay that were there before."""


def laid_over(base: dict[str, object], keys: dict[str, object]) -> dict[str, object]:
    """The entry with `keys` replaced; ``...`` in a list of words keeps the old words there."""
    merged = dict(base)
    for key, value in keys.items():
        merged[key] = _kept(base.get(key), value)
    if "off" not in keys:
        merged.pop("off", None)
    return merged


def _kept(old: object, new: object) -> object:
    if isinstance(new, str) and KEEP in new:
        words = [word.strip() for word in new.split(",")]
        before = [str(old)] if old else []
        return ", ".join(part for word in words for part in (before if word == KEEP else [word]))
    if isinstance(new, dict) and isinstance(old, dict):
        return {**old, **new}
    return new
