"""How was the call? Asked once after a call, in a small window that is in nobody's way.

It does not take the keyboard from what the person is doing, answers to one key each, and goes away
by itself.
"""

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.settings import edit
from notifier.settings.paths import Paths
from ui.calls.quality_mark import draw_quality
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.parts.clear_button import ClearButton
from ui.parts.label import Text
from ui.service_like import ServiceLike
from ui.words import call_wording, headline, wording
from ui.words.translation import engine

__all__ = ["ASK_MS", "COMMENT_CHARACTERS", "RatingWindow"]

ASK_MS = 600_000
"""The question goes away by itself after ten minutes in which nobody touched it."""

COMMENT_CHARACTERS = 2_000
"""What is longer is cut there."""

_STARS = (5, 4, 3, 2, 1)


class RatingWindow(QWidget):
    """Asks about one call at a time; of two, about the newer one.

    :param wall: the wall clock, milliseconds since 1970.
    """

    def __init__(
        self,
        service: ServiceLike,
        parent: QWidget | None = None,
        *,
        paths: Paths | None = None,
        wall: Callable[[], float] = lambda: time.time() * 1000,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self._service = service
        self._paths = paths or Paths.default()
        self._wall = wall
        self._record: CallRecord | None = None
        self._filling = False
        # It comes up while the person is already doing something else.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("How was the call?"))
        self.setWindowIcon(icons.program_icon())
        self._build()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(ASK_MS)
        self._patience.timeout.connect(self.close)
        self.choices.idToggled.connect(self._on_choice)
        self.comment.textChanged.connect(self._on_comment)
        self.never.toggled.connect(self._on_never)
        self.send.clicked.connect(self._send)
        self.not_now.clicked.connect(self.close)

    @property
    def call_id(self) -> str | None:
        """The call that is being asked about; None while nothing is."""
        return self._record.call_id if self._record is not None else None

    def ask(self, record: CallRecord) -> None:
        """Ask about a call, without taking the keyboard; what was said of it can be changed."""
        self._record = record
        self._filling = True
        self._show_record(record)
        self.choices.setExclusive(False)
        for button in self.choices.buttons():
            button.setChecked(False)
        self.choices.setExclusive(True)
        self.comment.clear()
        if record.feedback is not None:
            button = self.choices.button(record.feedback.overall)
            if button is not None:
                button.setChecked(True)
            self.comment.setPlainText(record.feedback.comment or "")
        self.never.setChecked(not self._service.settings.ask_for_rating)
        self.failed.hide()
        self._filling = False
        self.send.setEnabled(self.choices.checkedId() > 0)
        # Where the keys go once the person comes to this window; it is not brought to them.
        self.choices.button(_STARS[0]).setFocus()
        self._patience.start()
        if not self.isVisible():
            self.adjustSize()
        self.show()

    def update_record(self, record: CallRecord) -> None:
        """The record of a call has changed: it may have been rated elsewhere."""
        if self._record is None or record.call_id != self._record.call_id:
            return
        self._record = record
        if record.feedback is not None:
            self.close()
        else:
            self._show_record(record)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self.mark = QLabel(self)
        self.mark.setFixedSize(line * 2, line * 2)
        self.heading = Text(parent=self, bold=True)
        self.forecast = Text(parent=self, faint=True)
        words = QVBoxLayout()
        words.setSpacing(line // 5)
        words.addWidget(self.heading)
        words.addWidget(self.forecast)
        top = QHBoxLayout()
        top.setSpacing(line * 3 // 4)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)

        self.choices = QButtonGroup(self)
        buttons = QVBoxLayout()
        buttons.setSpacing(line // 5)
        for stars in _STARS:
            word = wording.state_word(stars, 3)
            button = QRadioButton(f"&{stars}  {word}", self)
            button.setAccessibleName(self.tr("{stars} of 5: {word}").format(stars=stars, word=word))
            self.choices.addButton(button, stars)
            buttons.addWidget(button)
            # The figure alone as well; where something is being written, it is only a figure.
            QShortcut(QKeySequence(str(stars)), self).activated.connect(
                lambda stars=stars: self._choose(stars)
            )
        self.comment = QPlainTextEdit(self)
        self.comment.setPlaceholderText(self.tr("Anything to add? (optional)"))
        self.comment.setAccessibleName(self.tr("Comment, optional"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(line * 4)
        self.never = QCheckBox(self.tr("Do not &ask again"), self)
        self.never.setToolTip(self.tr("You can change this in the settings."))
        self.failed = Banner(Tone.RED, parent=self)
        self.failed.hide()
        self.send = ClearButton(self.tr("&Send"), self)
        self.send.setDefault(True)
        self.send.setToolTip(self.tr("Kept in your history, on this computer"))
        self.not_now = QPushButton(self.tr("&Not now"), self)
        bottom = QHBoxLayout()
        bottom.setSpacing(line // 2)
        bottom.addWidget(self.never, 1)
        bottom.addWidget(self.not_now)
        bottom.addWidget(self.send)

        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 3 // 4)
        column.addLayout(top)
        column.addLayout(buttons)
        column.addWidget(self.comment)
        column.addWidget(self.failed)
        column.addLayout(bottom)
        wanted = self.fontMetrics().averageCharWidth() * 74
        self.setMinimumWidth(min(wanted, self.screen().availableGeometry().width() * 9 // 10))
        order = (self.comment, self.never, self.not_now, self.send)
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)
        for leave in (
            QKeySequence(Qt.Key.Key_Escape),
            QKeySequence(QKeySequence.StandardKey.Close),
        ):
            QShortcut(leave, self).activated.connect(self.close)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # In the comment, Return begins a line; with Ctrl it sends from there too.
            QShortcut(QKeySequence(key), self).activated.connect(self._on_return)
            QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self).activated.connect(self._send)

    def _show_record(self, record: CallRecord) -> None:
        line = self.fontMetrics().height()
        draw_quality(self.mark, record.summary_code, line * 2)
        what = (
            self.tr("{call}, {time}, {length}: {word}")
            if record.summary_code is not None
            else self.tr("{call}, {time}, {length}")
        )
        self.heading.setText(
            what.format(
                call=call_wording.title(record.application),
                time=headline.clock(record.began),
                length=call_wording.length(record.ended - record.began),
                word=call_wording.quality(record.summary_code),
            )
        )
        text = call_wording.forecast_right(record)
        self.forecast.setText(text or self.tr("There was no forecast for this network before it."))

    # -- what happens ------------------------------------------------------------------------

    def _choose(self, stars: int) -> None:
        button = self.choices.button(stars)
        button.setChecked(True)
        button.setFocus()

    def _on_choice(self) -> None:
        if not self._filling:
            self.send.setEnabled(self.choices.checkedId() > 0)
            self._patience.start()

    def _on_comment(self) -> None:
        if not self._filling:
            self._patience.start()

    def _on_never(self, on: bool) -> None:
        if self._filling:
            return
        self._patience.start()
        try:
            edit.set_values(self._paths, {"calls.ask-for-rating": not on})
        except edit.EditError as error:
            self.failed.show_text(self.tr("Not saved: {reason}.").format(reason=engine(str(error))))
            return
        self.failed.hide()
        self._service.reload_settings()

    def _on_return(self) -> None:
        if self.not_now.hasFocus():
            self.close()
        else:
            self._send()

    def _send(self) -> None:
        stars = self.choices.checkedId()
        if self._record is None or stars < 1:
            return
        comment = self.comment.toPlainText().strip()[:COMMENT_CHARACTERS]
        self._service.rate_call(
            self._record.call_id,
            FeedbackRecord(
                timestamp=self._wall(),
                overall=stars,
                comment=comment or None,
                source="person",
            ),
        )
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._patience.stop()
        self._record = None
        super().closeEvent(event)
