"""Words that place a sentence among the incidents: another one, a part, a period, a bulletin."""

from facts.cue import Cue
from facts.later import later

_HAPPENING = (
    r"operations?|cases?|incidents?|raids?|seizures?|developments?|attacks?|crash(?:es)?|events?"
    r"|stings?|blasts?|actions?|interventions?|arrests?|busts?|swoops?|moves?|instances?"
    r"|search(?:es)?|checks?|contexts?|notes?|vein|districts?|cit(?:y|ies)|towns?"
)
_ACTOR = (
    r"operation|case|incident|raid|attacker|suspect|man|woman|passenger|person|people|group|gang"
    r"|driver|vehicle|attack|shipment|seizure"
)

ANOTHER = Cue(
    r"\b(?:in the (?:second|third|fourth|other|next) (?:\w+ )?(?:case|operation|raid"
    r"|incident|seizure)\b|in (?:another|a separate|a different|a related|a similar|an unrelated"
    rf"|an earlier|a previous) (?:\w+ ){{0,2}}(?:{_HAPPENING}|fields?|parts?|respects?)"
    rf"|(?:another|a second|a third) (?:\w+ )?(?:{_ACTOR}|\d+)"
    r"|(?:a separate|an unrelated|a different) (?:\w+ ){0,2}(?:operation|raid|case|incident"
    r"|seizure|bust|arrest|haul|swoop)"
    r"|separately|elsewhere|meanwhile|\Ain the latest|on the same day"
    r"|another [€$£]?\d+|(?:inquiry|enquiry|investigation|probe)\b(?: \w+){0,6} (?:began|started)"
    r"|(?:began|started) (?:(?:investigating|watching|monitoring|tracking|tailing|probing)"
    r"|(?:their|the|an|its) (?:investigation|inquiry|enquiry|probe|surveillance))"
    r"|\Aearlier this|(?:nights?|days?|weeks?|months?) (?:earlier|before)|similarly"
    r"|(?:arrests?|seizures?|haul|bust|news|operation|raids?|this|interception|incident|attack)"
    r" (?:came|comes?|is coming|was coming|follows|followed) (?:[\w-]+ ){0,4}after"
    r"|(?:news|announcement) (?:comes?|came) (?:just |only )?as"
    r"|(?:is|was) the (?:second|third|fourth|fifth|latest) (?:such )?(?!largest|biggest)"
    r"(?:[\w-]+ ){0,3}(?:seizure|bust|haul|raid|arrest|attack|case|incident|interception|operation)"
    r"\b[^.;]{0,60} (?:after|following|with|when)"
    r"|(?:last|earlier) (?:week|month|year), (?:a|an|two|three|police|customs|officers)"
    r"|in a previous|\A(?:previously|recently)|last time|\A(?:and )?last (?:week|month|year))\b",
    "second third fourth other next latest another separate different related unrelated similar "
    "earlier previous separately elsewhere meanwhile same began started before "
    "similarly came come comes coming follows followed last previously recently fifth",
)
"""Another incident than the one before."""

ONE_OF_MANY = Cue(
    r"\bin one (?:case|incident|operation|of (?:the|these|those) (?:case|operation|incident)s)\b",
    "one",
)
"""An incident of its own among those that were told together."""

UNRELATED = Cue(
    r"\b(?:separately|elsewhere|meanwhile|similarly|separate|different|unrelated|another)\b",
    "separately elsewhere meanwhile similarly separate different unrelated another",
)
"""Another incident that need not be of the same kind."""

PER_TIME = later(
    r"\A,? ?(?:(?:a|an|per|each|every) (?:year|month|week|day)|annually|yearly|daily)\b"
)
"""After a number that is a rate, not an event's: "70,000 Americans a year"."""

TOLL = Cue(r"\btoll\b", "toll")
"""A number that sums up what was told, or corrects it."""

OF_OPERATION = Cue(
    r"\A(?:the|this) (?:\w+ ){0,2}(?:operation|investigation|campaign|crackdown)\b",
    "operation investigation campaign crackdown",
)
"""What lasted months may be one operation and no period."""

ACTING_ON = Cue(
    r"\A(?:acting|based|working) (?:up)?on (?:\w+ ){0,3}(?:tip|tip-off|tip off|inputs?|intelligence"
    r"|information)\b",
    "acting based working",
)
"""What tells, right after the news, how it came about."""

COMES_AFTER = Cue(
    r"\A(?:the|this|that|these) (?:\w+ ){0,2}(?:operations?|seizures?|arrests?|bust|raids?|news"
    r"|haul|incident|discovery) (?:comes?|came|took place|happened) (?:just |only |barely )?"
    r"(?P<number>\w+) (?P<unit>day|week)s? after\b",
    "after",
)
"""How long before the news told so far something happened: "The operation came two days after"."""

FOLLOW_UP = Cue(
    r"\b(?:follow-?up|subsequent|further|consequent) (?:\w+ )?(?:search(?:es)?|raids?|operations?"
    r"|action|checks?|inspections?)\b"
    r"|\A(?:during|in) the (?:search|searches|raids?|inspection|operation|course of)\b"
    r"|\bsearch(?:es)? of (?:the|his|her|their|its|[\w'-]+'s?) "
    r"|\Aanother [\w-]+ (?:[\w-]+ ){0,2}(?:is|are|was|were|remains?|remained)"
    r" (?:still |also |being )?"
    r"(?:under|wanted|sought|investigated|questioned|at large|on the run|injured|wounded)\b",
    "follow followup subsequent further consequent search searches raid raids inspection "
    "operation course another",
)
"""What police went on to do in the same incident, elsewhere perhaps."""

CONDUCTED = Cue(
    r"\A(?:the|this) (?:\w+ ){0,2}(?:operation|investigation) (?:was|has been|is|involved)\b",
    "operation investigation",
)
"""A sentence on who led the operation that the article is about."""

TOOK_PART = Cue(
    r"\b(?:following|participating|involved) (?:\w+ ){0,3}(?:authorities|countries|agencies|states)"
    r"\b[^.]{0,60}:|\A(?:participating|national) (?:authorities|countries|agencies)\b",
    "following participating involved national",
)
"""What opens a list of those who took part, a line for each."""

SAME_SCENE = Cue(
    r"\b(?:on the same day|another (?:passenger|traveller|woman|man|suspect|flight)|at the same\b"
    r"|in the (?:same|province|city|town|district|village|area|region)\b)",
    "same another province city town district village area region",
)
"""Another incident where the one before happened."""

PERIOD = Cue(
    r"\b(?:so far (?:this|in)|since (?:the (?:beginning|start)|january)|annual report|annually"
    r"|(?:this|last|that|each|every) year|year alone|month alone|alone\b"
    r"|over the (?:past|last)|during the (?:past|last)|in the (?:past|last)|statistics|to date"
    r"|(?:has|have) since|yearly|data showed|first (?:half|quarter|\w+ months)|figures)\b",
    "far since annual annually year alone past last statistics date yearly showed first figures",
)
"""A total of a period, where no day is given."""

BRINGS_TOTAL = Cue(
    r"\b(?:bring|brings|brought|bringing|takes|took|taking) (?:the|its|this year's)"
    r" (?:[\w-]+ ){0,2}(?:total|number|amount|quantity|tally|volume)\b",
    "bring brings brought bringing takes took taking",
)
"""What goes from an event to the total that it adds to."""

COURT = Cue(
    r"\b(?:judge|court|jury|magistrates?|sentenced|jailed|convicted|pleaded|trial|prosecutors)\b",
    "judge court jury magistrate magistrates sentenced jailed convicted pleaded trial prosecutors",
)
"""What goes on about a trial."""

TOTAL = Cue(r"\b(?:a total of|in total|overall|altogether)\b", "total overall altogether")
"""A total, of a period only where one is given."""

LOCATIVE = Cue(
    r"\A(?:at|on|near) the (?:[\w-]+ ){0,3}(?:border|port|crossing|checkpoint|airport|station)\b",
    "border port crossing checkpoint airport station",
)
"""A sentence that opens with another scene: "At the Togolese border, ..."."""

REVIEW = Cue(
    r"\b(?:weekly (?:review|report|summary|statement|bulletin|assessment|toll)|operational review"
    r"|operational summary|weekly operational|monthly (?:review|report|summary)"
    r"|over the (?:past|last) (?:week|month)|during the (?:period|week)"
    r"|(?:in|for|of) the week (?:of|from|between|ending|to))\b",
    "weekly operational week monthly month period",
)
"""A bulletin of everything in a week or a month."""

PART = Cue(
    r"\b(?:of them|of whom|of those|among them|including|in total|respectively)\b",
    "them whom those including total respectively",
)
"""A part of what was told."""

ANAPHORA = Cue(
    r"\A(?:the|these|those) (?:[\w-]+ )?(?:hoard|haul|cargo|drugs?|shipment|consignment"
    r"|seizures?|stash|items|goods|suspects?|arrests?|raids?|trio|duo|pair|men|women|gang|group"
    r"|load|narcotics|substances?|contraband|vehicles?|boats?|vessel|detainees|migrants|victims)"
    r"\b(?! com)",
    "the these those",
)
"""What opens a sentence that goes on about the incident before it."""

GOES_ON = Cue(
    r"\A(?:(?:the|these|those|both|all|some of the|one of the|two of the|some|most)"
    r" (?:[\w'-]+ ){0,2}(?:suspects?|m[ae]n|wom[ae]n|two|three|four|five|six|pair|duo|trio"
    r"|detainees?|defendants?|accused|arrested|group|gang|network|ring|clan|organi[sz]ation|cell"
    r"|migrants|victims"
    r"|operations?|raids?|search(?:es)?|arrests?|container|shipment|consignment|vessel|ship|boat"
    r"|truck|lorry|vehicle|car|cargo|haul|transports?|members|traffickers|smugglers|hostages"
    r"|assailants|attackers|gunmen|drugs?)\b|(?:they|both|he|she|it|two of them|some of them"
    r"|one of them|another suspect) )",
    "the these those both all some one two most they he she it another",
)
"""What opens a sentence that goes on about those who were told of, and what they did where."""

WORKED_ON = Cue(
    r"\b(?:investigat(?:ions?|ed)|(?:carried out|conducted|led|coordinated|supported|assisted"
    r"|launched|handled|prosecuted) (?:by|with)|(?:support|help|assistance|cooperation"
    r"|collaboration|participation|coordination|information|intelligence) (?:from|of|by)|took part"
    r"|participated|provided|assisted|helped|joint(?:ly)?)\b",
    "investigation investigations investigated carried conducted led coordinated supported "
    "assisted launched handled prosecuted support help assistance cooperation collaboration "
    "participation coordination information intelligence took participated provided helped joint "
    "jointly",
)
"""What tells which services worked on the case."""

BELONGS = Cue(
    r"\b(?:blam(?:e[ds]?|ing)|members? of|belong(?:s|ed|ing)?|rivals?|feud"
    r"|responsible for|led by|leader of|loyal to|allegiance|links? (?:to|with)"
    r"|(?:militants|fighters|operatives) of)\b",
    "blame blamed blames blaming member members belong belongs belonged belonging rival rivals "
    "feud responsible led leader loyal allegiance link links militants fighters operatives",
)
"""What ties a group to those who were told of."""

RESUMES = Cue(
    r"\A(?:during|on|in) the (?:\w+ )?(?:action|operational) days?\b"
    r"|\A(?:in total|overall|in all),",
    "action operational total overall all",
)
"""What opens a sentence that goes back to the main event after another one was told."""

STATES = Cue(
    r"\b(?:is|are|has been|have been|shares|lies|remains) (?:the|a|an|one)\b|\bshares\b",
    "is are been shares lies remains",
)
"""A sentence about how things are, not about what happened."""

ALSO = Cue(r"\balso\b", "also")

ACTING = later(
    r"(?:'s)? (?:\w+ )?(?:authorities|police|customs|officers|security|navy|army"
    r"|general directorate|directorate|ministry|coast guards?|gendarme\w*|interior|national)\b"
)
"""After a country or nationality: who acts."""

SAID_OF_THEM = Cue(
    r"\A[^.;,]{2,60} said (?:that )?(?:the (?:[\w-]+ )?(?:militants|suspects?|men|man|women|woman"
    r"|gang|group|network|accused|detainees|two|three|four|five|drugs?|consignment|shipment)"
    r"|these|those|they|he|she|both)\b",
    "said",
)
"""What somebody says of those who were told of."""

OTHER_UNIT = Cue(
    r"\Aother (?:[\w-]+ ){0,3}(?:detachments?|units?|troops|forces|officers)\b", "other"
)
"""Who did something else, in a bulletin of what an army or a police force did."""

UNIT_IN_TOWN = later(
    r"in [^,;]{2,60}, (?:(?:the|an?|some) )?(?:[\w'-]+ ){0,2}(?:units?|detachments?|police|customs"
    r"|gendarmes?|officers|soldiers|troops|agents|coast ?guards?|navy|army)\b"
)
"""Who acts, after the town that opens a sentence."""
