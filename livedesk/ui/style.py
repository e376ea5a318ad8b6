"""One style for the whole program: Fusion, a palette and one stylesheet, all made from a :class:`Theme`.

The program calls :func:`prime` before its window is made and :func:`finish` after it; ``apply(application, theme,
family)`` is both at once, for parts that are shown alone. A widget chooses its look by properties:

- ``QFrame[role="panel"]`` a panel (:class:`livedesk.ui.widgets.panel.Panel` paints the same by itself);
  ``[role="header"]`` its header; ``[role="tile"]``, ``[role="banner"]``;
- ``QPushButton[variant="go" | "danger" | "primary" | "rehearsal" | "flat" | "scene"]``, ``[compact="true"]`` a low
  one; ``[state="air" | "next" | "chosen"]`` marks a scene button (set it with :func:`set_property`, which repaints);
- ``QLabel[tone="dim" | "faint" | "air" | "go" | "next" | "info" | "promo" | "warn" | "price"]`` its colour;
  ``[role="pill"]`` and ``[role="key"]`` a chip and a key hint, with the same tones;
- ``[ground="panel" | "bg"]`` what something stands on that paints it itself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.ui.fonts import font
from livedesk.ui.resources import resource
from livedesk.ui.theme import HEADER, RADIUS, TEXT, Theme

TONES = ("text", "dim", "faint", "air", "go", "next", "info", "promo", "warn", "price")


def apply(application: QApplication, theme: Theme, family: str) -> None:
    """Give the application its style, palette, font and stylesheet."""
    prime(application, theme, family)
    finish(application, theme)


def prime(application: QApplication, theme: Theme, family: str) -> None:
    """The style, palette and font: what widgets are made with."""
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setFont(font(family, TEXT))


def finish(application: QApplication, theme: Theme) -> None:
    """The stylesheet. Where it comes before a whole window is made, each widget that is put into another is looked
    through again with all that it holds: it comes after, and at once before the window is shown."""
    application.setStyleSheet(stylesheet(theme))


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet goes by, and repolish only where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is polished when it is first shown or measured
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """The palette for everything that Fusion draws by itself."""
    role = QPalette.ColorRole
    made = QPalette()
    pairs = {
        role.Window: "bg", role.WindowText: "text", role.Base: "panel", role.AlternateBase: "raised",
        role.Text: "text", role.Button: "raised", role.ButtonText: "text", role.BrightText: "text",
        role.ToolTipBase: "raised", role.ToolTipText: "text", role.PlaceholderText: "faint",
        role.Link: "info", role.LinkVisited: "promo", role.Highlight: "info", role.HighlightedText: "on_info",
        role.Light: "line", role.Midlight: "hover", role.Mid: "line", role.Dark: "bg", role.Shadow: "bg",
        role.Accent: "info",
    }  # fmt: skip
    for item, token in pairs.items():
        made.setColor(item, theme.color(token))
    for item in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, item, theme.color("faint"))
    return made


def stylesheet(theme: Theme) -> str:
    """The stylesheet of a theme."""
    return "\n".join((_surfaces(theme), _buttons(theme), _fields(theme), _views(theme), _tones(theme)))


def _surfaces(t: Theme) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.bg}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 8px; }}
QFrame[role="panel"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
QFrame[role="header"] {{ min-height: {HEADER}px; max-height: {HEADER}px; border: none;
    border-bottom: 1px solid {t.line}; background: transparent; }}
QFrame[role="topbar"] {{ background: {t.bg}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[role="statusbar"] {{ background: {t.bg}; border: none; border-top: 1px solid {t.line}; }}
QFrame[role="rail"] {{ background: {t.bg}; border: none; border-right: 1px solid {t.line}; }}
QFrame[role="tile"] {{ background: transparent; border: none; border-right: 1px solid {t.line}; }}
QFrame[role="tile"][last="true"] {{ border-right: none; }}
QFrame[role="line"] {{ background: {t.line}; border: none; }}
QFrame[role="light"] {{ background: {t.panel}; border: none; border-radius: 13px; }}
QFrame[role="cut"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
QFrame[role="cut"][tone="next"] {{ border-color: {t.next}; }}
QFrame[role="cut"][tone="warn"] {{ background: {t.mix("warn", "bg", 0.16)}; border-color: {t.warn}; }}
QFrame[role="banner"] {{ background: {t.mix("warn", "bg", 0.16)}; border: 1px solid {t.mix("warn", "bg", 0.55)};
    border-radius: {RADIUS}px; }}
QFrame[role="banner"][tone="info"] {{ background: {t.mix("info", "bg", 0.16)};
    border-color: {t.mix("info", "bg", 0.55)}; }}
QFrame[role="rehearsal"] {{ background: {t.mix("promo", "bg", 0.2)}; border: 1px solid {t.promo};
    border-radius: {RADIUS}px; }}
QStackedWidget[rehearsal="true"] {{ border: 2px solid {t.promo}; border-radius: {RADIUS}px; }}
QLabel {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
*[ground="panel"] {{ background: {t.panel}; }}
*[ground="bg"] {{ background: {t.bg}; }}
QScrollArea[ring="true"] {{ border: 1px solid transparent; border-radius: 6px; }}
QScrollArea[ring="true"]:focus {{ border-color: {t.info}; }}
QSplitter::handle {{ background: transparent; }}
"""


def _buttons(t: Theme) -> str:
    return f"""
QPushButton {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px;
    padding: 7px 14px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:checked {{ background: {t.hover}; border-color: {t.dim}; }}
QPushButton:focus {{ border-color: {t.info}; }}
QPushButton:disabled, QPushButton[dimmed="true"] {{ color: {t.faint}; background: {t.panel}; }}
QPushButton[variant="go"] {{ background: {t.go}; color: {t.on_go}; border-color: {t.go}; font-weight: bold; }}
QPushButton[variant="go"]:hover {{ background: {t.mix("text", "go", 0.12)}; }}
QPushButton[variant="go"]:pressed {{ background: {t.mix("bg", "go", 0.2)}; }}
QPushButton[variant="go"]:disabled,
QPushButton[variant="go"][dimmed="true"] {{ background: {t.mix("go", "panel", 0.18)}; color: {t.faint};
    border-color: {t.mix("go", "panel", 0.25)}; }}
QPushButton[variant="primary"] {{ background: {t.info}; color: {t.on_info}; border-color: {t.info};
    font-weight: bold; }}
QPushButton[variant="primary"]:hover {{ background: {t.mix("text", "info", 0.15)}; }}
QPushButton[variant="primary"]:disabled,
QPushButton[variant="primary"][dimmed="true"] {{ background: {t.mix("info", "panel", 0.2)}; color: {t.faint};
    border-color: {t.line}; }}
QPushButton[variant="danger"] {{ color: {t.mix("air", "text", 0.8)}; border-color: {t.air}; }}
QPushButton[variant="danger"]:hover {{ background: {t.mix("air", "panel", 0.25)}; }}
QPushButton[variant="danger"]:pressed {{ background: {t.mix("air", "panel", 0.45)}; }}
QPushButton[variant="danger"]:disabled,
QPushButton[variant="danger"][dimmed="true"] {{ border-color: {t.line}; color: {t.faint}; }}
QPushButton[variant="rehearsal"] {{ background: {t.mix("promo", "bg", 0.45)}; color: {t.text};
    border-color: {t.promo}; font-weight: bold; }}
QPushButton[variant="rehearsal"]:hover {{ background: {t.mix("promo", "bg", 0.6)}; }}
QPushButton[variant="rehearsal"]:disabled {{ background: {t.mix("promo", "panel", 0.2)}; color: {t.faint};
    border-color: {t.line}; }}
QPushButton[compact="true"] {{ padding: 3px 10px; }}
QFrame[role="rehearsal"] QPushButton:checked {{ background: {t.mix("promo", "bg", 0.45)};
    border-color: {t.promo}; }}
QPushButton[variant="flat"] {{ background: transparent; border-color: transparent; padding: 4px 8px; }}
QPushButton[variant="flat"][compact="true"] {{ padding: 0 8px; }}
QPushButton[variant="flat"]:hover {{ background: {t.hover}; }}
QPushButton[variant="scene"] {{ background: {t.panel}; padding: 4px 6px; }}
QPushButton[variant="scene"]:hover {{ background: {t.hover}; }}
QPushButton[state="air"] {{ border: 2px solid {t.air}; background: {t.mix("air", "panel", 0.14)}; }}
QPushButton[state="chosen"] {{ border: 2px dashed {t.info}; }}
QPushButton[state="next"] {{ border: 2px solid {t.next}; background: {t.mix("next", "panel", 0.08)}; }}
QToolButton {{ background: transparent; border: none; border-radius: 4px; padding: 4px; color: {t.dim}; }}
QToolButton:hover {{ background: {t.hover}; color: {t.text}; }}
QToolButton[variant="rail"] {{ background: transparent; border: none; border-radius: {RADIUS}px; padding: 6px 2px;
    color: {t.dim}; }}
QToolButton[variant="rail"]:hover {{ background: {t.panel}; color: {t.text}; }}
QToolButton[variant="rail"]:checked {{ background: {t.raised}; color: {t.text}; }}
"""


def _fields(t: Theme) -> str:
    field = "QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit, QDateTimeEdit"
    focused = ", ".join(f"{name}:focus" for name in field.split(", "))
    return f"""
{field} {{ background: {t.mix("bg", "panel", 0.6)}; color: {t.text}; border: 1px solid {t.line};
    border-radius: 6px; padding: 6px 8px; selection-background-color: {t.info}; selection-color: {t.on_info}; }}
{focused} {{ border-color: {t.info}; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {t.faint}; }}
QLineEdit[bad="true"] {{ border-color: {t.warn}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url({resource("themes", t.name + "-chevron.svg").as_posix()}); width: 16px;
    height: 16px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; padding: 0 6px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line}; outline: none; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.hover}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator, QTableView::indicator {{ width: 16px; height: 16px; border: 1px solid {t.dim}; border-radius: 4px;
    background: {t.bg}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {t.info}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {t.info}; border-color: {t.info};
    image: url({resource("themes", t.name + "-tick.svg").as_posix()}); }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ background: transparent; color: {t.dim}; border: none; border-bottom: 2px solid transparent;
    padding: 7px 4px; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.info}; }}
QTabBar:focus {{ background: {t.mix("info", "bg", 0.12)}; border-radius: 6px; }}
QProgressBar {{ background: {t.raised}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {t.info}; border-radius: 3px; }}
"""


def _views(t: Theme) -> str:
    return f"""
QAbstractItemView {{ background: transparent; border: none; outline: none;
    selection-background-color: {t.raised}; selection-color: {t.text}; }}
QHeaderView::section {{ background: {t.panel}; color: {t.dim}; border: none;
    border-bottom: 1px solid {t.line}; padding: 6px 8px; }}
QTableView {{ gridline-color: {t.mix("line", "panel", 0.6)}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    border: none; width: 0; height: 0; }}
"""


def _tones(t: Theme) -> str:
    rules = [
        f'QLabel[role="pill"] {{ background: {t.raised}; border-radius: 9px; padding: 1px 8px; color: {t.dim}; }}',
        f'QLabel[tone="on_go"] {{ color: {t.on_go}; }}',
        f'QLabel[tone="danger"] {{ color: {t.mix("air", "text", 0.8)}; }}',
        f'QLabel[role="key"] {{ color: {t.dim}; border: 1px solid {t.line}; border-radius: 4px; padding: 0 5px }}',
    ]
    rules.append(
        f'QLabel[role="key"][tone="on_go"] {{ color: {t.on_go}; border-color: {t.mix("on_go", "go", 0.5)}; }}'
    )
    for tone in TONES:
        rules.append(f'QLabel[tone="{tone}"], QPushButton[tone="{tone}"] {{ color: {t.value(tone)}; }}')
        if tone not in ("text", "dim", "faint"):
            rules.append(
                f'QLabel[role="pill"][tone="{tone}"] {{ background: {t.mix(tone, "panel", 0.2)};'
                f" color: {t.mix(tone, 'text', 0.75)}; }}"
            )
    return "\n".join(rules)
