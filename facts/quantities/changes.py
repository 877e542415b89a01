"""Increases and decreases: amounts by which something changed, which nobody seized."""

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.model import Measure, Mention

_AFTER = {"more": "increase", "higher": "increase", "less": "decrease", "fewer": "decrease",
          "lower": "decrease"}  # fmt: skip
_BEFORE = {
    "increase": "increase", "rise": "increase", "growth": "increase", "jump": "increase",
    "surge": "increase", "drop": "decrease", "decrease": "decrease", "decline": "decrease",
    "fall": "decrease", "reduction": "decrease",
}  # fmt: skip


def is_change(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an amount says by how much something changed."""
    return bool(phrase.amount and phrase.amount.is_measured and _direction(sentence, phrase))


def change(sentence: Sentence, phrase: Phrase) -> Mention:
    """The measure of "37 tonnes more" or "an increase of 127 tonnes"."""
    direction = _direction(sentence, phrase)
    after = sentence.lows[phrase.last] in _AFTER
    amount = phrase.amount
    last = phrase.last if after else phrase.last - 1
    end = sentence.tokens.ends[last] if after or amount is None else amount.printed_end
    return Mention(
        start=phrase.start,
        end=end,
        value=Measure(
            quantity=amount.quantity if amount else None,
            unit=amount.unit if amount else "unit",
            what=direction,
            mod=direction,
            printed=sentence.text[phrase.start : end],
        ),
        rule=f"measure.{direction}",
    )


def _direction(sentence: Sentence, phrase: Phrase) -> str | None:
    after = _AFTER.get(sentence.lows[phrase.last])
    if after:
        return after
    before = phrase.first - 1
    if sentence.lows[before] in ("of", "by"):
        return _BEFORE.get(sentence.lows[before - 1])
    return None
