"""Tooltips, and labels of dialogs, that stay plain text: Qt takes for markup what looks like it.

Names of networks and servers, what a server answered and what a page says of its call come from
others; markup of theirs could change how a tooltip reads, or name a file to be loaded.
"""

from PySide6.QtGui import Qt

__all__ = ["tip"]


def tip(text: str) -> str:
    """The text as a tooltip that shows it as it is."""
    if not Qt.mightBeRichText(text):
        return text
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
