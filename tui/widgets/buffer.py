"""A line being typed: a query, words to find, the name of a command."""


class Buffer:
    """Some text and a cursor in it, worked by the keys of a shell's line."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)

    def insert(self, text: str) -> None:
        """Put text at the cursor, its lines joined to one."""
        text = " ".join(text.splitlines())
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def replace(self, start: int, text: str) -> None:
        """Put text in the place of what stands between a place and the cursor."""
        self.text = self.text[:start] + text + self.text[self.cursor :]
        self.cursor = start + len(text)

    def press(self, key: str) -> bool:
        """Do what an editing key does; False for a key that edits nothing."""
        match key:
            case "backspace" | "ctrl+h":
                self._cut(self.cursor - 1, self.cursor)
            case "delete" | "ctrl+d":
                self._cut(self.cursor, self.cursor + 1)
            case "ctrl+u":
                self._cut(0, self.cursor)
            case "ctrl+k":
                self._cut(self.cursor, len(self.text))
            case "ctrl+w":
                self._cut(self.text.rstrip().rfind(" ", 0, self.cursor) + 1, self.cursor)
            case "left":
                self.cursor = max(self.cursor - 1, 0)
            case "right":
                self.cursor = min(self.cursor + 1, len(self.text))
            case "home" | "ctrl+a":
                self.cursor = 0
            case "end" | "ctrl+e":
                self.cursor = len(self.text)
            case _:
                return False
        return True

    def _cut(self, start: int, end: int) -> None:
        start = max(start, 0)
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
