"""What a text of the interface is called in the other language, so that the palette finds it in both.

Read from the sources of the translation, once; where they are missing a text has the one name that it shows.
"""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from livedesk.ui.i18n import CHINESE
from livedesk.ui.resources import resource

log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def other_names() -> Mapping[str, tuple[str, ...]]:
    """English texts with their Chinese, and Chinese ones with their English (several where a word has several)."""
    found: dict[str, dict[str, None]] = {}
    for path in sorted(resource("translations", CHINESE).glob("*.ts")):
        for english, chinese in _pairs(path):
            found.setdefault(english, {})[chinese] = None
            found.setdefault(chinese, {})[english] = None
    return {text: tuple(names) for text, names in found.items()}


def _pairs(path: Path) -> list[tuple[str, str]]:
    try:
        messages = list(ET.parse(path).getroot().iter("message"))
    except (OSError, ET.ParseError) as error:
        log.warning("the palette cannot read %s: %s", path, error)
        return []
    pairs = [(message.findtext("source") or "", message.findtext("translation") or "") for message in messages]
    return [(english, chinese) for english, chinese in pairs if english and chinese and english != chinese]
