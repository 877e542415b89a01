"""The desk: what is open, where the cursor is, and every verb a key can run. It knows no widget."""

from tui.desk.desk import Desk
from tui.desk.part import Part

__all__ = ["Desk", "Part"]
