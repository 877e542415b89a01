"""Glyph and letter of every status and verdict: never colour alone."""

STATUS = {"new": "· ", "done": "✓d", "dismissed": "✗x", "flagged": "⚑f"}
"""What stands before an article in the list."""

VERDICT = {"accepted": "✓a", "rejected": "✗r", "doubtful": "!?", "open": "· "}
"""What stands before a fact; "doubtful" is an open one with a number that can hardly be meant."""

STANDS, UNDONE = "· ", "↶u"
"""What stands before a change in the history."""

COLLEAGUE = "◆"
"""Before the letters of the colleagues who read an article."""

CORRECTED = "✓y"
"""An accepted fact whose value the analyst took from a suggestion."""
