"""Learns what is usual on a network, from its runs in the history, without holding up the loop.

With little history the simple rule does it. With enough, the quantile models do, in a process of
their own that is gone afterwards; where that fails, the rule again.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from notifier.forecast.baseline import (
    MOST_DAYS,
    MOST_RUNS,
    Profile,
    enough,
    learn,
    read_profile,
)
from notifier.forecast.watched import DAY_MS, Watched, history_of
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.probe.child import end_child, how_it_ended, kill_child, last_words, python_module
from notifier.service.networks import Networks
from notifier.service.records import Records
from notifier.service.targets import without_secrets
from notifier.settings.model import Settings

__all__ = ["learn_habit", "learn_profile"]

LEARN_LIMIT = 60.0
"""Seconds for the models: they take two, and more on a busy machine."""

END_LIMIT = 2.0
"""Seconds for their process to be gone once it was killed."""

COMMAND = python_module("notifier.forecast.quantiles")

log = logging.getLogger(__name__)


async def learn_habit(
    networks: Networks, records: Records, settings: Settings, environ: Mapping[str, str]
) -> None:
    """Learn what is usual on the network that we are on, where that is a day ago, and keep it."""
    network_id = networks.now()
    memory = networks.met(network_id)
    if memory is None or not settings.servers:  # of the embedded relay nothing is learnt
        return
    if not memory.wants_learning(time.time() * 1000):
        return
    environ = without_secrets(environ, settings.servers)
    profile = await learn_profile(records.file, network_id, environ)
    if profile is not None:
        memory.profile = profile
        records.set_profile(network_id, profile)


async def learn_profile(
    history_file: Path, network_id: str, environ: Mapping[str, str]
) -> Profile | None:
    """What is usual on a network; None where its history is too short to say, or cannot be read."""
    now = time.time() * 1000
    # The history's own connection belongs to the loop; reading weeks of runs would hold that up.
    runs = await asyncio.to_thread(_runs, history_file, network_id, now)
    if enough(runs, now):
        try:
            return await _models(runs, now, environ)
        except (OSError, TimeoutError, ValueError) as error:
            log.info("what is usual is learnt by the simple rule: %s", error)
    return await asyncio.to_thread(learn, runs, now_ms=now)


def _runs(history_file: Path, network_id: str, now: float) -> tuple[Watched, ...]:
    try:
        with History.open_read_only(history_file) as history:
            rows = history.runs(since=now - MOST_DAYS * DAY_MS, limit=MOST_RUNS)
    except HistoryError as error:
        log.info("what is usual cannot be learnt: %s", error)
        return ()
    return history_of(rows, network_id)


async def _models(
    runs: tuple[Watched, ...], now: float, environ: Mapping[str, str]
) -> Profile | None:
    """:raises OSError, TimeoutError, ValueError: where the process did not answer."""
    child = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=dict(environ),
        limit=1 << 20,
        start_new_session=True,
    )
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        async with asyncio.timeout(LEARN_LIMIT):
            lesson = msgspec.json.encode({"runs": runs, "now_ms": now})
            if child.stdin is None or child.stdout is None:
                raise ValueError("its streams are gone")
            child.stdin.write(lesson + b"\n")
            await child.stdin.drain()
            answer = await child.stdout.readline()
            if not answer:
                raise ValueError(f"its process {await how_it_ended(child, errors)}")
            return None if answer.strip() == b"null" else read_profile(answer)
    finally:
        # It has answered, or is not wanted any more: in the middle of learning it hears nothing.
        kill_child(child)
        await end_child(child, errors, limit=END_LIMIT)
