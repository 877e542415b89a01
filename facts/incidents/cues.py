"""Words that place a sentence among the incidents: another one, a part, a period, a bulletin."""

import re

_HAPPENING = (
    r"operations?|cases?|incidents?|raids?|seizures?|developments?|attacks?|crash(?:es)?|events?"
    r"|stings?|blasts?|search(?:es)?|checks?|contexts?|notes?|vein|districts?|cit(?:y|ies)|towns?"
)
_ACTOR = (
    r"operation|case|incident|raid|attacker|suspect|man|woman|passenger|person|people|group|gang"
    r"|driver|vehicle|attack|shipment|seizure"
)

ANOTHER = re.compile(
    r"\b(?:in (?:an?other|a separate|a different|a related|a similar|an earlier|a previous)"
    rf" (?:\w+ ){{0,2}}(?:{_HAPPENING}|fields?|parts?|respects?)"
    rf"|(?:an?other|a second|a third) (?:\w+ )?(?:{_ACTOR}|\d+)"
    r"|separately|elsewhere|meanwhile|in the latest|one of the operations|on the same day"
    r"|another \d+|(?:inquiry|enquiry|investigation|probe)\b(?: \w+){0,6} (?:began|started)"
    r"|earlier this|(?:days?|weeks?|months?) (?:earlier|before)|such as the one|similarly"
    r"|the haul comes"
    r"|(?:arrests?|seizures?|haul|bust|news|operation|raids?|this) comes? (?:\w+ ){0,3}after"
    r"|(?:last|earlier) (?:week|month|year), (?:a|an|two|three|police|customs|officers)"
    r"|in a previous|previously|last time)\b"
)
"""Another incident than the one before."""

SAME_SCENE = re.compile(
    r"\b(?:on the same day|another (?:passenger|traveller|woman|man|suspect|flight)|at the same"
    r"|in the (?:same|province|city|town|district|village|area|region)\b)"
)
"""Another incident where the one before happened."""

PERIOD = re.compile(
    r"\b(?:so far (?:this|in)|since (?:the (?:beginning|start)|january)|annual report|annually"
    r"|(?:this|last|that|each|every) year|year alone|month alone|alone\b"
    r"|over the (?:past|last)|during the (?:past|last)|in the (?:past|last)|statistics|to date"
    r"|yearly|data showed|first (?:half|quarter|\w+ months)|figures)\b"
)
"""A total of a period, where no day is given."""

TOTAL = re.compile(r"\b(?:a total of|in total|overall|altogether)\b")
"""A total, of a period only where one is given."""

LOCATIVE = re.compile(
    r"\A(?:at|on|near) the (?:[\w-]+ ){0,3}(?:border|port|crossing|checkpoint|airport|station)\b"
)
"""A sentence that opens with another scene: "At the Togolese border, ..."."""

REVIEW = re.compile(
    r"\b(?:weekly (?:review|report|summary|statement|bulletin|assessment|toll)|operational review"
    r"|in the week of|operational summary|weekly operational|monthly (?:review|report|summary)"
    r"|over the (?:past|last) (?:week|month)|during the (?:period|week))\b"
)
"""A bulletin of everything in a week or a month."""

PART = re.compile(r"\b(?:of them|of whom|of those|among them|including|in total|respectively)\b")
"""A part of what was told."""

ANAPHORA = re.compile(
    r"\A(?:the|these|those) (?:[\w-]+ )?(?:hoard|haul|cargo|drugs?|shipment|consignment"
    r"|seizures?|stash|items|goods|suspects?|arrests?|raids?|trio|duo|pair|men|women|gang|group"
    r"|load|narcotics|substances?|contraband|vehicles?|boats?|vessel|detainees|migrants|victims)"
    r"\b(?! com)"
)
"""What opens a sentence that goes on about the incident before it."""

STATES = re.compile(
    r"\b(?:is|are|has been|have been|shares|lies|remains) (?:the|a|an|one)\b|\bshares\b"
)
"""A sentence about how things are, not about what happened."""

SEIZING = re.compile(
    r"\b(?:seiz|confiscat|f[io]und|recover|discover|carr[yi]|caught|undeclared|smuggl|hid"
    r"|intercept|impound|stopped|in the hands of|conceal|stash|took|detect|taken)"
)
"""What is done to cash that is an incident; cash is paid elsewhere too."""

CARRYING = re.compile(
    r"\b(?:stopped|caught|arrested|found|intercepted|nabbed|detained) (?:\w+ ){0,3}with\b"
    r"|\bcarr(?:ied|ying)\b"
)
"""What is said of who has undeclared cash on them."""

ALSO = re.compile(r"\balso\b")

ACTING = re.compile(
    r"(?:'s)? (?:\w+ )?(?:authorities|police|customs|officers|security|navy|army"
    r"|general directorate|directorate|ministry|coast guards?|gendarme\w*|interior|national)\b"
)
"""After a country or nationality: who acts."""
