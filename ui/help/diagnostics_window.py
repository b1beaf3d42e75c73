"""What a help desk would get, shown file by file before it is written anywhere.

Collected by a process of its own (:mod:`notifier.diagnostics.process`): what is shown is what will
be written, to the letter. The texts are those of the files, so they stay English.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QFontDatabase,
    QKeySequence,
    QShortcut,
    QTextOption,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from notifier.diagnostics.messages import Collected
from notifier.diagnostics.process import CollectFailed, collected
from notifier.settings.paths import Paths
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.ask_place import ask_place
from ui.parts.label import Text
from ui.parts.window_memory import WindowMemory
from ui.words.translation import engine
from ui.words.wording import bytes_amount

__all__ = ["SHOWN_AFTER_MS", "Collect", "DiagnosticsWindow", "Piece"]

logger = logging.getLogger(__name__)

SHOWN_AFTER_MS = 1_000
"""How long collecting may take until its progress is shown."""

_COLUMNS = 88
"""Letters of the first page's lines: at first the window is so wide that none is broken."""

_NAME_CHARACTERS = 28
"""Average letters that the list of files has at first."""

_LINES = 38
"""The window's height at first."""

_SCREEN_SHARE = 0.9

Piece = tuple[str, str, str]
"""A file: its name, what it says, its text."""

Collect = Callable[..., Awaitable[Collected]]


class DiagnosticsWindow(QWidget):
    """Collects when it is told to, and again with or without addresses.

    :param front: says what the tray program knows of itself.
    :param collect: as :func:`notifier.diagnostics.process.collected`.
    """

    def __init__(
        self,
        front: Callable[[], Mapping[str, Any]],
        parent: QWidget | None = None,
        *,
        paths: Paths | None = None,
        collect: Collect = collected,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._front = front
        self._collect = collect
        self._memory = WindowMemory("diagnostics", paths)
        self._pieces: Sequence[Piece] = ()
        self._task: asyncio.Task[None] | None = None
        self._writing: asyncio.Task[None] | None = None
        self._saved: Path | None = None
        self.setWindowTitle(self.tr("Diagnostics of Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._build()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER_MS)
        self._patience.timeout.connect(lambda: self.bar.setVisible(self.busy))
        self.files.currentRowChanged.connect(self._show_file)
        self.addresses.toggled.connect(self.collect)
        self.again.clicked.connect(self.collect)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._ask_where)
        self.folder.clicked.connect(self._show_folder)
        self.done.clicked.connect(self.close)
        for key in (QKeySequence.StandardKey.Close, QKeySequence(Qt.Key.Key_Escape)):
            QShortcut(key, self).activated.connect(self.close)
        if not self._memory.restore(self, self.split):
            self._take_first_size()
        self._show_state()

    def _take_first_size(self) -> None:
        line = self.fontMetrics().height()
        frame = 2 * line  # and scroll bar
        names = self.fontMetrics().averageCharWidth() * _NAME_CHARACTERS + frame
        text = self.text.fontMetrics().horizontalAdvance("M") * _COLUMNS + frame
        wanted = QSize(names + text + 3 * line, line * _LINES)
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * _SCREEN_SHARE))
        self.split.setSizes([names, text])

    # -- what it does ------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is being collected."""
        return self._task is not None

    def collect(self) -> None:
        """Collect anew, on a running loop; what was being collected is given up."""
        if self._task is not None:
            self._task.cancel()
        self._pieces = ()
        self._show_pieces()
        self.said.set_tone(None)
        self.said.setText(self.tr("Collecting…"))
        self._on_progress(0, 1)
        self._patience.start()
        self._task = asyncio.get_running_loop().create_task(self._collect_once())
        self._task.add_done_callback(self._on_collected)
        self._show_state()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show what was collected."""
        self._pieces = pieces
        self._show_pieces()
        self.said.set_tone(None)
        self.said.setText(self.tr("Nothing is written or sent yet. Look through it, then save it."))
        self._show_state()

    async def _collect_once(self) -> None:
        found = await self._collect(
            self._front(), self._on_progress, addresses=self.addresses.isChecked()
        )
        self.show_pieces(found.pieces)

    def _on_collected(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if task is not self._task or not isValid(self):
            return  # another one has begun meanwhile, or the program has ended or speaks anew
        self._task = None
        self._patience.stop()
        self.bar.hide()
        if task.cancelled():
            self._fail(self.tr("Cancelled: nothing was collected."))
        elif isinstance(error, CollectFailed):
            self._fail(engine(error.message))
        elif error is not None:
            logger.error("the diagnostics were not collected", exc_info=error)
            self._fail(self.tr("Nothing was collected: {reason}").format(reason=error))
        self._show_state()

    def _on_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _ask_where(self) -> None:
        from notifier.diagnostics.name import default_name

        ask_place(
            self,
            self.tr("Save the diagnostics"),
            default_name(),
            self.tr("Archive (*.zip)"),
            self.write,
        )

    def write(self, target: Path) -> None:
        """Write what is shown to a file, on a thread: the disk may be slow."""
        self._writing = asyncio.get_running_loop().create_task(self._write(target, self._pieces))

    async def _write(self, target: Path, pieces: Sequence[Piece]) -> None:
        from notifier.diagnostics.bundle import BundleError, write

        work = partial(write, target, [(name, text) for name, _, text in pieces], replacing=True)
        self.save.setEnabled(False)
        try:
            await asyncio.get_running_loop().run_in_executor(None, work)
            failed = None
        except BundleError as error:
            failed = error.message
        if not isValid(self):
            return
        if failed is not None:
            self._fail(engine(failed))
        else:
            self._saved = target
            self.said.set_tone(Tone.GREEN)
            self.said.setText(self.tr("Written to {file}").format(file=target))
        self._show_state()
        if self._saved == target:
            self.folder.setFocus()

    def _show_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancel()
        self._memory.save(self, self.split)
        super().closeEvent(event)

    # -- what it shows -----------------------------------------------------------------------

    def _fail(self, why: str) -> None:
        self.said.set_tone(Tone.RED)
        self.said.setText(why)

    def _show_state(self) -> None:
        there = bool(self._pieces)
        self.cancel.setVisible(self.busy)
        self.again.setVisible(not self.busy and not there)
        self.save.setEnabled(there and not self.busy)
        self.folder.setVisible(self._saved is not None)
        self.files.setEnabled(there)
        self.text.setEnabled(there)

    def _show_pieces(self) -> None:
        chosen = self.files.currentRow()
        self.files.clear()
        for name, says, text in self._pieces:
            size = bytes_amount(len(text.encode("utf-8", "replace")))
            item = QListWidgetItem(
                self.tr("{file}, {size}", "a row of a list").format(file=name, size=size)
            )
            item.setToolTip(engine(says))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, engine(says))
            self.files.addItem(item)
        if self._pieces:
            beside = 2 * self.fontMetrics().height()  # frame and scroll bar
            self.files.setMinimumWidth(self.files.sizeHintForColumn(0) + beside)
            self.files.setCurrentRow(min(max(chosen, 0), len(self._pieces) - 1))
        else:
            self._show_file(-1)

    def _show_file(self, row: int) -> None:
        if not 0 <= row < len(self._pieces):
            self.says.setText("")
            self.text.clear()
            return
        name, says, text = self._pieces[row]
        self.says.setText(engine(says))
        self.text.setPlainText(text)
        self.text.setAccessibleName(self.tr("What stands in {file}").format(file=name))

    def _build(self) -> None:
        line = self.fontMetrics().height()
        about = Text(
            self.tr(
                "This is what a help desk gets to see, and nothing else. Passwords, tokens, names "
                "and where your calls took place are taken out. It goes nowhere by itself."
            ),
            self,
        )
        self.files = QListWidget(self)
        label = QLabel(self.tr("&Files"), self)
        label.setBuddy(self.files)
        self.files.setAccessibleName(self.tr("Files"))
        left = QWidget(self)
        _stacked(left, label, self.files)
        self.says = Text("", self, bold=True)
        self.says.setMinimumHeight(self.says.fontMetrics().height())  # nothing moves when it comes
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        # With a cursor, which shows where the keys go.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
        # English, JSON and log lines also where people read from the right.
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDefaultTextOption(option)
        self.text.setAccessibleName(self.tr("What stands in the file"))
        right = QWidget(self)
        _stacked(right, self.says, self.text)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setObjectName("split")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.addresses = QCheckBox(self.tr("Leave &IP addresses in it"), self)
        self.addresses.setToolTip(
            self.tr("Without this, the same number stands in the place of each address.")
        )
        self.said = Text("", self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(about)
        column.addWidget(self.split, 1)
        column.addWidget(self.addresses)
        column.addWidget(self.said)
        column.addWidget(self.bar)
        column.addLayout(self._buttons(line))

    def _buttons(self, line: int) -> QHBoxLayout:
        self.again = QPushButton(self.tr("Collect a&gain"), self)
        self.cancel = QPushButton(self.tr("&Cancel"), self)
        self.folder = QPushButton(self.tr("Show the f&older"), self)
        self.save = QPushButton(self.tr("&Save as…"), self)
        self.done = QPushButton(self.tr("C&lose"), self)
        row = QHBoxLayout()
        row.setSpacing(line // 2)
        row.addWidget(self.again)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.folder)
        row.addWidget(self.save)
        row.addWidget(self.done)
        return row


def _stacked(area: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(area)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
