"""While no call goes on: that it is so, and how the last one went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from notifier.calls.record import CallRecord
from notifier.history.store import HistoryError
from ui.calls.quality_mark import draw_quality
from ui.look.theme import tone_of
from ui.parts.label import Text
from ui.service_like import ServiceLike
from ui.words import call_wording, headline

__all__ = ["LastCall"]

_SEPARATOR = " \N{MIDDLE DOT} "


class LastCall(QWidget):
    """A page of the live window.

    Signals:
        record_wanted: the history should show this call (its identity).
    """

    record_wanted = Signal(str)

    def __init__(self, service: ServiceLike, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        line = self.fontMetrics().height()
        self._side = line * 2
        idle = Text(self.tr("No call is on"), self, scale=1.35, bold=True)
        self.hint = Text(parent=self, faint=True)
        self.box = QWidget(self)
        self.mark = QLabel(self.box)
        self.mark.setFixedSize(self._side, self._side)
        heading = Text(self.tr("The last call"), self.box, bold=True)
        self.quality = Text(parent=self.box, bold=True, wrap=False)
        self.summary = Text(parent=self.box)
        self.details = QPushButton(self.tr("&Details of this call…"), self.box)
        self.details.clicked.connect(self._on_details)
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        words.addWidget(heading)
        words.addWidget(self.quality)
        words.addWidget(self.summary)
        words.addSpacing(line // 2)
        words.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self.box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(line)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(idle)
        column.addWidget(self.hint)
        column.addSpacing(line)
        column.addWidget(self.box)
        column.addStretch(1)

    def show_state(self) -> None:
        """Bring everything up to date."""
        self.hint.setText(
            self.tr("A call that a browser or another program reports appears here by itself.")
            if self._service.settings.attach_calls
            else self.tr("Watching calls is switched off in the settings.")
        )
        over = self._service.state.over
        if over is None or self._is_deleted(over.record.call_id):
            self.box.hide()
        else:
            self.box.show()
            self._show_record(over.record)

    def _show_record(self, record: CallRecord) -> None:
        draw_quality(self.mark, record.summary_code, self._side)
        self.quality.set_tone(tone_of(record.color))
        self.quality.setText(
            call_wording.code_word(record.summary_code)
            if record.summary_code is not None
            else self.tr("Quality not known")
        )
        facts = (
            call_wording.place(record.application),
            headline.clock(record.began),
            call_wording.length(record.ended - record.began),
        )
        lines = [_SEPARATOR.join(facts)]
        if record.outcome != "success":
            lines.append(call_wording.outcome(record.outcome))
        elif record.figures is None:
            lines.append(self.tr("It was too short, or said too little, to be judged."))
        lines.append(call_wording.compared(record))
        self.summary.setText("\n".join(line for line in lines if line))

    def _is_deleted(self, call_id: str) -> bool:
        """The service still knows of a call that was deleted from the history."""
        history = self._service.history
        try:
            if history is not None:
                history.call(call_id)
        except HistoryError as error:
            return error.code == "missing"
        return False

    def _on_details(self) -> None:
        over = self._service.state.over
        if over is not None:
            self.record_wanted.emit(over.record.call_id)
