"""The icons: what the state looks like, as shape and as colour, at every size a panel asks for.

A person must be able to tell the states apart without seeing colours (WCAG 1.4.1), so each look
has a shape of its own, and the two ambers (good with limits, fair) differ by shape as well. Glyphs
carry an outline of the opposite brightness: a panel may be dark or light, and no platform but one
tells which. The drawings are in resources/icons.

A test that runs doesn't hide the last verdict: the verdict's own icon shrinks and a ring of dots
goes around it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from notifier.codes import BY_SUMMARY, Color, Connectivity, Status
from notifier.service.events import ServiceState

__all__ = [
    "SIZES",
    "Look",
    "Shape",
    "draw",
    "icon",
    "image",
    "look_of",
    "program_icon",
    "shape_of",
    "shape_of_code",
    "svg_path",
    "tray_look_of",
]

SIZES = (16, 20, 22, 24, 32, 48, 64)
"""Panels of the desktops we know, at single and double density, in device pixels."""

_SHRUNK = 0.66
"""How much of the side a verdict keeps inside the ring of dots: at 16 px still 10 pixels."""


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
    """Hollow ring with a question mark: nothing was measured yet."""


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


def shape_of(color: str, status_code: int, connectivity_code: int) -> Shape:
    """Return the drawing for a verdict's colour, status and connectivity."""
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
        shape = shape_of(verdict.color, verdict.status_code, verdict.connectivity_code)
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


def image(look: Look, size: int) -> QImage:
    """Draw one look, ``size`` device pixels square, on a transparent ground."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = float(size)
    if look.testing:
        inner = max(side * _SHRUNK, 1.0)
        offset = (side - inner) / 2
        _renderer(look.shape).render(painter, QRectF(offset, offset, inner, inner))
        _renderer("mark-testing").render(painter, QRectF(0, 0, side, side))
    else:
        _renderer(look.shape).render(painter, QRectF(0, 0, side, side))
    if look.demonstration:
        _renderer("mark-demonstration").render(painter, QRectF(0, 0, side, side))
    if look.call:
        _renderer("mark-call").render(painter, QRectF(0, 0, side, side))
    painter.end()
    return canvas


def draw(look: Look, label: QLabel, side: int) -> None:
    """Show one look in a label, ``side`` device-independent pixels square."""
    ratio = label.devicePixelRatioF()
    pixmap = QPixmap.fromImage(image(look, round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    label.setPixmap(pixmap)


@cache
def icon(look: Look) -> QIcon:
    """Return one look at all sizes. Needs a QGuiApplication."""
    result = QIcon()
    for size in SIZES:
        pixmap = QPixmap.fromImage(image(look, size))
        result.addPixmap(pixmap)
        # Qt would tint it in chosen rows of lists, and its colour means something.
        result.addPixmap(pixmap, QIcon.Mode.Selected)
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
