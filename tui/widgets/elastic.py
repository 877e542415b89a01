"""Lines that take as many rows as what they say."""

from textual.geometry import Size

from tui.panes.pane import Painted


class Elastic(Painted):
    """A painted widget that is as tall as what it says, where its height is left to it."""

    def wanted(self, width: int) -> int:
        """How many rows it takes where it is so wide."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Where its height follows what it says."""
        return self.wanted(width)

    def fit(self) -> None:
        """Paint what it says now, in as many rows as that takes."""
        if self.styles.is_auto_height and self.size.height != self.wanted(self.size.width):
            self.refresh(layout=True)
        self.repaint()
