"""The calls in a history of this program, as training reads them: real networks, real calls."""

import sqlite3
from pathlib import Path

from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.training.dataset import Case, DatasetError

__all__ = ["read_history"]


_ONE_ROW = frozenset({"record", "missing"})
"""Codes of errors that cost one call, and not the whole history."""


def read_history(file: Path) -> list[Case]:
    """Each call of which it is known what was measured before it; a network is a family.

    Calls are not held out: cross-validation says how good a model of them is.

    :raises DatasetError: where it cannot be read.
    """
    if not file.is_file():
        raise DatasetError(f"{file}: there is no such file")
    cases: list[Case] = []
    try:
        with History.open_read_only(file) as history:
            for call in reversed(history.call_results()):
                if call.run_id is None:
                    continue
                try:
                    run = history.run(call.run_id).measurement
                except HistoryError as error:
                    if error.code in _ONE_ROW:
                        continue
                    raise
                light = run.mode == "light"
                cases.append(
                    Case(
                        name=call.call_id,
                        family=call.network_id,
                        held_out=False,
                        light=run if light else None,
                        full=None if light else run,
                        calls=(call.figures,),
                    )
                )
    except HistoryError as error:
        raise DatasetError(f"{file}: {error.message}") from None
    except sqlite3.Error as error:  # damage that only a statement meets
        raise DatasetError(f"{file}: damaged: {error}") from None
    return cases
