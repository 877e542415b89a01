"""What is at hand on the desk: what a key needs to do something for what is under the cursor."""

from typing import TYPE_CHECKING

from tui.commands.command import Need
from tui.desk import verdicts

if TYPE_CHECKING:
    from tui.desk.desk import Desk


def is_at_hand(desk: "Desk", need: Need) -> bool:
    """Whether the article or the fact under the cursor has what a key needs."""
    fact, home = desk.facts.current, desk.facts.home
    match need:
        case "article" | "row":
            return bool(desk.cursor)
        case "fact":
            return fact is not None
        case "unjudged":
            return any(not one.verdict and not one.flags for one in desk.facts.findings.facts)
        case "reading":
            return fact is not None and not fact.corrected and bool(verdicts.suggested(fact))
        case "proposal":
            is_loose = home is not None and home.standing == "none"
            return is_loose or any(True for _ in desk.facts.proposals())
        case "incident":
            return home is not None and bool(home.number)
        case _:
            return True
