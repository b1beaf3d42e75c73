"""Colours can be read: computed, not looked at."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from tests.desktop.window_shots import dark_palette
from ui.look import theme
from ui.look.theme import Tone, contrast, fill_color, is_dark, muted, tinted, tone_color, tone_of

pytestmark = pytest.mark.usefixtures("qapp")

READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

SEEN = 3.0
"""WCAG 2.2, success criterion 1.4.11."""

ENHANCED = 7.0
"""WCAG 2.2, success criterion 1.4.6."""

LIGHT = [("#efefef", "#ffffff"), ("#fafafa", "#ffffff"), ("#f6f5f4", "#ffffff")]
DARK = [("#2b2b2e", "#1f1f22"), ("#353535", "#2a2a2a"), ("#1e1e1e", "#1e1e1e")]


def palette(window: str, base: str, text: str) -> QPalette:
    result = QPalette()
    for role, color in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.AlternateBase, base),
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
    ):
        result.setColor(role, QColor(color))
    return result


PALETTES = [palette(window, base, "#000000") for window, base in LIGHT] + [
    palette(window, base, "#f0f0f0") for window, base in DARK
]


@pytest.mark.parametrize("colors", PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_tones_are_readable_on_window_and_list(colors: QPalette, tone: Tone) -> None:
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert contrast(tone_color(tone, colors), colors.color(role)) >= READABLE


@pytest.mark.parametrize("colors", PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_pieces_of_charts_are_seen_on_window_and_list(colors: QPalette, tone: Tone) -> None:
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert contrast(fill_color(tone, colors), colors.color(role)) >= SEEN


@pytest.mark.parametrize("colors", PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_text_is_readable_on_banners(colors: QPalette, tone: Tone) -> None:
    text = colors.color(QPalette.ColorRole.WindowText)
    assert contrast(text, tinted(tone, colors)) >= READABLE


@pytest.mark.parametrize("colors", PALETTES)
def test_text_of_second_rank_is_readable(colors: QPalette) -> None:
    assert contrast(muted(colors), colors.color(QPalette.ColorRole.Window)) >= READABLE


HIGH_CONTRAST = [
    *(palette(window, window, "#000000") for window in ("#ffffff", "#fffaef")),
    *(palette(window, window, "#ffffff") for window in ("#000000", "#202020", "#2d3236")),
]
"""The contrast themes of Windows 11 and GNOME's."""


@pytest.mark.parametrize("colors", HIGH_CONTRAST)
def test_high_contrast_is_honoured(colors: QPalette, monkeypatch: pytest.MonkeyPatch) -> None:
    window = colors.color(QPalette.ColorRole.Window)
    assert tinted(Tone.RED, colors) != window
    assert muted(colors) != colors.color(QPalette.ColorRole.WindowText)
    monkeypatch.setattr(theme, "high_contrast", lambda: True)
    for tone in Tone:
        assert contrast(tone_color(tone, colors), window) >= ENHANCED
        assert tinted(tone, colors) == window
    assert muted(colors) == colors.color(QPalette.ColorRole.WindowText)


def test_nobody_is_said_to_want_high_contrast_who_did_not_ask() -> None:
    assert theme.high_contrast() is False


@pytest.mark.parametrize("path", sorted(Path(theme.__file__).parents[1].rglob("*.py")), ids=str)
def test_nothing_moves_by_itself(path: Path) -> None:
    """So that motion needs no reducing: no animation, no film, no bar that runs to and fro."""
    text = path.read_text()
    assert not re.search(r"Q\w*Animation\b|QMovie|QTimeLine|setRange\(0, 0\)", text)


def test_contrast_is_that_of_wcag() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")

    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(white, white) == pytest.approx(1.0)
    # The example everybody knows: #767676 is the lightest grey that passes on white.
    assert contrast(QColor("#767676"), white) >= READABLE > contrast(QColor("#777777"), white)


def test_dark_is_told_from_light() -> None:
    assert not is_dark(PALETTES[0])
    assert is_dark(PALETTES[-1])
    assert is_dark(dark_palette())


def test_tone_of_colour() -> None:
    assert [tone_of(color) for color in ("green", "amber", "red", None, "blue")] == [
        Tone.GREEN,
        Tone.AMBER,
        Tone.RED,
        Tone.NEUTRAL,
        Tone.NEUTRAL,
    ]
