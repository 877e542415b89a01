"""Incidents as parts of others, as a raid is of an operation: tallies count the whole alone."""

from typing import TYPE_CHECKING

from tui.keymaps.named import key

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Wholes:
    """What `O` does: says what the incident at hand is a part of."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def put_under(self, digit: int) -> None:
        """Make the incident at hand a part of the one under a digit."""
        if self._at_hand() and (whole := self._desk.incidents.suggested.chosen("part", digit)):
            self.put_under_incident(whole)

    def put_under_incident(self, whole: int) -> None:
        """Make the incident at hand a part of another."""
        if number := self._at_hand():
            self._desk.change(lambda: self._desk.case.incidents.set_part(number, whole))

    def take_out(self) -> None:
        """Make the incident at hand a part of none."""
        number = self._at_hand()
        if number and not self._desk.case.incidents.get(number).part_of:
            self._desk.say(f"#{number} is no part of another", "problem")
        elif number:
            self._desk.change(lambda: self._desk.case.incidents.set_part(number, None))

    def _at_hand(self) -> int:
        """The incident in view or of the fact under the cursor, 0 where it is none of the case."""
        desk = self._desk
        if not desk.incidents.in_view and not desk.facts.chosen():
            return 0
        number = desk.incidents.current()
        if not number:
            take = key("incident.take")
            desk.say(f"that is no incident of the case yet; {take} takes it", "problem")
        return number
