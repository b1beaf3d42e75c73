"""From the program's drawing to an icon file of Windows, with all the sizes that Windows asks for.

The format: an ICONDIR, an ICONDIRENTRY a picture, then the pictures, here as PNG, which Windows
reads since Vista (Microsoft, "Icons in Win32").
"""

import os
import struct
from pathlib import Path

__all__ = ["SIZES", "icon_file", "write"]

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels a side."""


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """The file.

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


def write(drawing: Path, target: Path) -> None:
    """Draw it in all sizes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    pictures = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        pictures[size] = bytes(buffer.data().data())
    target.write_bytes(icon_file(pictures))
