"""The keys of the host: one table from a key of a keyboard, a foot pedal or a presenter to what it asks for.

Pedals and presenters are keyboards with few keys: PageUp and PageDown, the arrows, F5 (begin), B or the full stop
(blank). A numeric pad sends digits or arrows, as its lock stands; both mean the same here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from livedesk.ui.key_rows import ENTER, SPACE, told


class Act(StrEnum):
    """What the host asks for with a key."""

    HOLD_OR_RUN = "hold_or_run"
    ROWS_BACK = "rows_back"
    ROWS_ON = "rows_on"
    LINE_BACK = "line_back"
    LINE_ON = "line_on"
    SEGMENT_BACK = "segment_back"
    SEGMENT_ON = "segment_on"
    MARK_BACK = "mark_back"
    MARK_ON = "mark_on"
    HOME = "home"
    RUN_BACK = "run_back"
    RUN_ON = "run_on"
    SLOWER = "slower"
    FASTER = "faster"
    FIT = "fit"
    PAUSE_AT_MARKS = "pause_at_marks"
    ACKNOWLEDGE = "acknowledge"
    BLANK = "blank"
    SMALLER = "smaller"
    BIGGER = "bigger"
    READ_LINE_UP = "read_line_up"
    READ_LINE_DOWN = "read_line_down"
    PALETTE = "palette"
    MIRROR = "mirror"
    PANEL = "panel"
    SCOPE = "scope"
    VOICES = "voices"
    FULL_SCREEN = "full_screen"
    LEAVE_FULL_SCREEN = "leave_full_screen"
    SHOW_KEYS = "show_keys"


@dataclass(frozen=True, slots=True)
class Use:
    """The keys of one act. ``released`` is what letting go asks for: the act lasts while the key is held."""

    act: Act
    keys: tuple[Qt.Key, ...]
    released: Act | None = None


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of the key card: an act, or two that are opposites. ``repeats``: a key that is held asks again and
    again."""

    deed: object
    uses: tuple[Use, ...]
    repeats: bool = False


_K = Qt.Key
ROWS: tuple[KeyRow, ...] = (
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Stop the text, let it run"),
        (Use(Act.HOLD_OR_RUN, (_K.Key_Space, _K.Key_F5, _K.Key_5, _K.Key_Clear)),),
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Some rows back, on"),
        (Use(Act.ROWS_BACK, (_K.Key_Up, _K.Key_8)), Use(Act.ROWS_ON, (_K.Key_Down, _K.Key_2))),
        repeats=True,
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "A line back, on (pedal, presenter)"),
        (Use(Act.LINE_BACK, (_K.Key_PageUp, _K.Key_9)), Use(Act.LINE_ON, (_K.Key_PageDown, _K.Key_3))),
        repeats=True,
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "A segment back, on"),
        (Use(Act.SEGMENT_BACK, (_K.Key_Left, _K.Key_4)), Use(Act.SEGMENT_ON, (_K.Key_Right, _K.Key_6))),
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "To the mark before, the next mark"),
        (Use(Act.MARK_BACK, (_K.Key_BracketLeft,)), Use(Act.MARK_ON, (_K.Key_BracketRight,))),
    ),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "To what is on air"), (Use(Act.HOME, (_K.Key_Home, _K.Key_7)),)),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Run backwards while it is held"),
        (Use(Act.RUN_BACK, (_K.Key_Backspace, _K.Key_R), Act.RUN_ON),),
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Slower, faster"),
        (
            Use(Act.SLOWER, (_K.Key_Minus, _K.Key_Underscore)),
            Use(Act.FASTER, (_K.Key_Plus, _K.Key_Equal)),
        ),
        repeats=True,
    ),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "End with the segment's time"), (Use(Act.FIT, (_K.Key_T,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Wait at each mark, or not"), (Use(Act.PAUSE_AT_MARKS, (_K.Key_P,)),)),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Confirm the director's message"),
        (Use(Act.ACKNOWLEDGE, (_K.Key_Return, _K.Key_Enter)),),
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Blank the screen, show it again"),
        (Use(Act.BLANK, (_K.Key_B, _K.Key_Period)),),
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Smaller, bigger text"),
        (Use(Act.SMALLER, (_K.Key_Slash,)), Use(Act.BIGGER, (_K.Key_Asterisk,))),
        repeats=True,
    ),
    KeyRow(
        QT_TRANSLATE_NOOP("Prompter", "Read line up, down"),
        (Use(Act.READ_LINE_UP, (_K.Key_I,)), Use(Act.READ_LINE_DOWN, (_K.Key_K,))),
        repeats=True,
    ),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Other colours"), (Use(Act.PALETTE, (_K.Key_C,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Mirror"), (Use(Act.MIRROR, (_K.Key_M,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Side panel"), (Use(Act.PANEL, (_K.Key_S,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Whole show, or this segment"), (Use(Act.SCOPE, (_K.Key_W,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Whose lines are shown"), (Use(Act.VOICES, (_K.Key_V,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Full screen"), (Use(Act.FULL_SCREEN, (_K.Key_F, _K.Key_F11)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Leave full screen"), (Use(Act.LEAVE_FULL_SCREEN, (_K.Key_Escape,)),)),
    KeyRow(QT_TRANSLATE_NOOP("Prompter", "Show these keys"), (Use(Act.SHOW_KEYS, (_K.Key_F1,)),)),
)
_BY_KEY: Mapping[Qt.Key, tuple[KeyRow, Use]] = MappingProxyType(
    {key: (row, use) for row in ROWS for use in row.uses for key in use.keys}
)
# The second name of a key (its shifted sign, the pad's) is left out of the card.
_UNTOLD = frozenset({_K.Key_Underscore, _K.Key_Equal, _K.Key_Clear, _K.Key_Enter})
_NAMES: Mapping[Qt.Key, str] = MappingProxyType(
    {_K.Key_Up: "↑", _K.Key_Down: "↓", _K.Key_Left: "←", _K.Key_Right: "→", _K.Key_Minus: "−"}
)


def pressed(key: Qt.Key, *, repeated: bool = False) -> Act | None:
    """What a key asks for when it goes down, or (``repeated``) as it is held; None for nothing."""
    found = _BY_KEY.get(key)
    if found is None or (repeated and not found[0].repeats):
        return None
    return found[1].act


def let_go(key: Qt.Key) -> Act | None:
    """What letting go of a key asks for; None for nothing."""
    found = _BY_KEY.get(key)
    return found[1].released if found is not None else None


def card_rows() -> tuple[tuple[str, str], ...]:
    """The key card in the language of the interface: keys and what they do."""
    return tuple((_keys(row), QCoreApplication.translate("Prompter", str(row.deed))) for row in ROWS)


def _keys(row: KeyRow) -> str:
    groups = [" ".join(_name(key) for key in use.keys if key not in _UNTOLD) for use in row.uses]
    return "   ".join(groups)


def _name(key: Qt.Key) -> str:
    match key:
        case _K.Key_Space:
            return told(SPACE)
        case _K.Key_Return:
            return told(ENTER)
        case _:
            return _NAMES.get(key) or QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
