"""Console cues (中控动作), products of a cell, transitions and end modes: the small languages inside cells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from livedesk.domain.clock import SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import MAX_FADE_MS, USUAL_FADE_MS, ConsoleAction, EndMode, Transition, TransitionKind
from livedesk.services.sheets.lists import POINTS, bare, quoted, raw_parts
from livedesk.services.sheets.times import TimeOfDay, parse_clock, parse_duration
from livedesk.services.sheets.words import ACTIONS, console_action, exact, plain

_OFFSET = re.compile(
    r"^(?:[+＋]\s*(?P<plus>\d[\d:：.]*\s*(?:小时|分钟|分|秒|min|s|m)?(?:\s*\d+(?:\.\d+)?\s*(?:分钟|分|秒|s))?(?:\s*\d+(?:\.\d+)?\s*秒)?)"
    r"|(?P<after>\d[\d.]*\s*(?:小时|分钟|分|秒)(?:\s*\d+\s*分)?(?:\s*\d+(?:\.\d+)?\s*秒)?)后"
    r"|(?P<clock>\d{1,2}[:：]\d{2}(?:[:：]\d{2})?))(?=[\s,，、：:]|\D)[\s,，、：:]*(?P<text>.+)$",
    re.DOTALL,
)
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[、.．)）]\s*(?=\D)")
_NAMED = re.compile(r"^【(?P<name>[^】]{1,6})】(?P<text>.*)$", re.DOTALL)
_LINK = re.compile(r"^(?:链接|第|#|no\.?)?(\d{1,4})(?:号链接|号|链接|号品)?$")
_LEADING_LINK = re.compile(r"^(?:链接|第|#)?(\d{1,4})(?:号链接|号品|号)\s*[:·\-]?\s*(.+)$")
_MS = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|毫秒|s|秒)")
_COUNT_TO = re.compile(r"^(?:倒计时)?(?:到|至|倒计时到)\s*(.+)$")


@dataclass(frozen=True, slots=True)
class CueText:
    """A console cue as written: due after ``offset_ms`` of its segment, or at a time of day."""

    action: ConsoleAction
    text: str
    offset_ms: int = 0
    at: TimeOfDay | None = None


def parse_cues(text: str) -> tuple[CueText, ...]:
    """The cues of a cell, split by ``；`` and line breaks: ``上架 3号``, ``+30秒 弹讲解卡``, ``30秒后 发券``,
    ``20:05 改库存``; a text whose verb says something else may name its action: ``【改价】恢复原价``, and one with a
    separator in it stands between 「 and 」 (see :mod:`.lists`)."""
    cues = []
    for part in raw_parts(text, POINTS):
        piece = _NUMBERED.sub("", part).strip()
        if piece:
            cues.append(_cue(piece))
    return tuple(cues)


def _cue(piece: str) -> CueText:
    offset, at, rest = 0, None, piece
    found = _OFFSET.match(piece)
    if found:
        try:
            if found["clock"]:
                at = parse_clock(found["clock"])
            else:
                offset = _offset(found["plus"] or found["after"])
            rest = found["text"].strip()
        except UserError:
            offset, at, rest = 0, None, piece
    named = _NAMED.match(rest)
    action = exact(named["name"], ACTIONS) if named else None
    if named and action is not None:
        return CueText(action, bare(named["text"].strip()) or named["name"], offset, at)
    said = bare(rest)
    return CueText(console_action(said), said, offset, at)


def _offset(text: str) -> int:
    bare = unicodedata.normalize("NFKC", text).strip()
    return parse_duration(f"{bare}秒" if bare.isdigit() else bare)


def cue_text(action: ConsoleAction, text: str, offset_ms: int) -> str:
    """Write a cue so that :func:`parse_cues` reads it back: with its action's name in front where the text alone
    would be read as something else, and between 「 and 」 where it would be more than one."""
    seconds, rest = divmod(offset_ms, SECOND)
    due = f"{seconds}{f'.{rest:03d}' if rest else ''}秒后 " if offset_ms else ""
    wanted, named = (CueText(action, text, offset_ms),), f"{due}【{ACTIONS[action][0]}】"
    # A sign that opens may be closed by one of a later cue.
    plain_ = () if "「" in text else (due + text, named + text)
    return next((one for one in (*plain_, due + quoted(text)) if parse_cues(one) == wanted), named + quoted(text))


def split_products(text: str) -> tuple[str, ...]:
    """The products of a cell: ``、`` and line breaks separate them; ``1、`` before a name is only a number."""
    lines = (_NUMBERED.sub("", line) for line in text.splitlines())
    parts = (part.strip() for line in lines for part in line.split("、"))
    return tuple(part for part in parts if part and part not in ("-", "—", "/", "无"))


def link_number(text: str) -> tuple[int | None, str]:
    """The link number that a text is (``3``, ``3号链接``) or begins with (``3号链接 修护霜``), and the rest."""
    word = plain(text)
    if found := _LINK.match(word):
        return int(found[1]), ""
    if found := _LEADING_LINK.match(unicodedata.normalize("NFKC", text).strip()):
        return int(found[1]), found[2].strip()
    return None, text


def parse_transition(text: str) -> tuple[Transition, str]:
    """A transition (``切``, ``淡入 300 ms``) and the code of a warning, empty where all was understood."""
    word = plain(text)
    found = _MS.search(word)
    ms = round(float(found[1]) * (1 if found[2] in ("ms", "毫秒") else SECOND)) if found else None
    if re.search("淡|叠化|渐|溶|fade|dissolve", word):
        long = ms is not None and ms > MAX_FADE_MS
        duration = min(ms if ms is not None else USUAL_FADE_MS, MAX_FADE_MS)
        return Transition(TransitionKind.FADE, duration), "sheet.transition_long" if long else ""
    if re.search("切|cut|无|直", word) or word in ("-", "—"):
        return Transition(), ""
    return Transition(), "sheet.transition_unknown"


def transition_text(transition: Transition) -> str:
    """Write a transition so that :func:`parse_transition` reads it back."""
    return "切" if transition.kind is TransitionKind.CUT else f"淡入 {transition.duration_ms} ms"


def parse_end_mode(text: str) -> tuple[EndMode, TimeOfDay | None]:
    """How a segment ends: ``手动``, ``自动跟随``, ``到 20:30``, ``倒计时`` (to a time that is still to be said). Raises
    UserError ``sheet.end_mode_unknown``."""
    bare = text.strip()
    if found := _COUNT_TO.match(bare):
        return EndMode.COUNT_TO, parse_clock(found[1])
    if re.fullmatch("倒计时[到至]?", bare):
        return EndMode.COUNT_TO, None
    if re.search("自动|跟随", bare):
        return EndMode.AUTO_FOLLOW, None
    if re.search("手动|手切|人工", bare) or bare in ("-", "—"):
        return EndMode.MANUAL, None
    raise UserError("sheet.end_mode_unknown", value=text)
