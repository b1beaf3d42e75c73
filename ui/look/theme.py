"""Colours of a state in light, dark and high contrast, and the few measures that windows share.

A state is never shown by its colour alone (WCAG 1.4.1): its drawing (:mod:`ui.look.icons`) has a
shape of its own, and a word stands beside it. Text colours keep 4.5:1 against the window's and the
list's background (WCAG 1.4.3), and 7:1 where the person wants high contrast (WCAG 1.4.6); a test
computes it. Everything else is the palette's.

Nothing moves by itself in the windows, so that nobody has to be asked whether motion is to be
reduced, which Qt 6.11 can't tell: what goes on is said in words and numbers.
"""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

__all__ = [
    "FILL_COLORS",
    "HIGH_CONTRAST_COLORS",
    "STATUS_COLORS",
    "Tone",
    "color_again",
    "contrast",
    "fill_color",
    "heading_font",
    "high_contrast",
    "is_dark",
    "muted",
    "tinted",
    "tone_color",
    "tone_of",
]


class Tone(StrEnum):
    """The colour of a state: those of the code tables, and one for all else."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NEUTRAL = "neutral"


STATUS_COLORS: dict[Tone, tuple[str, str]] = {
    Tone.GREEN: ("#1a6b2b", "#7fd992"),
    Tone.AMBER: ("#855000", "#ffc65c"),
    Tone.RED: ("#b3211b", "#ff9b90"),
    Tone.NEUTRAL: ("#565b61", "#b6bbc1"),
}
"""Each tone on a light window and on a dark one."""

FILL_COLORS: dict[Tone, tuple[str, str]] = {
    Tone.GREEN: ("#3b9157", "#58b878"),
    Tone.AMBER: ("#c27600", "#e3a12f"),
    Tone.RED: ("#d63a31", "#f2726a"),
    Tone.NEUTRAL: ("#6f757c", "#9aa0a6"),
}
"""The same for what fills a piece of a chart: 3:1 is asked there (WCAG 1.4.11), and as dark as text
has to be amber is brown."""

HIGH_CONTRAST_COLORS: dict[Tone, tuple[str, str]] = {
    Tone.GREEN: ("#0a4a1a", "#b4f5c2"),
    Tone.AMBER: ("#573400", "#ffe09a"),
    Tone.RED: ("#870d08", "#ffcfc9"),
    Tone.NEUTRAL: ("#2f3338", "#e6e9ec"),
}
"""The same where the person wants high contrast."""


def tone_of(color: str | None) -> Tone:
    """The tone of a verdict's colour; neutral where there is no verdict."""
    return Tone(color) if color in ("green", "amber", "red") else Tone.NEUTRAL


def color_again() -> None:
    """Have every widget take its colours anew.

    Texts make theirs of those around them. Where another theme of the desktop's changes palettes
    in several steps, some have made theirs of the old ones.
    """
    for widget in QApplication.allWidgets():
        QApplication.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than the window it stands on."""
    text = palette.color(QPalette.ColorRole.WindowText)
    window = palette.color(QPalette.ColorRole.Window)
    return text.lightnessF() > window.lightnessF()


def high_contrast() -> bool:
    """Whether the person told the desktop to show high contrast; False where Qt can't tell.

    It knows on Windows, macOS, GNOME and Plasma.
    """
    # Kept by a name: the hints live no longer than what gives them away.
    style = QGuiApplication.styleHints()
    return style.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def tone_color(tone: Tone, palette: QPalette) -> QColor:
    """A tone as the colour of text or a shape on this palette's window."""
    light, dark = (HIGH_CONTRAST_COLORS if high_contrast() else STATUS_COLORS)[tone]
    return QColor(dark if is_dark(palette) else light)


def fill_color(tone: Tone, palette: QPalette) -> QColor:
    """A tone as what fills a piece of a chart on this palette's window."""
    if high_contrast():
        return tone_color(tone, palette)
    light, dark = FILL_COLORS[tone]
    return QColor(dark if is_dark(palette) else light)


def tinted(tone: Tone, palette: QPalette) -> QColor:
    """A faint wash of the tone over the window, for the background of a banner."""
    window = palette.color(QPalette.ColorRole.Window)
    return window if high_contrast() else _mixed(tone_color(tone, palette), window, 0.10)


def muted(palette: QPalette) -> QColor:
    """Text of second rank: still 4.5:1 on the window, and none of it in high contrast."""
    text = palette.color(QPalette.ColorRole.WindowText)
    if high_contrast():
        return text
    return _mixed(text, palette.color(QPalette.ColorRole.Window), 0.72)


def heading_font(widget: QWidget, *, scale: float = 1.0, bold: bool = True) -> QFont:
    """The widget's font, larger by a factor and heavier; follows the person's font size."""
    font = QFont(widget.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:  # a font given in pixels has no point size
        font.setPixelSize(round(font.pixelSize() * scale))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(top: QColor, below: QColor, share: float) -> QColor:
    parts = (
        (top.redF(), below.redF()),
        (top.greenF(), below.greenF()),
        (top.blueF(), below.blueF()),
    )
    return QColor.fromRgbF(*(share * a + (1 - share) * b for a, b in parts))
