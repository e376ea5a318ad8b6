"""Keys that are no actions of the registry, or only while their page is built: told here once, for the list of keys.

The tests press each of them where it acts, so that the list stays true.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "KeyRows"
ENTER = QT_TRANSLATE_NOOP("KeyRows", "Enter")
SPACE = QT_TRANSLATE_NOOP("KeyRows", "Space")

RUNDOWN = QT_TRANSLATE_NOOP("KeyRows", "In the rundown")
CHECKS = QT_TRANSLATE_NOOP("KeyRows", "In the list of checks (Prepare)")
PALETTE = QT_TRANSLATE_NOOP("KeyRows", "While a command is looked for")
PROMPTER = QT_TRANSLATE_NOOP("KeyRows", "In the host's prompter")

KEY_ROWS: tuple[tuple[object, tuple[tuple[object, object], ...]], ...] = (
    (
        RUNDOWN,
        (
            ("↑ ↓", QT_TRANSLATE_NOOP("KeyRows", "Choose a segment")),
            (ENTER, QT_TRANSLATE_NOOP("KeyRows", "Arm a jump to it; again: jump")),
            ("F2", QT_TRANSLATE_NOOP("KeyRows", "Edit title and length in place")),
            (
                "Esc",
                QT_TRANSLATE_NOOP(
                    "KeyRows", "Let the jump be; close the search, or the strip of a moment; leave a field"
                ),
            ),
        ),
    ),
    (
        CHECKS,
        (
            ("P", QT_TRANSLATE_NOOP("KeyRows", "Passed")),
            ("F", QT_TRANSLATE_NOOP("KeyRows", "Failed")),
            ("N", QT_TRANSLATE_NOOP("KeyRows", "Not applicable")),
            ("W", QT_TRANSLATE_NOOP("KeyRows", "Waive, with a name and a reason")),
            ("O", QT_TRANSLATE_NOOP("KeyRows", "Reopen")),
            ("E", QT_TRANSLATE_NOOP("KeyRows", "Write a note")),
        ),
    ),
    (
        PALETTE,
        (
            ("↑ ↓ Tab", QT_TRANSLATE_NOOP("KeyRows", "Choose what was found")),
            ("PgUp PgDown", QT_TRANSLATE_NOOP("KeyRows", "A page of it back, on")),
            (ENTER, QT_TRANSLATE_NOOP("KeyRows", "Do it, or be told why it does nothing now")),
            ("Esc", QT_TRANSLATE_NOOP("KeyRows", "Back to where the keys were")),
        ),
    ),
    (
        PROMPTER,
        (
            (SPACE, QT_TRANSLATE_NOOP("KeyRows", "Stop the text, let it run")),
            ("↑ ↓", QT_TRANSLATE_NOOP("KeyRows", "Some lines back, on")),
            ("PgUp PgDown", QT_TRANSLATE_NOOP("KeyRows", "A line back, on (pedal, presenter)")),
            ("Home", QT_TRANSLATE_NOOP("KeyRows", "To what is on air")),
            ("+ −", QT_TRANSLATE_NOOP("KeyRows", "Faster, slower")),
            (ENTER, QT_TRANSLATE_NOOP("KeyRows", "Confirm the director's message")),
            ("F F11", QT_TRANSLATE_NOOP("KeyRows", "Full screen")),
            ("M", QT_TRANSLATE_NOOP("KeyRows", "Mirror")),
            ("F1", QT_TRANSLATE_NOOP("KeyRows", "Show these keys to the host")),
        ),
    ),
)


def told(text: object) -> str:
    """A heading, a key or a deed of :data:`KEY_ROWS` in the language of the interface."""
    return QCoreApplication.translate(CONTEXT, str(text))
