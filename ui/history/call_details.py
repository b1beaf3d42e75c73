"""Everything about one call that is over: what it got, what was forecast, each connection."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from notifier.calls.live import LivePoint
from notifier.calls.record import CallRecord, EventRecord, FabricRecord, Spread, StreamRecord
from notifier.codes import BY_SUMMARY
from notifier.quality import CallFigures
from ui.calls.call_graph import CallGraph
from ui.history.figures_pane import Figure, FiguresPane
from ui.look.theme import tone_of
from ui.parts.label import Text
from ui.parts.time_marks import clock_to_the_second
from ui.words import call_wording, wording
from ui.words.joined import listed

__all__ = ["EVENTS_SHOWN", "CallDetails"]

EVENTS_SHOWN = 200
"""Lines of what happened; an application that tells all its life would make a page of its own."""

TIMELINE_MS = 10_000.0
"""Between two points of the timeline of a record."""

_UNSAID = frozenset({"fabricStateChange", "sdp", "wifiStats", "dominantSpeaker"})
"""Events that say nothing to people; the command line shows them all."""


class CallDetails(FiguresPane):
    """The pane beside the list of calls.

    Signals:
        delete_wanted: the call that is shown should be deleted.
        rate_wanted: the person wants to say how it was.
    """

    delete_wanted = Signal()
    rate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details of the chosen call"))
        self.graph = self.keep(CallGraph(2.5 * TIMELINE_MS))
        self.buttons = self.keep(QWidget())
        self.rate = QPushButton(self.tr("&How was it?"), self.buttons)
        self.rate.clicked.connect(self.rate_wanted)
        self.delete = QPushButton(self.tr("Delete th&is call"), self.buttons)
        self.delete.clicked.connect(self.delete_wanted)
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rate)
        row.addWidget(self.delete)
        row.addStretch(1)
        self.show_message(self.tr("Choose a call to see how it went."))

    def show_call(self, record: CallRecord) -> None:
        """Show a call from its top."""
        self.clear()
        self.add(Text(call_wording.title(record.application), scale=1.15, bold=True))
        if record.summary_code is not None:
            word = call_wording.code_word(record.summary_code)
        else:
            word = self.tr("Quality not known")
        self.state_line(word, tone_of(record.color), self._when(record))
        self.add(Text("\n".join(self._sentences(record))))
        self.add(self.explain)
        self.section(self.tr("What it got"), self._result_figures(record))
        if record.timeline:
            self.graph.show_points(
                [
                    LivePoint(p.timestamp, p.up_kbps, p.down_kbps, p.rtt_ms, p.loss_fraction)
                    for p in record.timeline
                ],
                start=record.began,
                end=max(record.ended, record.timeline[-1].timestamp),
                ago=False,
            )
            self.add(self.graph)
        self._show_feedback(record)
        self.add(self.buttons)
        for number, fabric in enumerate(record.fabrics, 1):
            self._show_fabric(fabric, number, of=len(record.fabrics))
        self._show_events(record)
        self.section(self.tr("The call itself"), self._call_figures(record))
        self.finish()

    # -- parts -------------------------------------------------------------------------------

    def _when(self, record: CallRecord) -> str:
        return self.tr("{time}, {length}").format(
            time=wording.date_and_time(record.began),
            length=call_wording.length(record.ended - record.began),
        )

    def _sentences(self, record: CallRecord) -> list[str]:
        sentences = [call_wording.outcome(record.outcome)]
        if record.figures is None and record.outcome in ("success", "partially-failed", "dropped"):
            sentences.append(self.tr("It was too short, or said too little, to be judged."))
        sentences.append(call_wording.compared(record))
        return [sentence for sentence in sentences if sentence]

    def _result_figures(self, record: CallRecord) -> list[Figure]:
        figures = record.figures or CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None
        )
        found = []
        if record.summary_code in BY_SUMMARY:
            found.append(
                Figure(
                    self.tr("In short"),
                    wording.summary(record.summary_code or 0),
                    self.tr("By the same table as the forecasts, from the figures below."),
                )
            )
        found += [
            Figure(
                self.tr("Could send"),
                wording.kbps(figures.available_kbps),
                self.tr(
                    "What the sender found to be there for it, half of the time. Below 2 Mbit/s "
                    "there is not enough for everything, below 0.06 Mbit/s for nothing."
                ),
            ),
            Figure(
                self.tr("Sound lost"),
                wording.loss(figures.concealed),
                self.tr("What had to be made up because it came too late or not at all."),
            ),
            Figure(
                self.tr("Picture stood"),
                wording.loss(figures.frozen),
                self.tr("How much of the time the picture stood still."),
            ),
            Figure(
                self.tr("Delay one way"),
                wording.milliseconds(figures.one_way_ms),
                self.tr("Half the round trip. From 200 ms on, people talk into each other."),
            ),
        ]
        if record.forecast is not None:
            found.append(
                Figure(
                    self.tr("Forecast"),
                    self.tr("{forecast} ({percent} sure)").format(
                        forecast=call_wording.forecast_word(
                            record.forecast.summary_code, record.forecast_right
                        ),
                        percent=wording.percent(record.forecast.confidence),
                    ),
                    self.tr(
                        "What was told of the network when the call began; right where the call "
                        "had its colour."
                    ),
                )
            )
        return found

    def _show_feedback(self, record: CallRecord) -> None:
        said = record.feedback
        self.rate.setText(self.tr("&How was it?") if said is None else self.tr("C&hange this…"))
        if said is None:
            return
        self.heading(self.tr("What was said of it"))
        parts = [
            self.tr("{stars}: {word}").format(
                stars=call_wording.stars(said.overall), word=wording.state_word(said.overall, 3)
            )
        ]
        for name, stars in (
            (self.tr("sound {stars}"), said.audio),
            (self.tr("picture {stars}"), said.video),
            (self.tr("screen {stars}"), said.screen),
        ):
            if stars is not None:
                parts.append(name.format(stars=call_wording.stars(stars)))
        self.add(Text(listed(parts)))
        if said.comment:
            self.add(Text(said.comment))

    def _show_fabric(self, fabric: FabricRecord, number: int, *, of: int) -> None:
        if of > 1:
            heading = self.tr("Connection {number} of {all}: {usage}")
        else:
            heading = self.tr("The connection: {usage}")
        self.section(
            heading.format(number=number, all=of, usage=call_wording.usage(fabric.usage)),
            self._fabric_figures(fabric),
            subheading=(
                self.tr("With {who}").format(who=fabric.remote_user_id)
                if fabric.remote_user_id
                else ""
            ),
        )
        for stream in fabric.streams:
            self._show_stream(stream)

    def _show_stream(self, stream: StreamRecord) -> None:
        what = call_wording.stream(stream.direction, stream.media)
        names = (stream.usage_label, stream.user_id, stream.codec)
        self.section(
            what,
            self._stream_figures(stream),
            subheading=listed(name or "" for name in names),
        )

    def _fabric_figures(self, fabric: FabricRecord) -> list[Figure]:
        if fabric.setup_delay_ms is None and fabric.failure_delay_ms is not None:
            first = Figure(
                self.tr("Given up after"),
                wording.milliseconds(fabric.failure_delay_ms),
                self.tr("How long a path was looked for."),
            )
        else:
            first = Figure(
                self.tr("Connected in"),
                wording.milliseconds(fabric.setup_delay_ms),
                self.tr("From the beginning until sound and picture could flow."),
            )
        figures = [
            first,
            Figure(
                self.tr("Path"),
                call_wording.relay(fabric.relay_type),
                self.tr("A relay (TURN) carries the call where no direct path is open."),
            ),
            Figure(
                self.tr("End"),
                call_wording.end(fabric.end),
                self.tr("How the connection ended."),
            ),
        ]
        if fabric.disruptions:
            figures.append(
                Figure(
                    self.tr("Interrupted"),
                    self.tr("{count}, {length} in all").format(
                        count=call_wording.how_often(fabric.disruptions),
                        length=wording.duration(fabric.disrupted_ms),
                    ),
                    self.tr("How often the connection was lost and came back."),
                )
            )
        if fabric.transport_switches:
            figures.append(
                Figure(
                    self.tr("Other paths"),
                    wording.number(fabric.transport_switches),
                    self.tr("How often the call went on over another path."),
                )
            )
        return figures

    def _stream_figures(self, stream: StreamRecord) -> list[Figure]:
        figures = [
            Figure(
                self.tr("Quality"),
                call_wording.stream_quality(stream.quality),
                self.tr("By bitrate, loss and delay of this stream alone."),
            ),
            Figure(
                self.tr("Bitrate"),
                self._spread(stream.kbps, wording.kbps),
                self.tr("On average; 19 of 20 seconds had no more than the second figure."),
            ),
            Figure(
                self.tr("Loss"),
                wording.loss(stream.loss_fraction),
                self.tr("Packets that never arrived; of what you send, as the other end says."),
            ),
            Figure(
                self.tr("Jitter"),
                self._spread(stream.jitter_ms, wording.milliseconds),
                self.tr("How unevenly packets arrived: on average, and 19 of 20 times at most."),
            ),
        ]
        if stream.rtt_ms is not None:
            figures.append(
                Figure(
                    self.tr("Round trip"),
                    self._spread(stream.rtt_ms, wording.milliseconds),
                    self.tr("To the other end and back, as its reports say."),
                )
            )
        if stream.width is not None:
            rate = stream.frames_per_second
            figures.append(
                Figure(
                    self.tr("Picture"),
                    self.tr("{size}, {rate}").format(
                        size=call_wording.picture(stream.width, stream.height),
                        rate=call_wording.fps(None if rate is None else rate.mean),
                    ),
                    self.tr("The largest picture, and how many came in a second on average."),
                )
            )
        if stream.frozen_fraction is not None:
            figures.append(
                Figure(
                    self.tr("Stood still"),
                    self.tr("{count}, {share} of the time").format(
                        count=call_wording.how_often(stream.freezes or 0),
                        share=wording.loss(stream.frozen_fraction),
                    ),
                    self.tr("How often, and how much of the time, this picture stood still."),
                )
            )
        if stream.concealed_fraction is not None:
            figures.append(
                Figure(
                    self.tr("Made up"),
                    wording.loss(stream.concealed_fraction),
                    self.tr("Sound that had to be made up because it came too late or not at all."),
                )
            )
        return figures

    def _spread(self, spread: Spread | None, write: Callable[[float], str]) -> str:
        if spread is None:
            return wording.NONE
        return self.tr("{mean} (up to {high})").format(
            mean=write(spread.mean), high=write(spread.p95)
        )

    def _show_events(self, record: CallRecord) -> None:
        events = [event for event in record.events if event.event not in _UNSAID]
        if not events:
            return
        self.heading(self.tr("What happened"))
        lines = [self._event(event) for event in events[:EVENTS_SHOWN]]
        left = len(events) - len(lines) + record.events_dropped
        if left:
            lines.append(self.tr("and %Ln more", "", wording.countable(left)))
        self.add(Text("\n".join(lines)))

    def _event(self, event: EventRecord) -> str:
        return f"{clock_to_the_second(event.timestamp)}  {call_wording.event(event)}"

    def _call_figures(self, record: CallRecord) -> list[Figure]:
        figures = [
            Figure(
                self.tr("Reported by"),
                call_wording.client(record.client),
                self.tr("Who reported the call to this program."),
            ),
            Figure(
                self.tr("Conference"),
                record.conference_id,
                self.tr("What the application calls it."),
            ),
            Figure(
                self.tr("Judged by"),
                call_wording.length(record.figures_duration_ms)
                if record.figures_duration_ms
                else wording.NONE,
                self.tr("How much of the call the figures are of: all but its beginning."),
            ),
        ]
        return [figure for figure in figures if figure.value]
