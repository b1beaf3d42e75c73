"""The settings about calls: whether and where they are watched, and what comes of it."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from notifier.settings.model import Settings, WatchSites
from ui.label import Text

__all__ = ["SITES_SAVED_AFTER_MS", "CallsSettings"]

SITES_SAVED_AFTER_MS = 1_200
"""Half a host name is no host name: the file is written when typing rests."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter

_SITES_LINES = 4
"""Height of the field."""


class CallsSettings(QWidget):
    """A page of the settings window.

    Signals:
        changed: values by their keys in the file, as in :func:`notifier.settings.edit.set_values`,
            and a sentence that says what was done.
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._known = Settings()
        line = self.fontMetrics().height()
        self.attach = QCheckBox(self.tr("&Watch calls"), self)
        self.watch = QComboBox(self)
        words = {
            "all": self.tr("All web pages"),
            "listed": self.tr("Only those listed"),
            "none": self.tr("No web pages"),
        }
        for value in get_args(WatchSites):
            self.watch.addItem(words[value], value)
        self.sites = QPlainTextEdit(self)
        self.sites.setTabChangesFocus(True)
        self.sites.setPlaceholderText("meet.example.com\n*.example.org")
        self.sites.setFixedHeight(round(line * (_SITES_LINES + 0.8)))
        self.learn = QCheckBox(self.tr("Learn &from calls"), self)
        self.ask = QCheckBox(self.tr("Ask &me after a call how it was"), self)

        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 3 // 4)
        for caption, field, explanation in (
            (
                "",
                self.attach,
                self.tr(
                    "Applications and the browser's extension tell how your calls go, and the "
                    "history keeps it. Nothing of what is said or seen is read, and nothing "
                    "leaves this computer."
                ),
            ),
            (
                self.tr("Calls in the &browser"),
                self.watch,
                self.tr("Which web pages' calls the extension tells of."),
            ),
            (
                self.tr("&Hosts"),
                self.sites,
                self.tr(
                    "Host names, one a line. A name that begins with *. stands for all below it."
                ),
            ),
            (
                "",
                self.learn,
                self.tr(
                    "What your calls on a network got corrects the next forecasts there. Calls "
                    "are compared with their forecasts either way."
                ),
            ),
            (
                "",
                self.ask,
                self.tr("A small window that goes away by itself. Your answer stays here."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(line)
            if caption:
                label = QLabel(caption, self)
                label.setBuddy(field)
                side = Qt.AlignmentFlag.AlignTop if field is self.sites else _MIDDLE
                row.addWidget(label, 0, side)
                field.setAccessibleName(caption.replace("&", ""))
            field.setAccessibleDescription(explanation)
            row.addWidget(field)
            row.addStretch(1)
            column.addLayout(row)
            column.addWidget(Text(explanation, self, faint=True))
            column.addSpacing(line // 2)
        column.addStretch(1)

        self._sites_timer = QTimer(self)
        self._sites_timer.setSingleShot(True)
        self._sites_timer.setInterval(SITES_SAVED_AFTER_MS)
        self._sites_timer.timeout.connect(self.save_sites)
        self.attach.toggled.connect(self._on_attach)
        self.watch.currentIndexChanged.connect(self._on_watch)
        self.sites.textChanged.connect(self._on_sites)
        self.learn.toggled.connect(self._on_learn)
        self.ask.toggled.connect(self._on_ask)
        self._enable()

    def fill(self, settings: Settings) -> None:
        """Show what is in force; what is being typed, or could not be saved, stays as it is."""
        self._filling = True
        before, self._known = self._known, settings
        self.attach.setChecked(settings.attach_calls)
        self.watch.setCurrentIndex(self.watch.findData(settings.watch_sites))
        news = settings.call_sites not in (before.call_sites, self._listed())
        if news and not self._sites_timer.isActive():
            self.sites.setPlainText("\n".join(settings.call_sites))
        self.learn.setChecked(settings.learn_from_calls)
        self.ask.setChecked(settings.ask_for_rating)
        self._filling = False
        self._enable()

    def save_sites(self) -> None:
        """Save the host names now, where they have changed."""
        self._sites_timer.stop()
        listed = self._listed()
        if listed != self._known.call_sites:
            what = self.tr("Saved: hosts {hosts}.") if listed else self.tr("Saved: no hosts.")
            self._tell({"calls.sites": list(listed) or None}, what.format(hosts=", ".join(listed)))

    # -- what happens ------------------------------------------------------------------------

    def _listed(self) -> tuple[str, ...]:
        text = self.sites.toPlainText().replace(",", " ")
        return tuple(dict.fromkeys(name.lower() for name in text.split()))

    def _enable(self) -> None:
        on = self.attach.isChecked()
        self.watch.setEnabled(on)
        self.sites.setEnabled(on and self.watch.currentData() == "listed")
        self.learn.setEnabled(on)
        self.ask.setEnabled(on)

    def _tell(self, values: Mapping[str, object], what: str) -> None:
        if not self._filling:
            self.changed.emit(dict(values), what)

    def _on_attach(self, on: bool) -> None:
        self._enable()
        what = self.tr("Saved: calls are watched.") if on else self.tr("Saved: no calls.")
        self._tell({"calls.attach": on}, what)

    def _on_watch(self) -> None:
        self._enable()
        self._tell(
            {"calls.watch": self.watch.currentData()},
            self.tr("Saved: calls in the browser: {which}.").format(which=self.watch.currentText()),
        )

    def _on_sites(self) -> None:
        if not self._filling:
            self._sites_timer.start()

    def _on_learn(self, on: bool) -> None:
        what = (
            self.tr("Saved: forecasts learn from calls.")
            if on
            else self.tr("Saved: forecasts do not learn from calls.")
        )
        self._tell({"forecast.learn-from-calls": on}, what)

    def _on_ask(self, on: bool) -> None:
        what = (
            self.tr("Saved: after a call you are asked.")
            if on
            else self.tr("Saved: after a call you are not asked.")
        )
        self._tell({"calls.ask-for-rating": on}, what)
