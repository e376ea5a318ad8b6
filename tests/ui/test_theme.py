"""The look: contrast, one place for colours, legible Chinese, digits that do not jump."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from livedesk.domain.rundown import SegmentKind
from livedesk.ui import fonts, style
from livedesk.ui.icons import pixmap
from livedesk.ui.resources import resource
from livedesk.ui.theme import THEMES, TOKENS, contrast, load_theme

UI = Path(__file__).resolve().parents[2] / "livedesk"


@pytest.mark.parametrize("name", THEMES)
def test_reading_text_has_enough_contrast(name: str) -> None:
    theme = load_theme(name)
    for under in (theme.bg, theme.panel, theme.raised):
        assert contrast(theme.text, under) >= 7
        for token in ("dim", "air", "go", "next", "info", "promo", "warn", "price"):
            assert contrast(theme.value(token), under) >= 4.5, (token, under)
        assert contrast(theme.faint, under) >= 2.5
    for filled in ("air", "go", "next", "info"):
        assert contrast(theme.value(f"on_{filled}"), theme.value(filled)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_pills_can_be_read(name: str) -> None:
    theme = load_theme(name)
    for tone in ("air", "go", "next", "info", "promo", "warn", "price"):
        assert contrast(theme.mix(tone, "text", 0.75), theme.mix(tone, "panel", 0.2)) >= 4.5, tone


def test_themes_have_the_same_tokens_and_an_unknown_one_is_dark() -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", load_theme(name).value(token)) for name in THEMES for token in TOKENS)
    assert load_theme("no such look").name == "dark"
    with pytest.raises(KeyError):
        load_theme("dark").value("name")


def test_red_is_for_the_air_alone() -> None:
    assert all(load_theme("dark").kind(kind) != "air" for kind in SegmentKind)


def test_mix_goes_from_one_colour_to_the_other() -> None:
    theme = load_theme("dark")
    assert theme.mix("air", "bg", 1) == theme.air
    assert theme.mix("air", "bg", 0) == theme.bg


def test_no_colour_is_written_outside_the_themes() -> None:
    literal = re.compile(r"""["'(: ]#[0-9a-fA-F]{6,8}\b|Qt\.GlobalColor\.(?!transparent)|QColor\(["'0-9]""")
    found = [
        f"{path.name}:{number}"
        for path in UI.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    # Reports are documents of their own, printed on white paper.
    assert [item for item in found if not item.startswith("report")] == []


def test_the_stylesheet_is_understood_by_qt(qapp: QApplication, family: str, qtlog: Any) -> None:
    for name in THEMES:
        style.apply(qapp, load_theme(name), family)
        label = QLabel("x")
        label.ensurePolished()
        label.deleteLater()
    assert not [record for record in qtlog.records if "stylesheet" in record.message.lower()]


@pytest.mark.parametrize("bold", [False, True])
def test_digits_are_equally_wide(family: str, bold: bool) -> None:
    metrics = QFontMetricsF(fonts.figures(family, 24, bold=bold))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", fonts.FILES)
def test_the_bundled_font_has_chinese_and_the_signs(qapp: QGuiApplication, name: str) -> None:
    raw = QRawFont(str(resource("fonts", name)), 20)
    sample = "秋冬护肤专场切下一项保持返回紧急画面应变预案神经酰胺￥¥−±▲▼●■…—“”「」【】✓━◆＝×·→龘囍"
    missing = [sign for sign in sample if not raw.supportsCharacter(ord(sign))]
    assert missing == []


def test_a_system_face_is_preferred_and_the_bundled_one_found(qapp: QGuiApplication) -> None:
    assert fonts.load_fonts({"Arial", "PingFang SC", "Noto Sans CJK SC"}) == "PingFang SC"
    assert fonts.load_fonts({"Arial", "Microsoft YaHei"}) == "Microsoft YaHei"
    assert fonts.load_fonts({"DejaVu Sans", "Noto Sans CJK SC"}) == fonts.BUNDLED
    assert fonts.BUNDLED in QFont(fonts.font(fonts.BUNDLED, 13)).families()


def test_chinese_is_drawn_as_characters_and_not_as_boxes(family: str) -> None:
    def picture(text: str) -> QImage:
        image = QImage(64, 48, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            painter.setFont(fonts.font(family, 32))
            painter.drawText(4, 38, text)
        return image

    assert picture("播") != picture("直")
    assert picture("播") != picture("\ue123")


def test_icons_take_the_colour_of_the_theme(qapp: QGuiApplication) -> None:
    theme = load_theme("dark")
    image = pixmap("live", theme.go).toImage()
    assert image.pixelColor(12, 12).name() == theme.go
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", theme.go)
