"""Incidents: which facts, date and places belong to one event or one period's total.

`passages` reads the sentences for what they say about incidents, `opening` decides where another
incident begins, `types` what kind each is, `fill` puts its fields together.
"""

from facts.incidents.assemble import Assembled, assemble

__all__ = ["Assembled", "assemble"]
