"""A language that nobody speaks: it shows what is not translated, and what has no room.

Each text is put in brackets, gets accents and is made longer by the part that German and Finnish
need; its places for arguments, its keys and its markup stay. What a window shows without brackets
never went through Qt's translation.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

__all__ = ["CLOSE", "OPEN", "PseudoTranslator", "pseudo_language", "pseudo_text"]

OPEN, CLOSE = (
    "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}",
    "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}",
)

_LONGER = 0.4
"""How much longer than English a text of German or Finnish may well be."""

_ACCENTS = str.maketrans("AEIOUaeiouCcNnSsYy", "ÀÉÎÕÜàéîõüÇçÑñŠšÝý")

_KEPT = re.compile(r"\{[^}]*\}|%n|&&?|<[^>]+>|\n")


def pseudo_text(source: str) -> str:
    """Return a text in that language."""
    parts: list[str] = []
    end = 0
    for match in _KEPT.finditer(source):
        parts += [source[end : match.start()].translate(_ACCENTS), match.group()]
        end = match.end()
    parts.append(source[end:].translate(_ACCENTS))
    padding = "~" * round(len(source) * _LONGER)
    # In words, so that a longer text can be broken into lines as a real one can.
    padding = " ".join(padding[at : at + 8] for at in range(0, len(padding), 8))
    return f"{OPEN}{''.join(parts)}{' ' if padding else ''}{padding}{CLOSE}"


class PseudoTranslator(QTranslator):
    """Translates whatever it is asked for."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        text = pseudo_text(source)
        return text.replace("%n", str(n)) if n >= 0 else text


@contextmanager
def pseudo_language(*, right_to_left: bool = False) -> Iterator[None]:
    """Speak it until the block is left. Windows have to be made inside."""
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    before = QGuiApplication.layoutDirection()
    if right_to_left:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        # Sentences that are kept in English are not shown as they are, as in every other language.
        with patch("ui.words.translation._in_force", "qps"):
            yield
    finally:
        QGuiApplication.setLayoutDirection(before)
        QCoreApplication.removeTranslator(translator)
