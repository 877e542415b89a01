"""A sentence read for its frames: tokens, triggers, phrases, and what governs what."""

from collections.abc import Iterator, Sequence

from facts.frames.lexicon import Lexicon
from facts.frames.phrases import Phrase, phrases
from facts.frames.scope import Scope
from facts.frames.tokens import Taken, Telling, Token, sentences
from facts.frames.triggers import Event, events
from facts.numbers import Number
from facts.text import Article


class Sentence:
    """One sentence with everything the rules of counts and seizures ask it."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.text = text
        """The article's text, which the offsets of the tokens index."""
        self.tokens = tokens
        self.lexicon = lexicon
        told = events(tokens, lexicon)
        self.events: list[Event] = [event for event in told if not event.unreal]
        self.phrases: list[Phrase] = phrases(tokens, lexicon)
        self.scope = Scope(tokens, told, self.phrases, lexicon.saying)
        self._lows = [token.low for token in tokens]
        self.lows: frozenset[str] = frozenset(self._lows)

    def low(self, at: int) -> str:
        """The word at a token; empty outside of the sentence."""
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    def has(self, phrase: str) -> bool:
        """Whether a word or phrase stands in the sentence."""
        parts = phrase.split()
        if parts[0] not in self.lows:
            return False
        size = len(parts)
        return size == 1 or any(
            self._lows[at : at + size] == parts for at in range(len(self._lows) - size + 1)
        )

    def words(self, first: int, last: int) -> str:
        """The words of a run of tokens, as a name: no quotes, single blanks."""
        words = [t for t in self.tokens[first:last] if t.low != '"']
        return " ".join(self.text[word.start : word.end] for word in words)


def read_sentences(
    article: Article,
    numbers: Sequence[Number],
    taken: Sequence[Taken],
    lexicon: Lexicon,
    telling: Telling,
) -> Iterator[Sentence]:
    """The sentences of an article that have a number or a trigger that tells without one."""
    for tokens in sentences(article, numbers, taken, telling):
        yield Sentence(article.text, tokens, lexicon)
