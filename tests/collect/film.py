"""What the reference call's camera and microphone take in: made with ffmpeg, on first use.

A zoom into a fractal, as soft as a lens, shaken like a camera in a hand, with a little noise of a
sensor: hard enough to compress that the video fills whatever a line carries, as a flat test card
never would. So hard that Chromium mostly sends it smaller than it was taken, 360 lines at up to
1.7 Mbit/s; its search for bandwidth goes on beyond that, and finds 3 to 5 Mbit/s on fast lines.
The sound is pink noise under a tone that swells four times a second, as loud as speech and never
silent.
"""

import subprocess
import tempfile
from pathlib import Path

from tests.means import missing_programs

__all__ = ["SOUND", "VIDEO", "FilmError", "film"]

_FOLDER = Path(__file__).parents[2] / "build" / "collect"
VIDEO = _FOLDER / "film.y4m"
"""1280x720, 30 frames a second, ten seconds, uncompressed: nothing is spent on decoding it."""

SOUND = _FOLDER / "sound.wav"

_SECONDS = 10
_LIMIT = 300.0
"""Seconds for ffmpeg; it takes eight."""

_PICTURES = (
    "mandelbrot=size=1280x720:rate=30:start_scale=0.3:end_scale=0.00005:end_pts=400:maxiter=200"
)
_SHAKE = "noise=alls=10:allf=t:all_seed=1,rotate=0.15*sin(2*PI*t/4):ow=1280:oh=720,format=yuv420p"
_TONE = f"sine=frequency=220:sample_rate=48000:duration={_SECONDS},tremolo=f=4:d=0.9"
_NOISE = f"anoisesrc=color=pink:amplitude=0.2:sample_rate=48000:duration={_SECONDS}:seed=1"


class FilmError(RuntimeError):
    """It could not be made; the message says why."""


def film() -> tuple[Path, Path]:
    """Picture and sound, for Chromium's fake devices.

    :raises FilmError: without ffmpeg, or with what it said.
    """
    if not VIDEO.exists():
        _make(VIDEO, ["-f", "lavfi", "-i", _PICTURES, "-t", str(_SECONDS), "-vf", _SHAKE])
    if not SOUND.exists():
        _make(
            SOUND,
            [
                *("-f", "lavfi", "-i", _TONE, "-f", "lavfi", "-i", _NOISE),
                *("-filter_complex", "amix=inputs=2", "-ac", "1"),
            ],
        )
    return VIDEO, SOUND


def _make(file: Path, arguments: list[str]) -> None:
    if reason := missing_programs("ffmpeg"):
        raise FilmError(reason)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        made = Path(folder, file.name)
        done = subprocess.run(
            ["ffmpeg", "-hide_banner", "-loglevel", "error", *arguments, str(made)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=_LIMIT,
            check=False,
        )
        if done.returncode:
            raise FilmError(f"ffmpeg: {done.stderr.strip()}")
        made.replace(file)
