"""Clients have threads of their own, and look for the program anew at each attempt to connect."""

import threading
from collections.abc import Iterator

import pytest

from tests.calls.small_program import until


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """The next test's program must not hear of this one's clients."""
    before = set(threading.enumerate())
    yield
    until(lambda: not _clients(before), "the end of the clients")


def _clients(before: set[threading.Thread]) -> list[threading.Thread]:
    """Those of this test: one that failed before it closed its client costs itself alone."""
    return [
        thread
        for thread in set(threading.enumerate()) - before
        if thread.name in ("call-notifier", "call-notifier-sampling")
    ]
