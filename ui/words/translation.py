"""The language of the windows: which one it is, its texts, its numbers and its direction.

English is what the code speaks and needs no file but one for plurals; other languages are in
resources/translations, made from the code by ``python -m tests.translations``. A window that is
open keeps the texts it was made with: whoever changes the language makes the windows anew.
"""

import logging
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from notifier.sentence import Sentence

__all__ = ["available", "choose", "engine", "in_english", "speak"]

logger = logging.getLogger(__name__)

_FOLDER = str(files("resources") / "translations")
_NAME = "call-notifier"
_SOURCE = "en"

_in_force = _SOURCE
"""The language of the windows' texts; a process has one."""

_installed: list[QTranslator] = []
"""What Qt asks for texts; it does not keep them itself."""


@cache
def available() -> tuple[str, ...]:
    """The languages there are texts in, as BCP 47 writes them, English first."""
    names = (file.name for file in (files("resources") / "translations").iterdir())
    found = {
        name.removeprefix(f"{_NAME}_").removesuffix(".qm").replace("_", "-")
        for name in names
        if name.endswith(".qm")
    }
    return (_SOURCE, *sorted(found - {_SOURCE}))


def choose(wanted: Sequence[str], there: Sequence[str]) -> str:
    """Return the first wanted language that is there, itself or without its region.

    :param wanted: BCP 47 tags, the most wanted first; English ends the search wherever it stands.
    """
    for tag in wanted:
        parts = tag.replace("_", "-").split("-")
        for length in range(len(parts), 0, -1):
            known = "-".join(parts[:length]).lower()
            for name in there:
                if name.lower() == known:
                    return name
    return _SOURCE


def speak(setting: str | None) -> bool:
    """Take on a language; returns whether the texts' language is another one now.

    :param setting: as the settings have it. None follows the system, whose numbers and times are
        kept also where there are no texts in its language.
    """
    global _in_force
    system = QLocale.system()
    chosen = choose([setting] if setting else system.uiLanguages(), available())
    QLocale.setDefault(QLocale(setting) if setting else system)
    QGuiApplication.setLayoutDirection(
        QLocale(chosen).textDirection() if chosen != _SOURCE else Qt.LayoutDirection.LeftToRight
    )
    before, _in_force = _in_force, chosen
    if chosen == before and _installed:
        return False
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for translator in (_loaded(qt_folder, "qtbase", chosen), _loaded(_FOLDER, _NAME, chosen)):
        if translator is not None:
            _installed.append(translator)
            QCoreApplication.installTranslator(translator)
    return chosen != before


def _loaded(folder: str, name: str, language: str) -> QTranslator | None:
    translator = QTranslator()
    if translator.load(f"{name}_{language.replace('-', '_')}", folder):
        return translator
    logger.info("There is no %s in %s for %s", name, folder, language)
    return None


def in_english() -> bool:
    """Whether the windows speak the language of the code, so that kept sentences can be shown."""
    return _in_force == _SOURCE


def engine(text: str) -> str:
    """Translate a sentence of the engine; one that is not known stays as it is."""
    if not isinstance(text, Sentence):
        return QCoreApplication.translate("engine", text)
    arguments = {name: _argument(value) for name, value in text.arguments.items()}
    return QCoreApplication.translate("engine", text.template).format(**arguments)


def _argument(value: object) -> object:
    """Broken numbers are written as people write them; whole ones may be ports or line numbers."""
    match value:
        case Sentence():
            return engine(value)
        case Decimal():
            return str(value).replace(".", QLocale().decimalPoint())
        case _:
            return value
