"""What is copied: the words of the fact under the cursor, or the article's title and path."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk.desk import Desk


def words_to_copy(desk: "Desk", pane: str) -> str:
    """What a key copies in a pane: in the list the article, else its fact; "" where is neither."""
    desk.load()
    fact = desk.facts.current if pane in ("text", "facts") else None
    if fact:
        first = fact.mentions[0]
        return desk.text[first.start : first.end]
    row = desk.case.rows([desk.cursor]) if desk.cursor else []
    return f"{row[0].title}\n{desk.case.article(desk.cursor).path}" if row else ""
