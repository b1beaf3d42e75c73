"""Whether this machine has a microphone or a camera, without a display and without recording.

Linux asks the kernel first (ALSA capture devices, V4L2 capture nodes) and then the sound server,
where one runs: Bluetooth and network microphones exist only there. Nothing is ever recorded.
"""

import logging
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

__all__ = ["captures_video", "media_device_present", "sound_sources"]

log = logging.getLogger(__name__)

SOUND_SERVER_LIMIT = 2.0
"""Seconds for ``pactl``; it answers in some 20 ms unless the sound server hangs."""

_QUERYCAP = 0x80685600
"""VIDIOC_QUERYCAP, ``_IOR('V', 0, struct v4l2_capability)`` of linux/videodev2.h."""

_CAPABILITY = struct.Struct("=16s32s32sIII3I")
_VIDEO_CAPTURE = 0x00000001 | 0x00001000
"""V4L2_CAP_VIDEO_CAPTURE, and V4L2_CAP_VIDEO_CAPTURE_MPLANE (cameras of small boards)."""

_DEVICE_CAPS = 0x80000000


def media_device_present(
    *,
    dev_root: Path = Path("/dev"),
    proc_root: Path = Path("/proc"),
    environ: Mapping[str, str] = os.environ,
    pactl: str | None = None,
) -> bool | None:
    """Whether a microphone or a camera exists; None where it cannot be told. Never raises.

    May wait for the sound server (:data:`SOUND_SERVER_LIMIT`): call it off the event loop.

    :param pactl: the program that lists the sound server's sources; None looks on the PATH.
    """
    if sys.platform != "linux":
        return None
    found = [
        _microphone(dev_root, proc_root),
        _camera(dev_root),
    ]
    if True in found:
        return True
    if _sound_server_runs(environ):
        found.append(sound_sources(pactl, environ))
    if True in found:
        return True
    return None if None in found else False


def captures_video(capability: bytes) -> bool:
    """Read a ``struct v4l2_capability``: does this node deliver pictures?

    A webcam has several nodes, and only one of them captures; the others carry metadata.
    """
    if len(capability) < _CAPABILITY.size:
        return False
    _, _, _, _, whole, node, *_ = _CAPABILITY.unpack_from(capability)
    return bool((node if whole & _DEVICE_CAPS else whole) & _VIDEO_CAPTURE)


def sound_sources(pactl: str | None, environ: Mapping[str, str]) -> bool | None:
    """Whether the sound server has a source that is no monitor of an output; None: no answer."""
    program = pactl or shutil.which("pactl", path=environ.get("PATH"))
    if program is None:
        return None
    try:
        answer = subprocess.run(
            [program, "list", "short", "sources"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SOUND_SERVER_LIMIT,
            check=True,
            env={**environ, "LC_ALL": "C"},
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        log.info("the sound server's sources are not known: %s", error)
        return None
    # One source a line, separated by tabs: number, name, module, format, state.
    names = [
        fields[1] for line in answer.stdout.splitlines() if len(fields := line.split("\t")) > 1
    ]
    return any(not name.endswith(".monitor") for name in names)


def _microphone(dev_root: Path, proc_root: Path) -> bool | None:
    """ALSA's capture devices: ``/proc/asound/pcm``, and the nodes themselves."""
    try:
        lines = (proc_root / "asound" / "pcm").read_text(errors="replace").splitlines()
        # "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1"
        if any(re.search(r": capture \d", line) for line in lines):
            return True
    except FileNotFoundError:
        pass  # No sound card, or no ALSA.
    except OSError:
        return None
    return _any_node(dev_root / "snd", "pcmC", lambda path: path.name.endswith("c"))


def _camera(dev_root: Path) -> bool | None:
    return _any_node(dev_root, "video", _is_camera)


def _any_node(folder: Path, prefix: str, wanted: Callable[[Path], bool]) -> bool | None:
    try:
        nodes = [item for item in folder.iterdir() if item.name.startswith(prefix)]
    except FileNotFoundError:
        return False
    except OSError:
        return None
    return any(wanted(node) for node in nodes)


def _is_camera(node: Path) -> bool:
    import fcntl  # Not everywhere.

    if not node.name.removeprefix("video").isdecimal():
        return False
    try:
        # Non-blocking, and only asked what it is: this does not start a camera.
        descriptor = os.open(node, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # In use, or not ours to open: the call program may well be allowed to.
    try:
        answer = fcntl.ioctl(descriptor, _QUERYCAP, bytes(_CAPABILITY.size))
    except OSError:
        return False  # No V4L2 device.
    finally:
        os.close(descriptor)
    return captures_video(answer)


def _sound_server_runs(environ: Mapping[str, str]) -> bool:
    """Whether a PulseAudio or PipeWire server can be reached, going by its socket."""
    if environ.get("PULSE_SERVER"):
        return True
    runtime = environ.get("XDG_RUNTIME_DIR")
    if not runtime:
        return False
    sockets = (Path(runtime, "pulse", "native"), Path(runtime, "pipewire-0"))
    try:
        return any(path.exists() for path in sockets)
    except OSError:
        return True
