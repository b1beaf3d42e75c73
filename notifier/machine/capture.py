"""Whether a microphone is in use right now, which is how a call shows from outside.

Linux: each capture stream of each sound card has a file ``/proc/asound/card*/pcm*c/sub*/status``,
readable by everybody, that says ``state: RUNNING`` while somebody reads from it. PulseAudio and
PipeWire open the card for the first program that records and close it some seconds after the last
one, so it shows calls in browsers too. What it cannot tell:

* who records: a dictation or a recorder looks like a call;
* a program that keeps the microphone open all day (noise suppression, level meters) looks like a
  call all day. Whoever asks has to give up believing it after some time;
* a Bluetooth or network microphone, which is no sound card of the kernel's;
* a call in which somebody joined without opening the microphone.

Elsewhere there is no such file, and the answer is that it is not known.
"""

import logging
import sys
from pathlib import Path

__all__ = ["microphone_in_use"]

log = logging.getLogger(__name__)


def microphone_in_use(proc_root: Path = Path("/proc")) -> bool | None:
    """Whether anybody records; None where that cannot be told. Never raises, nothing is opened.

    Reads a few small files of the kernel's: microseconds, also on an event loop.
    """
    if sys.platform != "linux":
        return None
    found: list[bool] = []
    try:
        for status in (proc_root / "asound").glob("card*/pcm*c/sub*/status"):
            try:
                found.append(_runs(status.read_text(errors="replace")))
            except FileNotFoundError:
                continue  # Unplugged since.
    except OSError as error:
        log.info("not known whether a microphone is in use: %s", error)
        return None
    # Without a single capture stream the microphone, if there is one, is not the kernel's.
    return any(found) if found else None


def _runs(status: str) -> bool:
    """``closed``, or lines of which one is the stream's state (sound/core/pcm.c)."""
    return any(
        key.strip() == "state" and value.strip() == "RUNNING"
        for key, _, value in (line.partition(":") for line in status.splitlines())
    )
