"""A query looked up beside the screen: keys wait for it, so that they are for what it lists."""

from asyncio import wrap_future
from contextlib import suppress

from store import CaseError
from tui.desk import Desk


async def seek(desk: Desk, query: str) -> None:
    """Look up what a limit by a query will list; what is wrong with it the limit says."""
    sought = desk.lists.seek(query)
    if sought is not None:
        with suppress(CaseError):
            await wrap_future(sought)
