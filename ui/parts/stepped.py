"""How the keys go along what is drawn side by side: points, bars."""

from PySide6.QtCore import Qt

__all__ = ["stepped"]


def stepped(key: int, at: int | None, count: int) -> int | None:
    """Where the arrow keys, Home and End lead; None for other keys, or where nothing is there.

    Time runs from left to right in every language, so Left is earlier. Where nothing is marked yet,
    either arrow begins at the latest.

    :param at: what is marked now; None: nothing.
    :param count: how many there are.
    """
    last = count - 1
    if last < 0:
        return None
    match key:
        case Qt.Key.Key_Left:
            return last if at is None else max(0, at - 1)
        case Qt.Key.Key_Right:
            return last if at is None else min(last, at + 1)
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return last
    return None
