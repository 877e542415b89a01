"""A sentence read for its frames: tokens, triggers, phrases, and what governs what."""

from collections.abc import Iterator, Sequence

from facts.frames.inclusion import additions, inclusions, resumed
from facts.frames.inversion import inversions
from facts.frames.lexicon import Lexicon
from facts.frames.phrases import Phrase, phrases
from facts.frames.scope import Scope
from facts.frames.searches import holdings, journeys, loads, outcomes
from facts.frames.tokens import Taken, Telling, Tokens, sentences
from facts.frames.triggers import Event, events
from facts.numbers import Number
from facts.text import Article


class Sentence:
    """One sentence with everything the rules of counts and seizures ask it."""

    def __init__(self, text: str, tokens: Tokens, lexicon: Lexicon) -> None:
        self.text = text
        """The article's text, which the offsets of the tokens index."""
        self.tokens = tokens
        self.lexicon = lexicon
        self.lows = tokens.lows
        """Its words in lower case by token; blank beside the first and the last."""
        self.spoken = tokens.spoken
        """The same as a set."""
        told = events(tokens, lexicon)
        told += inclusions(tokens, self.spoken, told, lexicon)
        told += additions(tokens, self.spoken, told)
        told += inversions(tokens, self.spoken, lexicon)
        told += outcomes(tokens, self.spoken)
        told += loads(tokens, self.spoken, told)
        told += holdings(tokens, self.spoken)
        told += journeys(tokens, self.spoken)
        self.resumes = resumed(tokens)
        """What opens the rest of a list that the sentence before began; None where nothing does."""
        if self.resumes:
            told.append(self.resumes)
        told.sort(key=_place)
        self.events: list[Event] = [event for event in told if not event.unreal]
        self.phrases: list[Phrase] = phrases(tokens, lexicon)
        self.scope = Scope(tokens, told, self.phrases, lexicon.saying)

    def has(self, phrase: str) -> bool:
        """Whether a word or phrase stands in the sentence."""
        parts = phrase.split()
        if not self.spoken.issuperset(parts):
            return False
        size = len(parts)
        return size == 1 or any(
            self.lows[at : at + size] == parts for at in range(self.tokens.size - size + 1)
        )

    def words(self, first: int, last: int) -> str:
        """The words of a run of tokens, as a name: no quotes, single blanks."""
        text, starts, ends = self.text, self.tokens.starts, self.tokens.ends
        return " ".join(
            [text[starts[at] : ends[at]] for at in range(first, last) if self.lows[at] != '"']
        )


def _place(event: Event) -> int:
    return event.first


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
