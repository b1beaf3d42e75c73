"""From the program's drawing to the icon files of Windows and macOS, in all sizes they ask for.

Windows: an ICONDIR, an ICONDIRENTRY a picture, then the pictures, here as PNG, which it reads since
Vista (Microsoft, "Icons in Win32"). macOS: the word ``icns`` and the length, then an entry a
picture, each with its type and length ("Apple Icon Image format"; the types are those that
iconutil writes).
"""

import os
import struct
from collections.abc import Iterable
from pathlib import Path

__all__ = ["SIZES", "TYPES", "icns", "ico", "pictures", "write_icns", "write_ico"]

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels a side, for Windows."""

TYPES = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic08": 256,
    b"ic13": 256,
    b"ic09": 512,
    b"ic14": 512,
    b"ic10": 1024,
}
"""Pixels a side, by type, for macOS; 256 and 512 stand there for two densities of the screen."""


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' file.

    :param pictures: PNG data, by pixels a side.
    """
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in sorted(pictures.items()):
        # 0 stands for 256: there is one byte for it.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(data for _, data in sorted(pictures.items()))


def icns(pictures: dict[int, bytes]) -> bytes:
    """macOS's file.

    :param pictures: PNG data, by pixels a side; all sizes of :data:`TYPES`.
    """
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_ico(drawing: Path, target: Path) -> None:
    """Draw it for Windows."""
    target.write_bytes(ico(pictures(drawing, SIZES)))


def write_icns(drawing: Path, target: Path) -> None:
    """Draw it for macOS."""
    target.write_bytes(icns(pictures(drawing, sorted(set(TYPES.values())))))


def pictures(drawing: Path, sizes: Iterable[int]) -> dict[int, bytes]:
    """An SVG as PNG data, by pixels a side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    drawn = {}
    for size in sizes:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        drawn[size] = bytes(buffer.data().data())
    return drawn
