"""Everything about one run, in words: verdict, each server with its figures, notification."""

from PySide6.QtWidgets import QWidget

from notifier.codes import Connectivity
from notifier.history.rows import NotificationDecision, StoredRun
from notifier.measurement import CallCheck, Intervals, LocalLink, ServerMeasurement, WifiLink
from notifier.verdict import Verdict
from ui.history.figures_pane import Figure, FiguresPane
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.words import said, wording
from ui.words.joined import listed, sentences

__all__ = ["RunDetails"]


class RunDetails(FiguresPane):
    """The pane beside the list of tests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details of the chosen test"))
        self.show_message(self.tr("Choose a test to see what it found."))

    def show_run(self, run: StoredRun) -> None:
        """Show a run from its top."""
        self.clear()
        verdict = run.verdict
        if run.summary.demonstration:
            self.add(Text(wording.demonstration_sentence(), tone=Tone.AMBER))
        self.add(
            Text(
                said.sentence(verdict, verdict.causes),
                scale=1.15,
                bold=True,
            )
        )
        self.state_line(
            said.word(verdict),
            said.tone(verdict),
            wording.date_and_time(verdict.timestamp),
        )
        self.add(self.explain)
        self.section(self.tr("Verdict"), self._verdict_figures(run))
        if verdict.advice:
            self.heading(self.tr("What helps"))
            self.add(Text(wording.advice(verdict.advice)))
        for server in run.measurement.servers:
            self.section(
                self.tr("Server: {name}").format(name=server.provider),
                self._server_figures(server),
                subheading=server.url,
            )
        if verdict.local is not None:
            self.section(self.tr("Your own network"), self._local_figures(verdict.local))
        self.heading(self.tr("Notification"))
        self.add(Text(self._decision(run.decision)))
        self.section(self.tr("The test itself"), self._run_figures(run))
        self.finish()

    # -- the figures -------------------------------------------------------------------------

    def _verdict_figures(self, run: StoredRun) -> list[Figure]:
        verdict = run.verdict
        figures = [
            Figure(
                self.tr("Calls"),
                wording.connectivity(verdict.connectivity_code),
                self.tr("Whether a call could be connected at all from this computer."),
            ),
            Figure(
                self.tr("How sure"),
                self._sure(verdict),
                self.tr("How sure the program is of the colour, by what the test could measure."),
            ),
        ]
        if verdict.causes:
            figures.append(
                Figure(
                    self.tr("Held back by"),
                    wording.causes(verdict.causes),
                    self.tr("What keeps the call from being better, most important first."),
                )
            )
        if verdict.unusual:
            figures.append(
                Figure(
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
            Figure(
                self.tr("Network"),
                self._network(verdict),
                self.tr("How the computer is connected, and to whom, as far as can be told."),
            ),
            Figure(
                self.tr("Public address"),
                verdict.local_ip or wording.NONE,
                self.tr("The address under which the server saw this computer."),
            ),
        ]
        return figures

    def _run_figures(self, run: StoredRun) -> list[Figure]:
        verdict = run.verdict
        figures = [
            Figure(
                self.tr("Why then"),
                wording.trigger(run.summary.trigger),
                self.tr("What made the program test at that moment."),
            ),
            Figure(
                self.tr("Kind"),
                wording.mode(verdict.mode),
                self.tr("A light test sends little; a full one loads the link for some seconds."),
            ),
            Figure(
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
                Figure(
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
        return listed(part or "" for part in parts)

    def _server_figures(self, server: ServerMeasurement) -> list[Figure]:
        figures = [
            Figure(
                self.tr("Reachable"),
                self._reachable(server),
                self.tr("Whether the server gave a relay address, and carried data to the end."),
            ),
            Figure(
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
            Figure(
                self.tr("Set-up"),
                wording.milliseconds(server.setup_ms),
                self.tr("From the first packet until data came through the relay."),
            ),
            Figure(
                self.tr("Round trip"),
                wording.round_trip(server.rtt_ms),
                self.tr(
                    "To the server and back on an idle link: the median, with the best case and "
                    "the 95th percentile. Above about 300 ms people talk into each other."
                ),
                wording.sure_ms(sure.rtt_ms),
            ),
            Figure(
                self.tr("Jitter"),
                wording.milliseconds(server.jitter_ms),
                self.tr(
                    "How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, "
                    "which adds delay."
                ),
                wording.sure_ms(sure.jitter_ms),
            ),
            Figure(
                self.tr("Loss"),
                self._loss(server),
                self.tr(
                    "Packets that never came back, out of a stream like a call's. From a few "
                    "percent on, voices break up."
                ),
                wording.sure_loss(sure.loss_fraction),
            ),
            Figure(
                self.tr("Throughput"),
                wording.throughput(server.throughput_kbps),
                self.tr(
                    "What gets up and down again through the link before packets queue or get "
                    "lost: its narrower direction decides. At least so much where the test ended "
                    "before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s."
                ),
                wording.sure_kbps(sure.loop_kbps),
            ),
        ]
        rates = server.throughput_kbps
        if rates is not None and rates.up is not None:
            figures.append(
                Figure(
                    self.tr("Sending"),
                    wording.kbps(rates.up, at_least=rates.up_at_least),
                    self.tr("What the uplink alone carries: your voice and picture."),
                    wording.sure_kbps(sure.up_kbps),
                )
            )
        if rates is not None and rates.down is not None:
            figures.append(
                Figure(
                    self.tr("Receiving"),
                    wording.kbps(rates.down, at_least=rates.down_at_least),
                    self.tr("What the downlink alone carries: what you hear and see."),
                    wording.sure_kbps(sure.down_kbps),
                )
            )
        figures.append(
            Figure(
                self.tr("Under load"),
                wording.milliseconds(server.loaded_rtt_ms, at_least=server.loaded_rtt_at_least),
                self.tr(
                    "The round trip while the link is full: what a call feels while somebody "
                    "uploads. At least so much where the test ended before the queue was full."
                ),
                wording.sure_ms(sure.loaded_rtt_ms),
            )
        )
        return figures + self._further_figures(server)

    def _further_figures(self, server: ServerMeasurement) -> list[Figure]:
        """What most tests have nothing to say about."""
        figures: list[Figure] = []
        if server.delay_spikes is not None:
            figures.append(
                Figure(
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
                Figure(
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
                Figure(
                    self.tr("Test call"),
                    self._call(server.call_check),
                    self.tr(
                        "A real call from this computer to itself through the server, for two "
                        "seconds. Some firewalls let the other packets of the test through and "
                        "hold up an encrypted call."
                    ),
                )
            )
        if server.left_out:
            figures.append(
                Figure(
                    self.tr("Left out"),
                    self.tr(
                        "{count} of %Ln packet(s): this computer was too busy",
                        "",
                        wording.countable(server.packets_sent),
                    ).format(count=wording.number(server.left_out)),
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
        return listed(parts)

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

    def _local_figures(self, local: LocalLink) -> list[Figure]:
        figures = [
            Figure(
                self.tr("Round trip"),
                wording.milliseconds(local.gateway_rtt_ms),
                self.tr("To your own router and back."),
            ),
            Figure(
                self.tr("Loss"),
                wording.loss(local.gateway_loss_fraction),
                self.tr("Packets lost before they left your own network."),
            ),
            Figure(
                self.tr("Jitter"),
                wording.milliseconds(local.gateway_jitter_ms),
                self.tr("How unevenly your own router answers."),
            ),
            Figure(
                self.tr("Under load"),
                wording.milliseconds(local.gateway_loaded_rtt_ms),
                self.tr("To your own router and back while the link is full."),
            ),
        ]
        origin = wording.origin(local.origin)
        if origin:
            figures.append(
                Figure(
                    self.tr("Where it arises"),
                    origin,
                    self.tr("Told only where the test could tell the two sides apart."),
                )
            )
        return figures + self._wifi_figures(local.wifi)

    def _wifi_figures(self, wifi: WifiLink | None) -> list[Figure]:
        figures = []
        if wifi is not None and wifi.signal_dbm is not None:
            figures.append(
                Figure(
                    self.tr("Wi-Fi signal"),
                    self.tr("{number} dBm").format(number=wording.number(wifi.signal_dbm)),
                    self.tr("Below about -70 dBm a call suffers: move closer to the router."),
                )
            )
        if wifi is not None and wifi.link_rate_mbps is not None:
            figures.append(
                Figure(
                    self.tr("Wi-Fi rate"),
                    self.tr("{number} Mbit/s").format(number=wording.number(wifi.link_rate_mbps)),
                    self.tr("What your computer last sent with; about half of it is of use."),
                )
            )
        if wifi is not None and wifi.retry_fraction is not None:
            figures.append(
                Figure(
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
        return sentences((text, how))
