"""What the statistics of a call cost: processor time and the size of a checkpoint.

``python -m tests.bench.calls_cost`` prints a Markdown table. The entries are those of a recorded
call in Chromium (tests/calls/data), each stream as often as it takes, with counters that go on;
one sample a second, a track list every ten, a checkpoint every five.
"""

import argparse
import math
import time
from typing import Any

import msgspec

from notifier.calls.stats.fabric_stats import FabricStats
from notifier.calls.stats.figures import CallMeter
from tests.calls.record_stats import load

__all__ = ["entries_of"]

_COUNTERS = ("packets", "bytes", "headerBytes", "frames", "total")

TRACKS_EVERY, CHECKPOINT_EVERY = 10, 5


def entries_of(line: dict[str, Any], streams: int, seconds: float) -> list[dict[str, Any]]:
    """A sample of so many streams, so many seconds into the call; rates swell and fall."""
    at = line["at"] + seconds * 1000
    made = [
        {**entry, "timestamp": at}
        for entry in line["stats"]
        if not entry["type"].endswith("-rtp") and entry["type"] != "media-source"
    ]
    swell = 1 + (seconds + 9 * math.sin(seconds / 10)) / 12
    found = [e for e in line["stats"] if e["type"] in ("inbound-rtp", "remote-outbound-rtp")]
    for copy in range(streams // 2):
        for entry in found:
            grown = {
                name: int(value * (1 + (swell - 1) * (1 + copy / 50)))
                for name, value in entry.items()
                if isinstance(value, int) and name.startswith(_COUNTERS)
            }
            name, ssrc = f"{entry['id']}-{copy}", entry["ssrc"] // 2 + copy
            made.append({**entry, **grown, "id": name, "ssrc": ssrc, "timestamp": at})
            if "jitter" in entry:
                made[-1]["jitter"] = 0.001 + 0.03 * (1 + math.sin(seconds + copy))
    return made


def _cost(streams: int, seconds: int) -> tuple[float, float, float, int, int]:
    """Milliseconds a second of the call: samples, tracks, checkpoints; octets written and sent."""
    line = load("chromium")[-1]
    samples = [msgspec.json.encode(entries_of(line, streams, at)) for at in range(seconds)]
    stats, meter = FabricStats(), CallMeter()
    spent = [0.0, 0.0, 0.0]
    size = 0
    for second, raw in enumerate(samples):
        entries = msgspec.json.decode(raw)
        at = line["at"] + second * 1000
        began = time.process_time()
        sample = stats.take(entries, at=at)
        if sample is not None:
            meter.add("f", sample)
            meter.code_now(at)
        stats.disrupted()
        stats.troubles()
        spent[0] += time.process_time() - began
        if second % TRACKS_EVERY == 0:
            began = time.process_time()
            stats.tracks({}, remote_user_id="bob")
            spent[1] += time.process_time() - began
        if second % CHECKPOINT_EVERY == 0:
            began = time.process_time()
            size = len(msgspec.json.encode(stats)) + len(msgspec.json.encode(meter))
            spent[2] += time.process_time() - began
    took, tracks, written = (total / seconds * 1000 for total in spent)
    return took, tracks, written, size, len(samples[-1])


def _main() -> None:
    parser = argparse.ArgumentParser(description="The cost of a call's statistics.")
    parser.add_argument("--seconds", type=int, default=300)
    options = parser.parse_args()
    print("| streams | samples, ms/s | tracks, ms/s | checkpoints, ms/s | core, % |", end="")
    print(" checkpoint, kB | one sample, kB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for streams in (4, 10, 50, 100):
        took, tracks, written, size, sent = _cost(streams, options.seconds)
        share = (took + tracks + written) / 10
        print(
            f"| {streams} | {took:.2f} | {tracks:.2f} | {written:.2f} | {share:.2f} "
            f"| {size / 1000:.0f} | {sent / 1000:.0f} |"
        )


if __name__ == "__main__":
    _main()
