"""Reads the history beside the windows' thread, so that no window waits for a long query.

One thread with a read-only connection of its own; what it finds comes back as a call on the
windows' thread. Each question has a topic: a newer one of the same topic replaces an older one
whose answer has not come yet, so that scrolling through weeks asks for the last one only.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from notifier.history.store import History, HistoryError
from ui.words.translation import engine

__all__ = ["WAIT_MS", "Reader"]

WAIT_MS = 300
"""How long a question waits where another process keeps all others out of the file: who closes
the window waits for the question in hand."""

Found = TypeVar("Found")


@dataclass(eq=False, slots=True)
class _Question:
    """All that the thread gets to see: it never holds a window, and so never is the last to."""

    path: Path
    ask: Callable[[History], Any]
    wanted: bool = True
    """False where a newer one has taken its place."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and who waits for its answer."""

    question: _Question
    then: Callable[[Any], None]
    answer: Future[Any]


class _Desk:
    """Where the thread finds its answers; the connection is the thread's."""

    def __init__(self) -> None:
        self._connection: History | None = None

    def find(self, question: _Question) -> Any:
        """Answer it."""
        if self._connection is not None and self._connection.path != question.path:
            self.close()
        while True:
            if self._connection is None:
                self._connection = History.open_read_only(question.path, wait_ms=WAIT_MS)
            try:
                return question.ask(self._connection)
            except HistoryError as error:
                # Another question may have been meant, which had just found its answer.
                if error.code != "interrupted" or not question.wanted:
                    self.close()  # the file may have been replaced
                    raise

    def interrupt(self) -> None:
        """Break off the question in hand; from any thread."""
        connection = self._connection
        if connection is not None:
            connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Reader(QObject):
    """The thread and its connection, which exist from the first question on.

    Signals:
        trouble: a question failed, with a sentence for people; empty when one works again.
        idle: no answer is waited for any more.
    """

    trouble = Signal(str)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._desk = _Desk()
        self._asked: dict[str, _Asked] = {}
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._asked)

    def ask(
        self,
        topic: str,
        path: Path,
        question: Callable[[History], Found],
        then: Callable[[Found], None],
    ) -> None:
        """Ask a history something.

        :param topic: a question replaces the one of the same topic.
        :param path: of the history file.
        :param question: called on the other thread, with the history open for reading.
        :param then: called with the answer, on this thread; not where the question failed.
        """
        self.forget(topic)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="history-reader")
        asked = _Question(path, question)
        answer = self._pool.submit(self._desk.find, asked)
        self._asked[topic] = _Asked(asked, then, answer)
        answer.add_done_callback(lambda _: self._answered.emit(topic))

    def forget(self, topic: str) -> None:
        """Pass over the answer to what was asked last of a topic, and do not wait for it."""
        asked = self._asked.pop(topic, None)
        if asked is None:
            return
        asked.question.wanted = False
        if not asked.answer.cancel() and not asked.answer.done():
            self._desk.interrupt()

    def rest(self) -> None:
        """Close connection and thread until the next question; waits for the one in hand."""
        for topic in tuple(self._asked):
            self.forget(topic)
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.submit(self._desk.close)
            pool.shutdown()

    def _on_answer(self, topic: str) -> None:
        asked = self._asked.get(topic)
        if asked is None or not asked.answer.done():
            return
        del self._asked[topic]
        try:
            found = asked.answer.result()
        except CancelledError:
            return
        except HistoryError as error:
            self.trouble.emit(engine(error.message))
        else:
            self.trouble.emit("")
            asked.then(found)
        if not self._asked:
            self.idle.emit()
