"""Speech for the call check: synthesised, encoded once with libopus, and paced as a microphone is.

A vowel sung by a pulse train through two formants, with breath noise on it and syllables that rise
and fall: harder to compress than silence or a tone, and a fixed rate anyway, so that every packet
of the call has the size that the documentation says.

Imports PyAV: for the call's process alone.
"""

import array
import asyncio
import fractions
import math
import random
from typing import Any

import av
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av.audio.codeccontext import AudioCodecContext

__all__ = ["FRAME_SECONDS", "Speech", "encode", "speech"]

SAMPLE_RATE = 48000
FRAME_SAMPLES = 960
"""20 ms, what browsers send in a packet."""

_FRAME_OCTETS = FRAME_SAMPLES * 2

FRAME_SECONDS = FRAME_SAMPLES / SAMPLE_RATE

BIT_RATE = 24000
"""Bits a second, constant: 60 octets a packet. Good speech (Opus needs 16 to 20 kbit/s for
wideband, RFC 6716 section 2.1.1), and little enough not to fill a narrow link."""

_PITCH_HZ = 118.0
_SYLLABLE_HZ = 4.0
_FORMANTS = ((700.0, 90.0), (1220.0, 110.0))
"""Centre and bandwidth, Hz, of an open vowel."""


def speech(seconds: float, *, seed: int = 1) -> bytes:
    """Mono samples of 16 bits at 48 kHz, in the machine's byte order."""
    noise = random.Random(seed)
    filters = []
    for centre, width in _FORMANTS:
        radius = math.exp(-math.pi * width / SAMPLE_RATE)
        turn = 2 * radius * math.cos(2 * math.pi * centre / SAMPLE_RATE)
        filters.append([turn, -radius * radius, 1 - radius, 0.0, 0.0])
    first, second = filters
    period = int(SAMPLE_RATE / _PITCH_HZ)
    samples = array.array("h")
    for index in range(round(seconds * SAMPLE_RATE)):
        source = noise.uniform(-0.03, 0.03) + (1.0 if index % period == 0 else 0.0)
        value = 0.0
        for a in (first, second):
            output = a[0] * a[3] + a[1] * a[4] + a[2] * source
            a[4], a[3] = a[3], output
            value += output
        loudness = 0.6 + 0.4 * math.sin(2 * math.pi * _SYLLABLE_HZ * index / SAMPLE_RATE)
        samples.append(max(-32768, min(32767, round(value * loudness * 400_000))))
    return samples.tobytes()


def encode(samples: bytes) -> list[bytes]:
    """The Opus packets of these samples, 20 ms each."""
    codec = av.CodecContext.create("libopus", "w")
    assert isinstance(codec, AudioCodecContext)  # noqa: S101 - what libopus is
    codec.bit_rate = BIT_RATE
    codec.format = "s16"
    codec.layout = "mono"
    codec.sample_rate = SAMPLE_RATE
    codec.options = {"application": "voip", "vbr": "off"}
    packets: list[bytes] = []
    for number in range(len(samples) // _FRAME_OCTETS):
        frame = av.AudioFrame(format="s16", layout="mono", samples=FRAME_SAMPLES)
        start = number * _FRAME_OCTETS
        frame.planes[0].update(samples[start : start + _FRAME_OCTETS])
        frame.sample_rate = SAMPLE_RATE
        frame.pts = number * FRAME_SAMPLES
        packets += [bytes(packet) for packet in codec.encode(frame)]
    return packets


class Speech(MediaStreamTrack):
    """A microphone that says the same half second again and again, once :meth:`begin` was called.

    ``done`` is set after the last packet.
    """

    kind = "audio"

    def __init__(self, packets: list[bytes], *, count: int) -> None:
        super().__init__()
        self.done = asyncio.Event()
        self._packets = packets
        self._count = count
        self._began = asyncio.Event()
        self._start = 0.0
        self._number = 0

    def begin(self) -> None:
        """The call is connected: speak."""
        self._start = asyncio.get_running_loop().time()
        self._began.set()

    async def recv(self) -> Any:
        """The next packet, when it is due.

        :raises MediaStreamError: after the last.
        """
        await self._began.wait()
        if self._number == self._count:
            self.done.set()
            raise MediaStreamError
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._start + self._number * FRAME_SECONDS - loop.time())
        packet = av.Packet(self._packets[self._number % len(self._packets)])
        packet.pts = self._number * FRAME_SAMPLES
        packet.time_base = fractions.Fraction(1, SAMPLE_RATE)
        self._number += 1
        return packet
