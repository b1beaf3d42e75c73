"""A server that is tested on the spot: how far the test is, what it found, and what to do then."""

import math

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from notifier.forecast.advice import advice_for
from notifier.measurement import ServerMeasurement
from notifier.service.events import ServerTried, TrialProgress
from notifier.settings.model import ServerSetting
from ui.bridge import Bridge
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.service_like import ServiceLike
from ui.settings.server_form import ServerForm
from ui.words import wording
from ui.words.translation import engine

__all__ = ["FormTrial", "TrialView"]

_ADVICE = {
    "timeout": QT_TRANSLATE_NOOP(
        "TrialView",
        "Check the address and its port. If they are right, a firewall is in the way: ask for an "
        "address that begins with turns: and ends with :443.",
    ),
    "refused": QT_TRANSLATE_NOOP(
        "TrialView", "The computer is there, but nothing listens at this port. Check the port."
    ),
    "dns": QT_TRANSLATE_NOOP(
        "TrialView",
        "Check the name letter by letter. Some names are known only in the network of the company, "
        "or over its VPN.",
    ),
    "tls": QT_TRANSLATE_NOOP(
        "TrialView",
        "Use the host name that the certificate was made for, not a number. Check the date of this "
        "computer. Where a company signs its own certificates, ask for its file and name it above.",
    ),
    "unauthorized": QT_TRANSLATE_NOOP(
        "TrialView",
        "Check both, also capital letters. A password that was handed out for a short time may "
        "have run out. If you were given a shared secret, choose that above.",
    ),
    "forbidden": QT_TRANSLATE_NOOP(
        "TrialView",
        "Your login works. Whoever runs the server has to allow relaying back to itself, or calls "
        "still work and only the tests can't.",
    ),
    "quota": QT_TRANSLATE_NOOP(
        "TrialView", "Your login works. Wait some minutes, or ask whoever runs the server."
    ),
    "relay-blocked": QT_TRANSLATE_NOOP(
        "TrialView",
        "Your login works. A firewall before the server may block its relay ports: tell whoever "
        "runs it.",
    ),
    "protocol": QT_TRANSLATE_NOOP(
        "TrialView",
        "Something else answers at this address, perhaps a web server or a sign-in page. Check "
        "the port.",
    ),
}

_PROBLEMS = {
    "cancelled": QT_TRANSLATE_NOOP("TrialView", "You stopped the test."),
    "crashed": QT_TRANSLATE_NOOP("TrialView", "The test broke off by a fault of this program."),
    "time-limit": QT_TRANSLATE_NOOP("TrialView", "The test took too long and was stopped."),
    "busy": QT_TRANSLATE_NOOP("TrialView", "Another test is still running. Try again in a minute."),
    "credentials": QT_TRANSLATE_NOOP("TrialView", "There is no password for this server."),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("TrialView", str(text))


class TrialView(QWidget):
    """A button, and below it what the test does and what came of it.

    Signals:
        wanted: the person wants the server that is entered to be tested.
        cancel_wanted: the person does not want to wait for it.
    """

    wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.running = False
        line = self.fontMetrics().height()
        self.test = QPushButton(self.tr("Test &it"), self)
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self.wanted)
        # It has the focus while it is there; its letter would be that of another button, Close.
        self.cancel = QPushButton(self.tr("Cancel the test"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(6, line // 3))
        self.bar.setAccessibleName(self.tr("Test of the server"))
        self.doing = Text(parent=self, faint=True)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.test)
        top.addWidget(self.cancel)
        top.addWidget(self.doing, 1, Qt.AlignmentFlag.AlignVCenter)
        self.found = Text(parent=self, bold=True)
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(line // 2)
        self.rows.setVerticalSpacing(line // 3)
        self.rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.found)
        column.addLayout(self.rows)
        self.clear()

    def clear(self) -> None:
        """As before any test: what was found is not of what is entered now."""
        self._set_running(False)
        self._say("", None)
        self._remove_rows()
        self.doing.setText(self.tr("Takes some seconds and a few packets."))

    def show_progress(self, progress: TrialProgress) -> None:
        """The test has come this far."""
        if not self.running:
            self.clear()
            self._set_running(True)
            self.cancel.setFocus()
        if progress.phase is None:
            self.bar.setRange(0, 1000)
            self.bar.setValue(0)
            self.doing.setText(self.tr("Waiting for a test that is running…"))
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(progress.fraction * 1000))
        if progress.phase == "reach":  # nobody knows how long
            self.doing.setText(self.tr("Reaching the server"))
            return
        self.doing.setText(
            self.tr("Sending some packets through it ({seconds} s left)").format(
                seconds=wording.number(max(1, math.ceil(progress.seconds_left)))
            )
        )

    def show_outcome(self, tried: ServerTried) -> None:
        """The test is over."""
        had_focus = self.cancel.hasFocus()
        self.clear()
        self.doing.setText("")
        self.test.setText(self.tr("Test &it again"))
        if had_focus:
            self.test.setFocus()
        if tried.problem is not None:
            text = (
                engine(tried.detail) if tried.problem == "secret" else _tr(_PROBLEMS[tried.problem])
            )
            self._say(text, None if tried.problem == "cancelled" else Tone.AMBER)
            return
        summary, tone, explained = self._summary(tried)
        self._say(summary, tone)
        told: set[str | None] = set()
        for server in tried.servers:
            self._add_row(server, advise=not explained and server.error not in told)
            told.add(server.error)

    def _summary(self, tried: ServerTried) -> tuple[str, Tone, bool]:
        """What it comes to, and whether that explains all that failed."""
        works = [server for server in tried.servers if server.reachable and server.error is None]
        if len(works) == len(tried.servers):
            return self.tr("It works."), Tone.GREEN, True
        if not works and tried.captive_portal:
            return wording.advice(advice_for(("captive-portal",))), Tone.AMBER, True
        if not works:
            text = self.tr("It does not work yet. You can keep the server all the same.")
            return text, Tone.RED, False
        failed = {(s.transport, s.error) for s in tried.servers if s not in works}
        if failed == {("udp", "timeout")}:
            text = self.tr(
                "It works, but not over UDP, which this network seems to block: calls connect, "
                "with more delay."
            )
            return text, Tone.AMBER, True
        return self.tr("It works over some of its addresses."), Tone.AMBER, False

    def _add_row(self, server: ServerMeasurement, *, advise: bool) -> None:
        works = server.reachable and server.error is None
        shape = icons.Shape.GOOD if works else icons.Shape.BAD
        mark = QLabel(self)
        icons.draw(icons.Look(shape), mark, round(self.fontMetrics().height() * 1.1))
        if works:
            result = self.tr("{address}: works, round trip {time}").format(
                address=server.url,
                time=wording.milliseconds(server.rtt_ms.median if server.rtt_ms else None),
            )
        else:
            result = self.tr("{address}: {reason}").format(
                address=server.url, reason=wording.server_error(server.error)
            )
        row = self.rows.rowCount()
        self.rows.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(Text(result, self), row, 1)
        if advise and server.error in _ADVICE:
            self.rows.addWidget(Text(_tr(_ADVICE[server.error]), self, faint=True), row + 1, 1)

    def _remove_rows(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _say(self, text: str, tone: Tone | None) -> None:
        self.found.set_tone(tone)
        self.found.setText(text)
        self.found.setVisible(bool(text))

    def _set_running(self, running: bool) -> None:
        self.running = running
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.test.setVisible(not running)


class FormTrial(TrialView):
    """Tests what is entered in a form; a test that another window wanted is not its own.

    Signals:
        tested: what a test found is shown.
    """

    tested = Signal()

    def __init__(
        self, service: ServiceLike, bridge: Bridge, form: ServerForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._form = form
        self._tried: ServerSetting | None = None
        """What is being tested."""

        self.wanted.connect(self._try)
        self.cancel_wanted.connect(self.stop)
        form.edited.connect(self._on_edited)
        form.busy_changed.connect(self.setDisabled)
        bridge.trial_progress.connect(self._on_progress)
        bridge.server_tried.connect(self._on_tried)

    def stop(self) -> None:
        """Nobody waits for a test any more."""
        if self._tried is not None:
            self._service.cancel_trial()

    def _try(self) -> None:
        setting = self._form.check()
        if setting is not None:
            self._tried = setting
            self._service.try_server(setting, self._form.typed_secret)

    def _on_edited(self) -> None:
        self.stop()
        self._tried = None
        self.clear()

    def _on_progress(self, progress: TrialProgress) -> None:
        if self._tried is not None:
            self.show_progress(progress)

    def _on_tried(self, tried: ServerTried) -> None:
        if tried.setting == self._tried:  # else it is over that one was stopped for this one
            self._tried = None
            self.show_outcome(tried)
            self.tested.emit()
