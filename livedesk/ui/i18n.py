"""The language of the interface: Qt's translators, chosen by the settings or the system."""

from __future__ import annotations

import logging

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from livedesk.ui.resources import resource

log = logging.getLogger(__name__)
CHINESE = "zh_CN"
ENGLISH = "en"
# Texts of Qt's own dialogs, by their context, that Qt's Chinese file lacks: ours answers for them.
OF_QT = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:")),
)


def choose(setting: str, system: QLocale | None = None) -> str:
    """The language to speak: the setting, else Chinese where the system does, else English."""
    if setting in (CHINESE, ENGLISH):
        return setting
    locale = QLocale.system() if system is None else system
    return CHINESE if locale.language() == QLocale.Language.Chinese else ENGLISH


def install(application: QCoreApplication, setting: str = "") -> str:
    """Install the translators of the chosen language in place of any others; returns the language.

    Where the translation was not built (``packaging/i18n.py release``) the log says so, and it is English."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    language = choose(setting)
    if language == CHINESE:
        own = QTranslator(application)
        path = resource("translations", f"livedesk_{CHINESE}.qm")
        if not own.load(str(path)):
            log.error("the Chinese translation is missing: %s", path)
            own.deleteLater()
            return _speak(ENGLISH)
        application.installTranslator(own)
        base = QTranslator(application)
        if base.load(f"qtbase_{CHINESE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(base)
    return _speak(language)


def _speak(language: str) -> str:
    QLocale.setDefault(QLocale(CHINESE if language == CHINESE else "en_GB"))
    return language
