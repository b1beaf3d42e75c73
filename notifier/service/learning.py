"""Learns what is usual on a network, from its runs in the history, in a process that ends.

It reads the history itself (:mod:`notifier.service.lesson`): weeks of runs would hold up the loop,
and 20 MB of them would stay behind. Where the models fail, it is asked for the simple rule.
"""

import logging
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from notifier.forecast.baseline import Profile, read_profile
from notifier.probe.child import answer_of, python_module
from notifier.service.lesson import Lesson
from notifier.service.networks import Networks
from notifier.service.records import Records
from notifier.service.targets import without_secrets
from notifier.settings.model import Settings

__all__ = ["learn_habit", "learn_profile"]

LEARN_LIMIT = 60.0
"""Seconds for the models: they take two, and more on a busy machine."""

RULE_LIMIT = 30.0
"""Seconds for the simple rule: it takes one."""

COMMAND = RULE = python_module("notifier.service.lesson")
"""With the models, and without."""

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
    environ = without_secrets(environ, settings)
    profile = await learn_profile(records.file, network_id, environ)
    if profile is not None:
        memory.profile = profile
        records.set_profile(network_id, profile)


async def learn_profile(
    history_file: Path, network_id: str, environ: Mapping[str, str]
) -> Profile | None:
    """What is usual on a network; None where its history is too short to say, or cannot be read."""
    lesson = Lesson(
        history=str(history_file), network_id=network_id, now_ms=time.time() * 1000, models=True
    )
    try:
        return await _learnt(COMMAND, lesson, environ, LEARN_LIMIT)
    except (OSError, TimeoutError, ValueError) as error:
        log.info("what is usual is learnt by the simple rule: %s", error)
    try:
        lesson = msgspec.structs.replace(lesson, models=False)
        return await _learnt(RULE, lesson, environ, RULE_LIMIT)
    except (OSError, TimeoutError, ValueError) as error:
        log.info("what is usual cannot be learnt: %s", error)
    return None


async def _learnt(
    command: tuple[str, ...], lesson: Lesson, environ: Mapping[str, str], limit: float
) -> Profile | None:
    """:raises OSError, TimeoutError, ValueError: where the process did not answer."""
    answer = await answer_of(command, msgspec.json.encode(lesson), environ=environ, limit=limit)
    return None if answer.strip() == b"null" else read_profile(answer)
