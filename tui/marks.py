"""Glyph and letter of every status and verdict: never colour alone."""

STATUS = {"new": "· ", "done": "✓d", "dismissed": "✗x", "flagged": "⚑f"}
"""What stands before an article in the list."""

VERDICT = {"accepted": "✓a", "rejected": "✗r", "doubtful": "!?", "open": "· "}
"""What stands before a fact; "doubtful" is an open one with a number that can hardly be meant."""

STANDS, UNDONE = "· ", "↶u"
"""What stands before a change in the history."""

COLLEAGUE = "◆"
"""Before the letters of the colleagues who read an article."""

PROPOSED, TAKEN = "○p", "●t"
"""Before an incident: only proposed by the rules, or taken as one of the case."""

GONE = "†g"
"""Before a linked fact that the rules do not find any more."""

CORRECTED = "✓y"
"""An accepted fact that an analyst corrected, took another reading of, or added."""
MARKED = "*"
"""Stands before the title of an article that the analyst has marked."""
