"""The words that numbers are written with."""

from decimal import Decimal

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
} | {"fourty": 40}
SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "lakhs": Decimal(100_000),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "milliard": Decimal(10**9),
    "milliards": Decimal(10**9),
    "trillion": Decimal(10**12),
}
VAGUE = {
    "tens": "dozens",
    "dozens": "dozens",
    "scores": "dozens",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "millions": "millions",
    "billions": "millions",
    "several": "vague",
    "numerous": "vague",
    "many": "vague",
    "various": "vague",
}
"""Amounts without a number, and the modifier they are kept as."""

VAGUE_NOUNS = frozenset(
    {"few", "couple", "handful", "number", "numbers", "quantity", "quantities", "amount", "amounts"}
)
"""The head of an amount in several words: "a few", "a large number of", "huge quantities of"."""

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}

MODIFIERS = {
    "at_least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than",
                 "a minimum of", "minimum of"),
    "more_than": ("more than", "over", "in excess of", "upwards of", "upward of", "exceeding",
                  "above", "just over", "well over", "a little over", "slightly more than",
                  "greater than", "beyond"),
    "nearly": ("nearly", "almost", "close to", "just under", "approaching", "just short of",
               "near to", "a little under"),
    "less_than": ("less than", "fewer than", "under", "below"),
    "up_to": ("up to", "as many as", "as much as", "a maximum of", "at most", "no more than",
              "not more than"),
    "about": ("about", "around", "some", "roughly", "an estimated", "estimated", "circa", "ca.",
              "c.", "an average of", "just about"),
    "approximately": ("approximately", "approx.", "approx"),
}  # fmt: skip
"""What stands before a number and says how far to trust it."""
