"""Translations: chosen by setting or system, complete, and a stale one is noticed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from livedesk.ui import i18n

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("i18n_tool", ROOT / "packaging" / "i18n.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_language_is_the_setting_or_the_systems() -> None:
    assert i18n.choose("en", QLocale("zh_CN")) == "en"
    assert i18n.choose("zh_CN", QLocale("de_DE")) == "zh_CN"
    assert i18n.choose("", QLocale("zh_CN")) == "zh_CN"
    assert i18n.choose("", QLocale("zh_TW")) == "zh_CN"
    assert i18n.choose("", QLocale("C")) == "en"
    assert i18n.choose("klingon", QLocale("en_US")) == "en"


def test_chinese_goes_in_and_out(qapp: QApplication, language: str) -> None:
    assert QCoreApplication.translate("keys", "Space") == "空格"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    i18n.install(qapp, "en")
    assert QCoreApplication.translate("keys", "Space") == "Space"


def test_a_translation_that_was_not_built_is_logged_and_the_program_speaks_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path.joinpath(*parts))
    assert i18n.install(qapp, "zh_CN") == "en"
    assert "missing" in caplog.text
    assert QLocale().language() is QLocale.Language.English


def test_every_translation_is_complete_and_fresh(tool: ModuleType) -> None:
    assert tool.problems() == []


def test_new_gone_and_untranslated_texts_are_found(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "page.py"
    source.write_text('class Page:\n    def a(self):\n        return self.tr("First")\n', "utf-8")
    monkeypatch.setattr(tool, "TARGET", tmp_path / "ts")
    monkeypatch.setattr(tool, "sources", lambda: {"shell": [source]})
    assert tool.problems() == ["shell: shell.ts is missing; run update"]
    tool.update()
    assert tool.problems() == ["shell: no translation in Page: 'First'"]
    words = tmp_path / "words.json"
    words.write_text('{"First": "第一"}', "utf-8")
    assert tool.fill("shell", words) == 1
    assert tool.problems() == []
    assert tool.release().stat().st_size > 0
    source.write_text('class Page:\n    def a(self):\n        return self.tr("Second")\n', "utf-8")
    assert tool.problems() == ["shell: new text in Page: 'Second'", "shell: text is gone from Page: 'First'"]
