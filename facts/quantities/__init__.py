"""Seizures: what was seized, and how much of it.

`numbered` reads amounts and things with a number, `bare` things without one ("weapons and
ammunition"). Whether a thing was seized at all depends on the trigger that governs it.
"""

from facts.quantities.lists import SEIZING
from facts.quantities.reader import SeizureReader

__all__ = ["SEIZING", "SeizureReader"]
