"""Contact sheets: many pictures of windows in one file, each as large as it is on the screen."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter

__all__ = ["contact_sheet", "with_few_colors"]

WIDEST = 2620
"""Pixels: two history windows side by side."""

GAP = 24
"""Pixels around each picture."""

_GROUND = "#7a8794"
"""Between light windows and dark ones."""

_FEW_COLORS = ("+dither", "-colors", "256", "-define", "png:compression-level=9")
"""What ImageMagick is asked for."""


def contact_sheet(pictures: Sequence[QImage]) -> QImage:
    """Return the pictures in rows from left to right, each row as high as its highest one."""
    places, size = _places([picture.size() for picture in pictures])
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_GROUND))
    painter = QPainter(sheet)
    for picture, place in zip(pictures, places, strict=True):
        painter.drawImage(place, picture)
    painter.end()
    return sheet


def _places(sizes: Sequence[QSize]) -> tuple[list[QPoint], QSize]:
    """Where each picture stands, and how large the sheet is."""
    places: list[QPoint] = []
    width = top = bottom = 0
    for row in _rows(sizes):
        left, top = GAP, bottom + GAP
        for size in row:
            places.append(QPoint(left, top))
            left += size.width() + GAP
            bottom = max(bottom, top + size.height())
        width = max(width, left)
    return places, QSize(width, bottom + GAP)


def _rows(sizes: Sequence[QSize]) -> Iterator[list[QSize]]:
    row: list[QSize] = []
    for size in sizes:
        if row and sum(one.width() + GAP for one in (*row, size)) + GAP > WIDEST:
            yield row
            row = []
        row.append(size)
    yield row


def with_few_colors(picture: Path) -> None:
    """Make a PNG file smaller by three quarters: windows have few colours.

    It stands as it is where ImageMagick is not installed.
    """
    if convert := shutil.which("convert"):
        subprocess.run(
            [convert, picture, *_FEW_COLORS, f"PNG8:{picture}"],
            check=True,
            timeout=120,
        )
