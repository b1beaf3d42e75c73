"""What the history window shows, written to a file: tests and calls as CSV or JSON, a picture.

A long history takes a while: it is read and written on a thread of its own, one test at a time,
and can be cancelled; nothing is left of a file that was not finished.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QProgressDialog, QWidget

from notifier.history.call_export import write_calls_csv
from notifier.history.export import (
    stored_calls,
    stored_runs,
    write_calls,
    write_csv,
    write_json_array,
)
from notifier.history.filters import RunFilter
from notifier.history.store import History, HistoryError
from ui.look.theme import heading_font
from ui.parts.ask_place import ask_place
from ui.words.translation import engine

__all__ = ["SHOWN_AFTER_MS", "Exporter", "What", "save_picture"]

SHOWN_AFTER_MS = 1000
"""How long an export may take until its progress is shown."""

_SAY_EVERY = 200
"""Records between two words of progress."""

_PICTURE_SCALE = 2.0
"""Pixels of a picture for each of the screen's, so that it can be printed."""

Record = TypeVar("Record")


class What(StrEnum):
    """What is written; the value is how the file's name ends."""

    RUNS_CSV = "csv"
    RUNS_JSON = "json"
    CALLS_CSV = "calls.csv"
    CALLS_JSON = "calls.json"


class _Cancelled(Exception):
    """The person does not want the file any more."""


class Exporter(QObject):
    """Writes one file at a time.

    Signals:
        began: a file is being written; until one of the others comes, no other one is.
        finished: a file is written: a sentence for people.
        failed: none was: a sentence for people, empty where the person cancelled.
    """

    began = Signal()
    finished = Signal(str)
    failed = Signal(str)
    _progressed = Signal(int, int)
    _ended = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._thread: Thread | None = None
        self._cancel = Event()
        self._dialog: QProgressDialog | None = None
        self._written = 0
        """Records that the thread has written: those that are damaged it passes over."""
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        # Before this object goes with it: the thread has nobody to tell then.
        window.destroyed.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._thread is not None

    def ask_where(self, what: What, wanted: RunFilter, history: Path) -> None:
        """Ask for the file's place, and write it."""
        name = QCoreApplication.translate("Exporter", "call-notifier history")
        patterns = {
            What.RUNS_CSV: QCoreApplication.translate("Exporter", "Table (*.csv)"),
            What.CALLS_CSV: QCoreApplication.translate("Exporter", "Table (*.csv)"),
            What.RUNS_JSON: QCoreApplication.translate("Exporter", "JSON (*.json)"),
            What.CALLS_JSON: QCoreApplication.translate("Exporter", "JSON (*.json)"),
        }
        ask_place(
            self._window,
            QCoreApplication.translate("Exporter", "Export the history"),
            f"{name}.{what.value}",
            patterns[what],
            lambda target: self.write(what, wanted, history, target),
        )

    def write(self, what: What, wanted: RunFilter, history: Path, target: Path) -> None:
        """Write what a filter means to a file, which is replaced when all is there."""
        if self._thread is not None:
            return
        self._cancel.clear()
        self._dialog = QProgressDialog(self._window)
        self._dialog.setWindowTitle(QCoreApplication.translate("Exporter", "Export"))
        self._dialog.setLabelText(
            QCoreApplication.translate("Exporter", "Writing {file}…").format(file=target.name)
        )
        self._dialog.setMinimumDuration(SHOWN_AFTER_MS)
        self._dialog.canceled.connect(self._cancel.set)
        self._thread = Thread(
            target=self._work, args=(what, wanted, history, target), name="history-export"
        )
        self._thread.start()
        self.began.emit()

    def cancel(self) -> None:
        """Give up what is being written, and wait for that."""
        self._cancel.set()
        if self._thread is not None:
            self._thread.join()

    # -- on the thread -----------------------------------------------------------------------

    def _work(self, what: What, wanted: RunFilter, history: Path, target: Path) -> None:
        try:
            with History.open_read_only(history) as source:
                self._write(what, wanted, source, target)
        except _Cancelled:
            self._ended.emit("", "")
        except HistoryError as error:
            self._ended.emit("", engine(error.message))
        except OSError as error:
            why = error.strerror or str(error)
            self._ended.emit("", _not_written(target, why))
        else:
            records = QCoreApplication.translate("Exporter", "%Ln record(s)", "", self._written)
            sentence = QCoreApplication.translate("Exporter", "Wrote {records} to {file}.")
            self._ended.emit(sentence.format(records=records, file=target), "")

    def _write(self, what: What, wanted: RunFilter, source: History, target: Path) -> None:
        damaged: Callable[[HistoryError], None] = lambda _error: None  # noqa: E731 - left out
        handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            # RFC 4180 asks for CRLF, which csv writes itself.
            with open(handle, "w", encoding="utf-8", newline="") as out:
                if what in (What.CALLS_CSV, What.CALLS_JSON):
                    keys = source.call_ids(wanted)
                    calls = self._told(stored_calls(source, keys, unreadable=damaged), len(keys))
                    (write_calls_csv if what is What.CALLS_CSV else write_calls)(calls, out)
                else:
                    ids = source.run_ids(wanted)
                    runs = self._told(stored_runs(source, ids, unreadable=damaged), len(ids))
                    (write_csv if what is What.RUNS_CSV else write_json_array)(runs, out)
            os.replace(partial, target)
        except BaseException:
            os.unlink(partial)
            raise

    def _told(self, records: Iterable[Record], count: int) -> Iterator[Record]:
        self._written = 0
        for number, record in enumerate(records):
            if number % _SAY_EVERY == 0:
                if self._cancel.is_set():
                    raise _Cancelled
                self._progressed.emit(number, count)
            yield record
            self._written = number + 1

    # -- back on the windows' thread ---------------------------------------------------------

    def _on_progress(self, number: int, count: int) -> None:
        if self._dialog is not None:
            self._dialog.setMaximum(max(1, count))
            self._dialog.setValue(number)

    def _on_end(self, sentence: str, trouble: str) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect(self._cancel.set)
            dialog.close()
            dialog.deleteLater()
        if sentence:
            self.finished.emit(sentence)
        else:
            self.failed.emit(trouble)


def save_picture(widget: QWidget, target: Path, caption: str = "") -> str:
    """Draw a widget into a PNG file, which is replaced when all is there.

    :param caption: what stands above it: which tests these are, for whoever sees nothing else.
    :returns: a sentence where that failed, else nothing.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _pictured(widget, caption).save(buffer, "PNG")
    try:
        handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with open(handle, "wb") as out:
                out.write(data.data())
            os.replace(partial, target)
        except BaseException:
            os.unlink(partial)
            raise
    except OSError as error:
        return _not_written(target, error.strerror or str(error))
    return ""


def _pictured(widget: QWidget, caption: str) -> QPixmap:
    metrics = QFontMetrics(heading_font(widget, scale=1.0, bold=True))
    margin = metrics.height()
    above = margin * 2 if caption else 0
    size = widget.size() + QSize(2 * margin, above + margin)
    picture = QPixmap(size * _PICTURE_SCALE)
    picture.setDevicePixelRatio(_PICTURE_SCALE)
    picture.fill(widget.palette().color(QPalette.ColorRole.Window))
    painter = QPainter(picture)
    painter.setFont(heading_font(widget, scale=1.0, bold=True))
    painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
    room = QRectF(margin, 0.0, size.width() - 2.0 * margin, above)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, caption)
    widget.render(painter, QPoint(margin, above))
    painter.end()
    return picture


def _not_written(target: Path, why: str) -> str:
    return QCoreApplication.translate("Exporter", "{file} could not be written: {reason}.").format(
        file=target, reason=why
    )
