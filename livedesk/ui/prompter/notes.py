"""What the corner of the host's screen says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.prompt import PromptControl, PromptStage
from livedesk.ui.prompter.layers import Said, has_text
from livedesk.ui.prompter.reader import Reader


def notes(reader: Reader, stage: PromptStage, t: float, *, answering: bool, toast: bool) -> Said:
    """The notes at ``t``, each with its colour token. ``answering``: the desk is there; ``toast``: the speed was
    changed a moment ago."""
    translate, feed = QCoreApplication.translate, reader.feed
    said: list[tuple[str, str]] = []
    if feed is not None and not answering:
        said.append((translate("PrompterWindow", "▲ The desk is not answering; the text goes on"), "warn"))
    if stage.blank:
        said.append((translate("PrompterWindow", "The director has blanked the text"), "warn"))
    if stage.control is PromptControl.DIRECTOR:
        said.append((translate("PrompterWindow", "The director moves the text"), "info"))
    if feed is not None and has_text(feed):
        if not reader.running and feed.item_id:
            said.append((translate("PrompterWindow", "Held · Space goes on"), "next"))
        elif reader.running and feed.item_id and reader.waiting(t):
            said.append((translate("PrompterWindow", "End of this segment"), "dim"))
        if toast:
            said.append((translate("PrompterWindow", "{cpm} characters a minute").format(cpm=reader.cpm), "text"))
    return tuple(said)
