"""The settings on the screen: sizes and places, colours that read from afar, and what is kept for whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.prompt_look import Mirror, Palette, PromptLook, Setting, Voices, step
from livedesk.domain.script import LineKind
from livedesk.ui.prompter.document import Document, render_tile
from livedesk.ui.prompter.layout import lay_out
from livedesk.ui.prompter.look import Frame, kind_token, load_look
from livedesk.ui.prompter.view import KeptLook, Looks, read_looks, write_looks
from livedesk.ui.theme import contrast

HD = QSize(1920, 1080)
LONG = "换季的时候脸干、起皮、泛红，都是屏障在喊救命，所以这一支我们今天一定要好好讲一讲。"
BLOCK = PromptBlock("a", "环节", (PromptLine(LineKind.SPEECH, LONG),))


@pytest.mark.parametrize("palette", Palette)
def test_what_is_read_stands_out_seven_to_one(palette: Palette) -> None:
    look = load_look(palette)
    for token in {"text", "dim", "warn", *map(kind_token, LineKind)}:
        assert contrast(look.value(token), look.bg) >= 7, token
    assert contrast(look.faint, look.bg) >= 4.5, "lines of others stand back and can be read"


def test_the_strong_colours_are_stronger_and_a_bright_room_has_a_light_screen() -> None:
    dark, strong, bright = (load_look(each) for each in (Palette.DARK, Palette.STRONG, Palette.BRIGHT))
    assert contrast(strong.text, strong.bg) == pytest.approx(21)
    for token in ("text", "dim", "next", "info", "promo", "price", "warn"):
        assert contrast(strong.value(token), strong.bg) > contrast(dark.value(token), dark.bg), token
    assert (dark.dark, bright.dark) == (True, False)
    assert QColor(load_look(Palette.YELLOW).text).hslHue() == pytest.approx(50, abs=8)


def test_the_plain_look_is_the_design() -> None:
    frame = Frame(HD)
    assert (frame.font, frame.pitch, frame.margin, frame.read_line) == (68, 105, 96, 454)
    assert (frame.column, frame.band.height(), frame.text.width()) == (1340, 150, 1500)


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1280, 720), QSize(1080, 1920)])
def test_each_setting_moves_what_it_names(size: QSize) -> None:
    plain = Frame(size)

    def changed(setting: Setting, direction: int = 1) -> Frame:
        return Frame(size, look=step(plain.look, setting, direction))

    assert changed(Setting.SIZE).font > plain.font > changed(Setting.SIZE, -1).font
    assert changed(Setting.SIZE).pitch > plain.pitch
    assert changed(Setting.SPACING).pitch > plain.pitch
    assert changed(Setting.SPACING).font == plain.font
    assert changed(Setting.MARGIN_LEFT).margin > plain.margin
    assert changed(Setting.MARGIN_LEFT).column < plain.column
    assert changed(Setting.MARGIN_RIGHT).column < plain.column
    assert changed(Setting.READ_LINE).read_line > plain.read_line
    assert changed(Setting.BAND).band.height() > plain.band.height()
    assert abs(changed(Setting.BAND).band.center().y() - plain.read_line) <= 1
    hidden = changed(Setting.PANEL)
    assert hidden.text.width() == size.width()
    assert hidden.column > plain.column
    assert hidden.panel.left() >= size.width()


def test_the_largest_text_still_fits_the_column(family: str) -> None:
    widest = PromptLook(size=250, margin_left=600, margin_right=600)
    laid = lay_out(BLOCK, Frame(HD, look=widest), family)
    assert (laid.rows[0].start, laid.rows[-1].end) == (0, len(LONG))
    assert all(row.end > row.start for row in laid.rows)


def test_a_size_keeps_the_time_of_the_text(family: str) -> None:
    times = []
    for size in (50, 100, 250):
        made = Document(Frame(HD, look=PromptLook(size=size)), family)
        made.update((BLOCK,))
        way = made.end_of(0) - made.start_of(0) + made.frame.pitch
        times.append(way / made.speed(made.start_of(0), 260))
    assert times == pytest.approx([times[0]] * 3)


def test_weight_and_colours_are_on_the_tile(family: str) -> None:
    def ink(look: PromptLook) -> tuple[QColor, float]:
        image = render_tile(lay_out(BLOCK, Frame(HD, look=look), family), 0).toImage()
        ground = image.pixelColor(1300, 300)
        pixels = [image.pixelColor(x, y) for y in range(100, 200, 2) for x in range(0, 1300, 2)]
        return ground, sum(abs(each.lightness() - ground.lightness()) for each in pixels)

    ground, bold = ink(PromptLook())
    assert ground == load_look().color("bg")
    assert ink(PromptLook(bold=False))[1] < 0.9 * bold
    for palette in Palette:
        assert ink(PromptLook(palette=palette))[0] == load_look(palette).color("bg")


# What is kept


def test_a_host_finds_the_own_look_and_pace_again(tmp_path: Path) -> None:
    li = KeptLook("HDMI-1", "李一", PromptLook(size=140, palette=Palette.YELLOW), 300)
    wang = KeptLook("HDMI-1", "王二", PromptLook(voices=Voices.DIMMED), 220)
    write_looks(tmp_path, Looks().keep(li).keep(wang))
    kept = read_looks(tmp_path)
    assert kept.of("HDMI-1", "李一") == li
    assert kept.of("HDMI-1", "王二") == wang
    again = replace(li, cpm=310)
    assert kept.keep(again).of("HDMI-1", "李一") == again
    assert kept.keep(again).of("HDMI-1", "王二") == wang


def test_another_screen_keeps_its_mirror_and_the_host_the_rest() -> None:
    li = KeptLook("HDMI-1", "李一", PromptLook(size=140), 300)
    glass = KeptLook("HDMI-2", "王二", PromptLook(mirror=Mirror.HORIZONTAL), 220)
    found = Looks().keep(li).keep(glass).of("HDMI-2", "李一")
    assert (found.look, found.cpm) == (PromptLook(size=140, mirror=Mirror.HORIZONTAL), 300)
    stranger = Looks().keep(glass).of("HDMI-2", "新人")
    assert (stranger.look, stranger.cpm) == (glass.look, 0), "the pace is the person's"
    assert Looks().of("HDMI-2", "新人") == KeptLook("HDMI-2", "新人")


def test_what_cannot_be_read_is_the_plain_look(tmp_path: Path) -> None:
    assert read_looks(tmp_path) == Looks()
    for text in ("{", '{"kept": [{"screen": "a", "host": "b", "look": {"size": 9000}}]}'):
        (tmp_path / "prompter-looks.json").write_text(text)
        assert read_looks(tmp_path) == Looks()


def test_the_oldest_of_too_many_goes() -> None:
    looks = Looks()
    for number in range(120):
        looks = looks.keep(KeptLook("s", str(number)))
    assert len(looks.kept) == 100
    assert looks.kept[0].host == "119"
