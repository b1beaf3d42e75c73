"""What can be done with what the history window shows: export it, delete it, take that back."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from notifier.history.deletion import UNDO_MS, Deleted, Undoable
from notifier.history.filters import RunFilter
from notifier.history.store import History, HistoryError
from ui.history.exporting import Exporter, What, save_picture
from ui.history.shown import Shown
from ui.look.theme import Tone
from ui.parts.ask_place import ask_place
from ui.parts.banner import Banner
from ui.service_like import ServiceLike
from ui.words.translation import engine

__all__ = ["HistoryTools"]

Done = TypeVar("Done")


class HistoryTools(QWidget):
    """Two buttons with menus. The banner :attr:`gone` belongs to them, and stands elsewhere.

    :param shown: gives what is shown.
    :param picture: gives the drawing on screen; None where there is none.
    :param caption: gives what stands above it in a file.
    :param wall: the wall clock, milliseconds since 1970.

    Signals:
        changed: something was deleted, or is there again.
        trouble: that failed, with a sentence for people; empty when it works again.
    """

    changed = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        service: ServiceLike,
        shown: Callable[[], Shown],
        picture: Callable[[], QWidget | None],
        caption: Callable[[], str],
        wall: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._shown = shown
        self._picture = picture
        self._caption = caption
        self._wall = wall
        self._undoable: list[Undoable] = []
        """What can be taken back, the newest last."""
        self.exporter = Exporter(self)
        self.exporter.began.connect(self._on_export_began)
        self.exporter.finished.connect(self._on_exported)
        self.exporter.failed.connect(self._on_not_exported)
        app = QCoreApplication.instance()
        if app is not None:  # the program does not wait for a file that nobody will open
            app.aboutToQuit.connect(self.exporter.cancel)
        self.export = QPushButton(self.tr("Ex&port"), self)
        self.export.setMenu(self._export_menu())
        self.delete = QPushButton(self.tr("De&lete"), self)
        self.delete.setMenu(self._delete_menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.export, self.delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.gone = Banner(Tone.NEUTRAL, button=self.tr("Un&do"), parent=parent)
        self.gone.activated.connect(self.undo)
        self.gone.hide()
        self._too_late = QTimer(self)
        self._too_late.setSingleShot(True)
        self._too_late.timeout.connect(self._on_too_late)

    # -- exporting ---------------------------------------------------------------------------

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, what in (
            (self.tr("Tests as a &table (CSV)…"), What.RUNS_CSV),
            (self.tr("Tests with &everything (JSON)…"), What.RUNS_JSON),
            (self.tr("Calls as a t&able (CSV)…"), What.CALLS_CSV),
            (self.tr("&Calls with everything (JSON)…"), What.CALLS_JSON),
        ):
            entry = menu.addAction(text)
            entry.triggered.connect(lambda _=False, what=what: self._export(what))
        menu.addSeparator()
        self.picture_entry = menu.addAction(self.tr("&Picture of this page (PNG)…"))
        self.picture_entry.triggered.connect(self._export_picture)
        menu.aboutToShow.connect(lambda: self.picture_entry.setEnabled(self._picture() is not None))
        return menu

    def _export(self, what: What) -> None:
        history = self._service.history
        if history is not None:
            self.exporter.ask_where(what, self._shown().filter, history.path)

    def _on_export_began(self) -> None:
        self.export.setEnabled(False)

    def _on_exported(self, sentence: str) -> None:
        self.export.setEnabled(True)
        self.trouble.emit("")
        self._say(sentence)

    def _on_not_exported(self, sentence: str) -> None:
        self.export.setEnabled(True)
        self.trouble.emit(sentence)
        self._say()

    def _export_picture(self) -> None:
        picture = self._picture()
        if picture is None:
            return
        name = QCoreApplication.translate("Exporter", "call-notifier history")
        ask_place(
            self,
            self.tr("Save the picture"),
            f"{name}.png",
            "PNG (*.png)",
            lambda target: self._save_picture(picture, target),
        )

    def _save_picture(self, picture: QWidget, target: Path) -> None:
        trouble = save_picture(picture, target, self._caption())
        if trouble:
            self._on_not_exported(trouble)
        else:
            self._on_exported(self.tr("Wrote the picture to {file}.").format(file=target))

    # -- deleting ----------------------------------------------------------------------------

    def _delete_menu(self) -> QMenu:
        menu = QMenu(self)
        self.delete_shown = menu.addAction(self.tr("What is &shown"))
        self.delete_shown.triggered.connect(lambda: self.remove(self._shown().filter))
        self.delete_network = menu.addAction(self.tr("All of this &network"))
        self.delete_network.triggered.connect(self._remove_network)
        menu.addSeparator()
        self.delete_all = menu.addAction(self.tr("&Everything"))
        self.delete_all.triggered.connect(lambda: self.remove(RunFilter()))
        menu.aboutToShow.connect(
            lambda: self.delete_network.setEnabled(self._shown().network is not None)
        )
        return menu

    def _remove_network(self) -> None:
        network = self._shown().network
        if network is not None:
            self.remove(RunFilter.of(network_ids=(network.network_id,)))

    def remove(self, wanted: RunFilter) -> None:
        """Delete what a filter means; it can be taken back for a while."""
        deleted = self._try(lambda history: history.delete(wanted, now=self._wall()))
        if deleted is None:
            return
        if deleted.token is None:
            self._say(_sentence(deleted))
        else:
            self._undoable.append(Undoable(deleted, self._wall()))
            self._say()
        self.changed.emit()

    def show_undoable(self, found: Sequence[Undoable]) -> None:
        """What was deleted before this window was made, or elsewhere, can be taken back here."""
        if list(found) != self._undoable:
            self._undoable = list(found)
            self._say()

    def undo(self) -> None:
        """Take back what was deleted last; then what was deleted before that can be."""
        if not self._undoable:
            return
        token = self._undoable[-1].deleted.token or 0
        whole = self._try(lambda history: history.undo(token))
        if whole is None:  # nothing has happened: it can be tried again
            return
        self._undoable.pop()
        self._say("" if whole else self.tr("It is too late: a part is gone already."))
        self.changed.emit()

    def _try(self, act: Callable[[History], Done]) -> Done | None:
        history = self._service.history
        if history is None:
            return None
        try:
            done = act(history)
        except HistoryError as error:
            self.trouble.emit(engine(error.message))
            return None
        self.trouble.emit("")
        return done

    def _say(self, sentence: str = "") -> None:
        """Show this, and what the button takes back."""
        newest = self._undoable[-1] if self._undoable else None
        left = 0.0 if newest is None else UNDO_MS - abs(self._wall() - newest.at)
        if newest is None or left <= 0:
            self._undoable.clear()  # those before it are older still
            self._too_late.stop()
            self.gone.show_text(sentence)
        else:
            self._too_late.start(math.ceil(left))
            told = (sentence, _sentence(newest.deleted))
            self.gone.show_text("\n".join(line for line in told if line))
        self.gone.button.setVisible(bool(self._undoable))

    def _on_too_late(self) -> None:
        self._undoable.clear()
        self._say()


def _sentence(deleted: Deleted) -> str:
    if deleted.token is None:
        return QCoreApplication.translate("HistoryTools", "There was nothing to delete.")
    tests = QCoreApplication.translate("HistoryTools", "%Ln test(s)", "", deleted.runs)
    if not deleted.calls:
        return QCoreApplication.translate("HistoryTools", "Deleted {tests}.").format(tests=tests)
    calls = QCoreApplication.translate("HistoryTools", "%Ln call(s)", "", deleted.calls)
    return QCoreApplication.translate("HistoryTools", "Deleted {tests} and {calls}.").format(
        tests=tests, calls=calls
    )
