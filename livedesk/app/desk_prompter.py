"""What the desk does with the host's screens for the interface: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

from livedesk.app.joining import Joining
from livedesk.domain.prompt import PromptOrderKind


class DeskPrompter:
    """Over the services of whoever inherits it."""

    _joining: Joining

    def open_prompter(self) -> None:
        """Show the host's prompter."""
        self._joining.ask(lambda outside: outside.prompter.open())

    def close_prompter(self) -> None:
        """Ask the host's prompter to end."""
        self._joining.ask(lambda outside: outside.prompter.close())

    def control_prompter(self, director: bool) -> None:
        """Let the director move the host's text, or the host again."""
        self._joining.ask(
            lambda outside: outside.prompter.take_over() if director else outside.prompter.hand_back()
        )

    def blank_prompter(self, on: bool) -> None:
        """Show the host no text, or show it again."""
        self._joining.ask(lambda outside: outside.prompter.blank(on))

    def count_prompter(self, seconds: float) -> None:
        """Have the host's screens count down; 0 ends it."""
        self._joining.ask(lambda outside: outside.prompter.count_down(seconds))

    def order_prompter(self, kind: PromptOrderKind, value: float = 0.0) -> None:
        """Move the host's text."""
        self._joining.ask(lambda outside: outside.prompter.order(kind, value))
