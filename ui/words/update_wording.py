"""What is said of a newer version, in full and in a line of a menu."""

from PySide6.QtCore import QCoreApplication

from notifier.updates.offer import Offer

__all__ = ["line", "notice"]


def notice(offer: Offer) -> str:
    """Whole sentences; the organisation's own line, where it gave one, behind them."""
    if offer.ready:
        text = QCoreApplication.translate(
            "updates",
            "Version {version} is installed. Quit Call Notifier and start it again to use it.",
        )
    elif offer.source == "packages":
        text = QCoreApplication.translate(
            "updates", "Version {version} is available. Your package manager installs it."
        )
    else:
        text = QCoreApplication.translate(
            "updates", "Version {version} is available. Your organisation installs it, or says how."
        )
    text = text.format(version=offer.version)
    return f"{text}\n{offer.summary}" if offer.summary else text


def line(offer: Offer) -> str:
    """For a menu."""
    if offer.ready:
        text = QCoreApplication.translate("updates", "Version {version} waits for a new start…")
    else:
        text = QCoreApplication.translate("updates", "Version {version} is available…")
    return text.format(version=offer.version)
