"""The list of runs on screen."""

from PySide6.QtWidgets import QWidget

from ui.history.row_table import RowTable
from ui.history.run_list import Column, RunList
from ui.words import wording

__all__ = ["RunTable"]

_SPARED_FIRST = (Column.NETWORK, Column.THROUGHPUT, Column.LOSS, Column.RTT)
"""Columns that go, in this order, where the window is narrow; the details show them still."""

_NETWORK_CHARACTERS = 12
"""Room for the name of a network, of the widest: what is longer is cut off, and told in a tip."""

_SENTENCE_CHARACTERS = 22
"""Room the sentence keeps at least."""


class RunTable(RowTable):
    """A :class:`RunList` with one chosen row."""

    def __init__(self, runs: RunList, parent: QWidget | None = None) -> None:
        super().__init__(
            runs,
            stretched=Column.SENTENCE,
            least=_SENTENCE_CHARACTERS,
            spared_first=_SPARED_FIRST,
            samples={
                Column.STATE: wording.longest_state_word(),
                Column.TIME: wording.longest_date_and_time(),
                Column.NETWORK: "M" * _NETWORK_CHARACTERS,
                Column.RTT: wording.milliseconds(10_000.0),
                Column.LOSS: wording.loss(0.0001),
                Column.THROUGHPUT: wording.kbps_narrow(99_900.0, at_least=True),
            },
            parent=parent,
        )
        self.setAccessibleName(self.tr("Tests, newest first"))
