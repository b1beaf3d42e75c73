"""Everything about one run, in words: the verdict, each server with its figures, the notification.

Each figure has an explanation, and where it is known how sure it is: as a tooltip for the mouse, as
the description that screen readers read, and written under the figure while "Explain the figures"
is on.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from notifier.codes import Connectivity
from notifier.history.rows import NotificationDecision, StoredRun
from notifier.measurement import CallCheck, Intervals, LocalLink, ServerMeasurement, WifiLink
from notifier.verdict import Verdict
from ui import wording
from ui.label import Text
from ui.theme import Tone, tone_of

__all__ = ["RunDetails"]


@dataclass(frozen=True, slots=True)
class _Figure:
    name: str
    value: str
    explanation: str
    sure: str = ""
    """Between which ends the value lies, as a sentence; empty where nobody knows."""

    @property
    def told(self) -> str:
        """Explanation and certainty."""
        return f"{self.explanation} {self.sure}" if self.sure else self.explanation


class RunDetails(QScrollArea):
    """The pane beside the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Details of the chosen test"))
        self._explanations: list[Text] = []
        self.explain = QCheckBox(self.tr("E&xplain the figures"))
        self.explain.toggled.connect(self._show_explanations)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._gap = self.fontMetrics().height() // 2
        self._column.setContentsMargins(self._gap * 2, 0, self._gap * 2, self._gap * 2)
        self._column.setSpacing(self._gap)
        self.setWidget(self._body)
        self.show_message(self.tr("Choose a test to see what it found."))

    # -- what to show ------------------------------------------------------------------------

    def show_message(self, message: str) -> None:
        """Show a sentence in place of a run."""
        self._clear()
        text = Text(message, faint=True)
        self._column.addWidget(text)
        self._column.addStretch(1)

    def show_run(self, run: StoredRun) -> None:
        """Show a run from its top."""
        self._clear()
        verdict = run.verdict
        if run.summary.demonstration:
            self._column.addWidget(Text(wording.demonstration_sentence(), tone=Tone.AMBER))
        self._column.addWidget(
            Text(
                wording.sentence(verdict.notification_code, verdict.notification),
                scale=1.15,
                bold=True,
            )
        )
        self._column.addWidget(self._state_line(verdict))
        self._column.addWidget(self.explain)
        self.explain.show()
        self._section(self.tr("Verdict"), self._verdict_figures(run))
        if verdict.advice:
            self._heading(self.tr("What helps"))
            self._column.addWidget(Text(wording.advice(verdict.advice)))
        for server in run.measurement.servers:
            self._section(
                self.tr("Server: {name}").format(name=server.provider),
                self._server_figures(server),
                subheading=server.url,
            )
        if verdict.local is not None:
            self._section(self.tr("The first hop"), self._local_figures(verdict.local))
        self._heading(self.tr("Notification"))
        self._column.addWidget(Text(self._decision(run.decision)))
        self._section(self.tr("The test itself"), self._run_figures(run))
        self._column.addStretch(1)
        self._show_explanations(self.explain.isChecked())
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End as well: a scroll area knows only arrows and pages."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    # -- building ----------------------------------------------------------------------------

    def _clear(self) -> None:
        self._explanations = []
        self.explain.hide()
        self.explain.setParent(None)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.explain:
                widget.hide()
                widget.deleteLater()

    def _heading(self, text: str) -> None:
        self._column.addSpacing(self._gap)
        self._column.addWidget(Text(text, bold=True))

    def _state_line(self, verdict: Verdict) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        word = wording.state_word(verdict.status_code, verdict.connectivity_code)
        row.addWidget(Text(word, tone=tone_of(verdict.color), bold=True, wrap=False))
        row.addWidget(Text(wording.date_and_time(verdict.timestamp), faint=True))
        return line

    def _section(self, heading: str, figures: list[_Figure], *, subheading: str = "") -> None:
        self._heading(heading)
        if subheading:
            self._column.addWidget(Text(subheading, faint=True))
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._gap * 2)
        grid.setVerticalSpacing(self._gap // 2)
        grid.setColumnStretch(1, 1)
        # The same in every section, so that all values stand in one column.
        grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 17)
        for row, figure in enumerate(figures):
            name = Text(figure.name, faint=True, wrap=False)
            value = Text(figure.value)
            value.setAccessibleName(f"{figure.name}: {figure.value}")
            value.setAccessibleDescription(figure.told)
            for text in (name, value):
                text.setToolTip(figure.told)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(name, 2 * row, 0, top)
            grid.addWidget(value, 2 * row, 1, top)
            explanation = Text(figure.told, faint=True)
            explanation.setContentsMargins(0, 0, 0, self._gap // 2)
            grid.addWidget(explanation, 2 * row + 1, 0, 1, 2)
            self._explanations.append(explanation)
        self._column.addWidget(grid_widget)

    def _show_explanations(self, on: bool) -> None:
        for explanation in self._explanations:
            explanation.setVisible(on)

    # -- the figures -------------------------------------------------------------------------

    def _verdict_figures(self, run: StoredRun) -> list[_Figure]:
        verdict = run.verdict
        figures = [
            _Figure(
                self.tr("Calls"),
                wording.connectivity(verdict.connectivity_code),
                self.tr("Whether a call could be connected at all from this machine."),
            ),
            _Figure(
                self.tr("How sure"),
                self._sure(verdict),
                self.tr("How sure the program is of the colour, by what the test could measure."),
            ),
        ]
        if verdict.causes:
            figures.append(
                _Figure(
                    self.tr("Held back by"),
                    wording.causes(verdict.causes),
                    self.tr("What keeps the call from being better, most important first."),
                )
            )
        if verdict.unusual:
            figures.append(
                _Figure(
                    self.tr("Unusual"),
                    "\n".join(map(wording.unusual, verdict.unusual)),
                    self.tr(
                        "What two tests in a row found worse than it usually is on this network "
                        "at this hour of the week."
                    ),
                )
            )
        if run.summary.demonstration:  # it stayed on this machine
            return figures
        figures += [
            _Figure(
                self.tr("Network"),
                self._network(verdict),
                self.tr("How the machine is connected, and to whom, as far as can be told."),
            ),
            _Figure(
                self.tr("Public address"),
                verdict.local_ip or wording.NONE,
                self.tr("The address under which the server saw this machine."),
            ),
        ]
        return figures

    def _run_figures(self, run: StoredRun) -> list[_Figure]:
        verdict = run.verdict
        figures = [
            _Figure(
                self.tr("Why then"),
                wording.trigger(run.summary.trigger),
                self.tr("What made the program test at that moment."),
            ),
            _Figure(
                self.tr("Kind"),
                wording.mode(verdict.mode),
                self.tr("A light test sends little; a full one loads the link for some seconds."),
            ),
            _Figure(
                self.tr("Took"),
                self.tr("{seconds}, {sent} sent, {received} received").format(
                    seconds=wording.duration(verdict.duration_ms),
                    sent=wording.bytes_amount(verdict.bytes_sent),
                    received=wording.bytes_amount(verdict.bytes_received),
                ),
                self.tr("What the test cost: all servers together, headers of packets included."),
            ),
        ]
        connects = verdict.connectivity_code != Connectivity.NO_CONNECTION
        if connects and not run.summary.demonstration:
            figures.append(
                _Figure(
                    self.tr("Judged by"),
                    verdict.model or self.tr("The threshold rule"),
                    self.tr(
                        "What made a forecast of the figures: a model that learnt from real "
                        "calls, or a plain rule where no model could be asked."
                    ),
                )
            )
        return figures

    def _sure(self, verdict: Verdict) -> str:
        share = wording.percent(verdict.confidence)
        if not verdict.unsure:
            return share
        return self.tr("{percent}, not sure yet: tested again").format(percent=share)

    def _network(self, verdict: Verdict) -> str:
        parts = [wording.network(verdict.network_type), verdict.isp, verdict.city, verdict.country]
        return ", ".join(part for part in parts if part)

    def _server_figures(self, server: ServerMeasurement) -> list[_Figure]:
        figures = [
            _Figure(
                self.tr("Reachable"),
                self._reachable(server),
                self.tr("Whether the server gave a relay address, and carried data to the end."),
            ),
            _Figure(
                self.tr("Transport"),
                wording.transport(server.transport),
                self.tr(
                    "How packets go to the server. Calls are best over UDP; TCP and TLS get "
                    "through more firewalls but make late packets later."
                ),
            ),
        ]
        if not server.reachable:
            return figures
        sure = server.intervals or Intervals()
        figures += [
            _Figure(
                self.tr("Set-up"),
                wording.milliseconds(server.setup_ms),
                self.tr("From the first packet until data came through the relay."),
            ),
            _Figure(
                self.tr("Round trip"),
                wording.round_trip(server.rtt_ms),
                self.tr(
                    "To the server and back on an idle link: the median, with the best case and "
                    "the 95th percentile. Above about 300 ms people talk into each other."
                ),
                wording.sure_ms(sure.rtt_ms),
            ),
            _Figure(
                self.tr("Jitter"),
                wording.milliseconds(server.jitter_ms),
                self.tr(
                    "How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, "
                    "which adds delay."
                ),
                wording.sure_ms(sure.jitter_ms),
            ),
            _Figure(
                self.tr("Loss"),
                self._loss(server),
                self.tr(
                    "Packets that never came back, out of a stream like a call's. From a few "
                    "percent on, voices break up."
                ),
                wording.sure_loss(sure.loss_fraction),
            ),
            _Figure(
                self.tr("Throughput"),
                wording.throughput(server.throughput_kbps),
                self.tr(
                    "What gets up and down again through the link before packets queue or get "
                    "lost: its narrower direction decides. Good audio needs 0.1 Mbit/s, video 1 "
                    "to 3 Mbit/s."
                ),
                wording.sure_kbps(sure.loop_kbps),
            ),
        ]
        rates = server.throughput_kbps
        if rates is not None and rates.up is not None:
            figures.append(
                _Figure(
                    self.tr("Sending"),
                    wording.kbps(rates.up, at_least=rates.up_at_least),
                    self.tr("What the uplink alone carries: your voice and picture."),
                    wording.sure_kbps(sure.up_kbps),
                )
            )
        if rates is not None and rates.down is not None:
            figures.append(
                _Figure(
                    self.tr("Receiving"),
                    wording.kbps(rates.down, at_least=rates.down_at_least),
                    self.tr("What the downlink alone carries: what you hear and see."),
                    wording.sure_kbps(sure.down_kbps),
                )
            )
        figures.append(
            _Figure(
                self.tr("Under load"),
                wording.milliseconds(server.loaded_rtt_ms, at_least=server.loaded_rtt_at_least),
                self.tr(
                    "The round trip while the link is full (95th percentile): what a call feels "
                    "while somebody uploads."
                ),
                wording.sure_ms(sure.loaded_rtt_ms),
            )
        )
        return figures + self._further_figures(server)

    def _further_figures(self, server: ServerMeasurement) -> list[_Figure]:
        """What most tests have nothing to say about."""
        figures: list[_Figure] = []
        if server.delay_spikes is not None:
            figures.append(
                _Figure(
                    self.tr("Hold-ups"),
                    self._spikes(server),
                    self.tr(
                        "Over TCP and TLS nothing gets lost, but a packet that has to be sent "
                        "again holds up all those behind it: in a call, the sound stops and then "
                        "hurries."
                    ),
                )
            )
        if server.relay in ("reflexive", "server"):
            figures.append(
                _Figure(
                    self.tr("Measured to"),
                    self.tr("This computer's own address")
                    if server.relay == "reflexive"
                    else self.tr("Another server"),
                    self.tr(
                        "The server does not relay to itself, so that the packets of the test "
                        "took another way back."
                    ),
                )
            )
        if server.call_check is not None:
            figures.append(
                _Figure(
                    self.tr("Test call"),
                    self._call(server.call_check),
                    self.tr(
                        "A real call from this machine to itself through the server, for two "
                        "seconds. Some firewalls let the other packets of the test through and "
                        "hold up an encrypted call."
                    ),
                )
            )
        if server.left_out:
            figures.append(
                _Figure(
                    self.tr("Left out"),
                    self.tr("{count} of {all} packets").format(
                        count=wording.number(server.left_out),
                        all=wording.number(server.packets_sent),
                    ),
                    self.tr(
                        "This computer was too busy to send or to read them in time. Their delay "
                        "says nothing of the network, so it counts for nothing."
                    ),
                )
            )
        return figures

    def _call(self, check: CallCheck) -> str:
        if not check.connected:
            if check.ice_ms is None:
                return self.tr("Not connected: its two ends did not find each other")
            return self.tr("Not connected: the encryption could not be agreed on")
        parts = []
        if check.ice_ms is not None and check.dtls_ms is not None:
            took = wording.milliseconds(check.ice_ms + check.dtls_ms)
            parts.append(self.tr("Connected in {time}").format(time=took))
        else:
            parts.append(self.tr("Connected"))
        if check.audio_loss_fraction is not None:
            lost = wording.loss(check.audio_loss_fraction)
            parts.append(self.tr("{loss} of its sound lost").format(loss=lost))
        if check.rtt_ms is not None:
            time = wording.milliseconds(check.rtt_ms)
            parts.append(self.tr("{time} to the other end and back").format(time=time))
        return ", ".join(parts)

    def _reachable(self, server: ServerMeasurement) -> str:
        if server.works:
            return self.tr("Yes")
        reason = wording.server_error(server.error)
        if server.reachable:
            why = self.tr("Yes, but it failed during the test. {reason}").format(reason=reason)
        else:
            why = self.tr("No. {reason}").format(reason=reason)
        return f"{why} ({server.detail})" if server.detail else why

    def _loss(self, server: ServerMeasurement) -> str:
        text = wording.loss(server.loss_fraction)
        if server.loss_burst is None or not server.loss_fraction:
            return text
        return self.tr("{loss}, in bursts of {packets} packets").format(
            loss=text, packets=wording.number(server.loss_burst, 1)
        )

    def _spikes(self, server: ServerMeasurement) -> str:
        if not server.delay_spikes:
            return self.tr("None")
        return self.tr("{count}, the longest {time}").format(
            count=wording.number(server.delay_spikes, 0),
            time=wording.milliseconds(server.longest_spike_ms),
        )

    def _local_figures(self, local: LocalLink) -> list[_Figure]:
        figures = [
            _Figure(
                self.tr("Round trip"),
                wording.milliseconds(local.gateway_rtt_ms),
                self.tr("To your own router and back."),
            ),
            _Figure(
                self.tr("Loss"),
                wording.loss(local.gateway_loss_fraction),
                self.tr("Packets lost before they left your own network."),
            ),
            _Figure(
                self.tr("Jitter"),
                wording.milliseconds(local.gateway_jitter_ms),
                self.tr("How unevenly your own router answers."),
            ),
            _Figure(
                self.tr("Under load"),
                wording.milliseconds(local.gateway_loaded_rtt_ms),
                self.tr("To your own router and back while the link is full."),
            ),
        ]
        origin = wording.origin(local.origin)
        if origin:
            figures.append(
                _Figure(
                    self.tr("Where it arises"),
                    origin,
                    self.tr("Told only where the test could tell the two sides apart."),
                )
            )
        return figures + self._wifi_figures(local.wifi)

    def _wifi_figures(self, wifi: WifiLink | None) -> list[_Figure]:
        figures = []
        if wifi is not None and wifi.signal_dbm is not None:
            figures.append(
                _Figure(
                    self.tr("Wi-Fi signal"),
                    self.tr("{number} dBm").format(number=wording.number(wifi.signal_dbm)),
                    self.tr("Below about -70 dBm a call suffers: move closer to the router."),
                )
            )
        if wifi is not None and wifi.link_rate_mbps is not None:
            figures.append(
                _Figure(
                    self.tr("Wi-Fi rate"),
                    self.tr("{number} Mbit/s").format(number=wording.number(wifi.link_rate_mbps)),
                    self.tr("What your computer last sent with; about half of it is of use."),
                )
            )
        if wifi is not None and wifi.retry_fraction is not None:
            figures.append(
                _Figure(
                    self.tr("Wi-Fi repeats"),
                    wording.percent(wifi.retry_fraction),
                    self.tr("How much had to be sent again. Repeats cost time and bandwidth."),
                )
            )
        return figures

    def _decision(self, decision: NotificationDecision | None) -> str:
        if decision is None:
            return self.tr("Nothing was decided: the test was asked for on the command line.")
        text = wording.reason(decision.reason)
        how = wording.delivered(decision.delivered_by)
        return f"{text} {how}" if how else text
