"""The icons: what the state looks like, as shape and as colour, at every size a panel asks for.

A person must be able to tell the states apart without seeing colours (WCAG 1.4.1), so each look
has a shape of its own, and the two ambers (good with limits, fair) differ by shape as well.

There are two sets. The coloured drawings (resources/icons) carry an outline of the opposite
brightness and show on any panel. The monochrome ones (resources/icons/symbolic) are templates:
black is ink and white is paper, which is cut out; they are drawn in the panel's foreground
(:mod:`ui.tray.panel`), and with an outline where the panel's brightness is not known.

A test that runs doesn't hide the last verdict: the verdict's own icon shrinks and a ring of dots
goes around it.
"""

import itertools
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from notifier.codes import BY_SUMMARY, Color, Connectivity, Status
from notifier.service.events import ServiceState

__all__ = [
    "SIZES",
    "Ink",
    "Look",
    "Shape",
    "draw",
    "icon",
    "image",
    "ink_color",
    "look_of",
    "program_icon",
    "shape_of",
    "shape_of_code",
    "svg_path",
    "tray_look_of",
]

SIZES = (16, 18, 20, 22, 24, 32, 36, 40, 44, 48, 64)
"""Panels of the desktops we know, at single and double density, in device pixels."""

KEPT_ICONS = 32
"""How many looks are kept ready: more than a list of a day's runs and the tray show in turn, and
few enough (some 60 KB each) to cost little."""

_SHRUNK = 0.66
"""How much of the side a verdict keeps inside the ring of dots: at 16 px still 10 pixels."""

_SYMBOLIC = "symbolic/"
"""Where the templates of the monochrome set are, below resources/icons."""

_OUTLINE_SHARE = 18
"""The outline of a monochrome icon is this part of its side: at 16 px just under a pixel."""


class Shape(StrEnum):
    """One drawing; the value is its file name."""

    GOOD = "good"
    """Green disc with a check: excellent, or good."""

    LIMITED = "limited"
    """Amber square with a check: good, but with too little bandwidth for something."""

    FAIR = "fair"
    """Amber triangle with an exclamation mark."""

    BAD = "bad"
    """Red octagon with a cross: poor or bad."""

    NO_CONNECTION = "no-connection"
    """Globe with a red slash."""

    PAUSED = "paused"
    """Grey disc with two bars."""

    UNKNOWN = "unknown"
    """Hollow ring with a question mark: nothing was measured yet, or nothing could be."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how the icon looks."""

    shape: Shape
    testing: bool = False
    """A run is in hand: a ring of dots around the shape."""

    demonstration: bool = False
    """The embedded relay is being measured: a badge in the corner."""

    call: bool = False
    """A call goes on: another badge in another corner."""


class Ink(StrEnum):
    """How a monochrome icon is drawn."""

    LIGHT = "light"
    """In near-white: the panel is dark."""

    DARK = "dark"
    """In near-black: the panel is light."""

    LIGHT_OUTLINED = "light-outlined"
    """In near-white with a dark outline: nobody can say how bright the panel is."""

    DARK_OUTLINED = "dark-outlined"
    """The reverse of it."""

    TEMPLATE = "template"
    """In black, which the desktop itself replaces by the colour that fits (macOS)."""


_INKS: dict[Ink, tuple[str, str | None]] = {
    Ink.LIGHT: ("#f2f2f2", None),
    Ink.DARK: ("#1f1f1f", None),
    Ink.LIGHT_OUTLINED: ("#f2f2f2", "#1f1f1f"),
    Ink.DARK_OUTLINED: ("#1f1f1f", "#f2f2f2"),
    Ink.TEMPLATE: ("#000000", None),
}
"""Colour of the ink and, where there is one, of the outline."""


def shape_of(
    color: str, status_code: int, connectivity_code: int, *, refused: bool = False
) -> Shape:
    """Return the drawing for a verdict's colour, status and connectivity.

    :param refused: the servers let nobody in, so that nothing was measured.
    """
    if refused:
        return Shape.UNKNOWN
    if connectivity_code == Connectivity.NO_CONNECTION:
        return Shape.NO_CONNECTION
    match color:
        case Color.GREEN:
            return Shape.GOOD
        case Color.AMBER:
            return Shape.LIMITED if status_code >= Status.GOOD else Shape.FAIR
        case _:
            return Shape.BAD


def shape_of_code(summary_code: int | None) -> Shape:
    """Return the drawing for what a call gets or got; a question mark where nobody knows."""
    if summary_code is None or summary_code not in BY_SUMMARY:
        return Shape.UNKNOWN
    row = BY_SUMMARY[summary_code]
    return shape_of(row.color, row.status, Connectivity.SUCCESS)


def look_of(state: ServiceState) -> Look:
    """Return how the icon looks in this state of the service, calls aside."""
    testing = state.progress is not None
    if state.paused_until is not None and not testing:
        shape = Shape.PAUSED
    elif state.last is None:
        shape = Shape.UNKNOWN
    else:
        verdict = state.last.verdict
        shape = shape_of(
            verdict.color,
            verdict.status_code,
            verdict.connectivity_code,
            refused=verdict.refused,
        )
    return Look(shape, testing=testing, demonstration=state.demonstration)


def tray_look_of(state: ServiceState) -> Look:
    """The same for the tray: while a call goes on, how that one is, as soon as it is known."""
    look = look_of(state)
    if state.live is None:
        return look
    if state.live.code is None:
        return replace(look, call=True)
    return replace(look, shape=shape_of_code(state.live.code), call=True)


def svg_path(name: str) -> Path:
    """Return the file of one drawing: for what wants a path and not pixels."""
    return Path(str(files("resources") / "icons" / f"{name}.svg"))


@cache
def _renderer(name: str) -> QSvgRenderer:
    renderer = QSvgRenderer(QByteArray(svg_path(name).read_bytes()))
    if not renderer.isValid():
        raise ValueError(f"resources/icons/{name}.svg is no SVG that Qt can draw")
    return renderer


def ink_color(ink: Ink) -> QColor:
    """The colour that a monochrome icon is drawn in."""
    return QColor(_INKS[ink][0])


def image(look: Look, size: int, ink: Ink | None = None) -> QImage:
    """Draw one look, ``size`` device pixels square, on a transparent ground.

    :param ink: draws the monochrome icon; None the coloured one.
    """
    if ink is not None:
        return _monochrome(look, size, ink)
    canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    _paint(painter, look, QRectF(0, 0, size, size), "")
    painter.end()
    return canvas


def _paint(painter: QPainter, look: Look, area: QRectF, folder: str) -> None:
    """Draw the shape and its marks from the drawings of one set."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = area
    if look.testing:
        margin = area.width() * (1 - _SHRUNK) / 2
        shape = area.adjusted(margin, margin, -margin, -margin)
    _renderer(folder + look.shape).render(painter, shape)
    marks = (
        (look.testing, "mark-testing"),
        (look.demonstration, "mark-demonstration"),
        (look.call, "mark-call"),
    )
    for wanted, name in marks:
        if wanted:
            _renderer(folder + name).render(painter, area)


def _monochrome(look: Look, size: int, ink: Ink) -> QImage:
    color, outline = _INKS[ink]
    edge = size / _OUTLINE_SHARE if outline else 0.0
    area = QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
    template = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    template.fill(Qt.GlobalColor.transparent)
    painter = QPainter(template)
    _paint(painter, look, area, _SYMBOLIC)
    painter.end()
    drawn = _filled(_ink_mask(template), color)
    if outline is None:
        return drawn
    # What is cut out shows the outline's colour, so that it stays clear at 16 px.
    around = _filled(template.convertToFormat(QImage.Format.Format_Alpha8), outline)
    canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for x, y in itertools.product((-edge, 0.0, edge), repeat=2):
        painter.drawImage(QPointF(x, y), around)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return canvas


def _ink_mask(template: QImage) -> QImage:
    """How much of each pixel is ink, 0 to 255: what is dark when it lies on white paper."""
    paper = QImage(template.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, template)
    painter.end()
    paper.invertPixels()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)


def _filled(mask: QImage, color: str) -> QImage:
    """One colour, as opaque as the mask says."""
    result = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(QColor(color))
    result.setAlphaChannel(mask)
    return result


def draw(look: Look, label: QLabel, side: int) -> None:
    """Show one look in a label, ``side`` device-independent pixels square."""
    ratio = label.devicePixelRatioF()
    pixmap = QPixmap.fromImage(image(look, round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    label.setPixmap(pixmap)


@lru_cache(maxsize=KEPT_ICONS)
def icon(look: Look, ink: Ink | None = None) -> QIcon:
    """Return one look at all sizes. Needs a QGuiApplication.

    :param ink: as for :func:`image`.
    """
    result = QIcon()
    for size in SIZES:
        pixmap = QPixmap.fromImage(image(look, size, ink))
        result.addPixmap(pixmap)
        # Qt would tint it in chosen rows of lists, and its colour means something.
        result.addPixmap(pixmap, QIcon.Mode.Selected)
    result.setIsMask(ink is Ink.TEMPLATE)
    return result


@cache
def program_icon() -> QIcon:
    """Return the program's own icon, for windows. Needs a QGuiApplication."""
    result = QIcon()
    for size in (*SIZES, 128):
        canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        _renderer("call-notifier").render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(QPixmap.fromImage(canvas))
    return result
