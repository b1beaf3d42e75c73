"""Looks for newer versions from time to time, in a process that ends, and tells of one.

Whether there is anything to look at, the settings and the kind of package say: a feed, or a package
manager. Without either, and where the settings say that nobody should look, nothing is done at
all. When to look is :mod:`notifier.updates.schedule`'s to say.
"""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import msgspec

from notifier import __version__
from notifier.probe.child import answer_of, python_module
from notifier.sentence import sentence
from notifier.service.events import Event, UpdateChanged
from notifier.service.targets import without_secrets
from notifier.settings.model import Settings
from notifier.updates.feed import secure
from notifier.updates.installed import Installed, installed_by
from notifier.updates.kept import Kept, read_kept, write_kept
from notifier.updates.look import Answer, Question
from notifier.updates.number import number
from notifier.updates.offer import Offer
from notifier.updates.schedule import Looks

__all__ = ["LOOK_LIMIT", "Updating", "ask_in_child", "question_of"]

LOOK_LIMIT = 60.0
"""Seconds for one look: the package manager's two programs and a server that answers slowly."""

LONGEST_SLEEP = 900.0
"""Seconds between two looks at the wall clock, which may be set."""

CLOCK_STEP = 60.0
"""Seconds by which it has been set back where that counts."""

COMMAND = python_module("notifier.updates.look")

Ask = Callable[[Question, Mapping[str, str]], Awaitable[Answer]]

log = logging.getLogger(__name__)


def question_of(settings: Settings, installed: Installed | None) -> Question | None:
    """What to look at; None: at nothing."""
    if not settings.updates_check:
        return None
    if settings.updates_feed is None and installed not in ("deb", "rpm"):
        return None
    return Question(running=__version__, feed=settings.updates_feed, installed=installed)


async def ask_in_child(question: Question, environ: Mapping[str, str]) -> Answer:
    """Look once; a process that fails is an answer with a problem."""
    try:
        return await _answered(question, environ)
    except TimeoutError:
        return Answer(
            problem=sentence(
                "nobody could say within {limit} seconds whether there is a newer version",
                limit=round(LOOK_LIMIT),
            ).english
        )
    except (OSError, ValueError) as error:
        return Answer(
            problem=sentence("the look for a newer version failed: {reason}", reason=error).english
        )


async def _answered(question: Question, environ: Mapping[str, str]) -> Answer:
    """:raises OSError, TimeoutError, ValueError: where the process did not answer."""
    line = await answer_of(
        COMMAND, msgspec.json.encode(question), environ=environ, limit=LOOK_LIMIT
    )
    return msgspec.json.decode(line, type=Answer)


class Updating:
    """Looks, remembers and tells.

    :param folder: of the state.
    :param settings: those in force.
    :param emit: takes the events.
    :param ask: makes one look; tests give answers of their own.
    """

    def __init__(
        self,
        folder: Path,
        settings: Callable[[], Settings],
        emit: Callable[[Event], None],
        environ: Mapping[str, str],
        *,
        rng: random.Random,
        ask: Ask = ask_in_child,
        installed: Callable[[], Installed | None] = installed_by,
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._emit = emit
        self._environ = environ
        self._rng = rng
        self._ask = ask
        self._installed = installed()
        self._changed = asyncio.Event()
        self._kept = Kept()
        self._told: tuple[Offer | None, bool] = (None, False)
        self._looks: Looks | None = None

    async def run(self) -> None:
        """Look from time to time, until cancelled."""
        while True:
            try:
                await self._turn()
            except Exception:
                log.exception("newer versions are not looked for any more until the next start")
                return

    def woke_up(self) -> None:
        """The machine was asleep."""
        if self._looks is not None:
            self._looks.woke_up(time.time())

    def follow(self) -> None:
        """The settings may differ."""
        self._changed.set()

    def dismiss(self) -> None:
        """The person has seen the notice of the version that is told now."""
        offer, _ = self._told
        if offer is not None:
            self._kept = msgspec.structs.replace(self._read(self._kept.asked), seen=offer.version)
            write_kept(self._folder, self._kept)
            self._tell(offer)

    async def _turn(self) -> None:
        """Wait until something is to be done, and do it."""
        self._changed.clear()
        question = question_of(self._settings(), self._installed)
        if question is None:
            self._looks = None
            self._tell(None)
            await self._changed.wait()
            return
        asked = question.feed or question.installed or ""
        if self._looks is None or asked != self._kept.asked:
            self._kept = self._read(asked)
            self._looks = Looks(wall=time.time(), looked=self._kept.looked, rng=self._rng)
            self._tell(self._kept.offer)
        begun = time.time()
        wait = min(max(self._looks.due - begun, 0.0), LONGEST_SLEEP)
        try:
            async with asyncio.timeout(wait):
                await self._changed.wait()
            return  # other settings: begin anew
        except TimeoutError:
            pass
        if time.time() < begun - CLOCK_STEP:
            self._looks.clock_was_set(time.time())
        if time.time() >= self._looks.due:
            await self._look(question, asked, self._looks)

    async def _look(self, question: Question, asked: str, looks: Looks) -> None:
        environ = without_secrets(self._environ, self._settings())
        answer = await self._ask(question, environ)
        looks.looked(time.time(), answered=not answer.problem)
        if answer.problem:
            log.info("it is not known whether there is a newer version: %s", answer.problem)
            return
        self._kept = msgspec.structs.replace(
            self._read(asked), looked=time.time(), offer=answer.offer
        )
        write_kept(self._folder, self._kept)
        self._tell(answer.offer)

    def _read(self, asked: str) -> Kept:
        """What is remembered, which another program of this person may have written meanwhile."""
        kept = read_kept(self._folder)
        if kept.asked != asked:
            return Kept(asked=asked, seen=kept.seen)
        return kept if _is_news(kept.offer) else msgspec.structs.replace(kept, offer=None)

    def _tell(self, offer: Offer | None) -> None:
        told = (offer, offer is not None and self._kept.seen == offer.version)
        if told != self._told:
            self._told = told
            self._emit(UpdateChanged(*told))


def _is_news(offer: Offer | None) -> bool:
    """Whether what was kept may still be told: the program may be newer by now."""
    if offer is None or (offer.url is not None and not secure(offer.url)):
        return False
    there, here = number(offer.version), number(__version__)
    return there is not None and here is not None and there > here
