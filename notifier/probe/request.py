"""What a run is asked to do, and what it says on the way.

Structures that go through a pipe as well: :mod:`notifier.sct` runs the probe in a child.
"""

from typing import Literal

import msgspec

from notifier.measurement import Mode, ServerMeasurement

__all__ = ["Phase", "Progress", "RunRequest", "ServerDone", "ServerTarget"]

Phase = Literal["reach", "latency", "stream", "call", "throughput"]
"""Reachability of all servers, round trips, call-like stream, WebRTC call, trains."""


class ServerTarget(msgspec.Struct, frozen=True, kw_only=True):
    """One TURN URI to probe, with its credentials."""

    url: str
    provider: str
    username: str | None = None
    password: str = ""
    ca_file: str | None = None
    """PEM file with further certificate authorities."""

    problem: str | None = None
    """Why the credentials could not be had; the server is then not contacted."""

    def __repr__(self) -> str:
        return f"ServerTarget(url={self.url!r}, username={self.username!r})"


class RunRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Run the test once."""

    mode: Mode
    servers: tuple[ServerTarget, ...]
    call_check: bool = False
    """Make a real WebRTC call through the first server that works, beside the call-like stream."""

    captive_check_url: str | None = None
    """A page over plain HTTP that answers 204, fetched where no server can be reached to see
    whether a captive portal is in the way; None fetches nothing."""


class Progress(msgspec.Struct, frozen=True, kw_only=True, tag="progress"):
    """How far the run has come."""

    phase: Phase
    server: str
    """The URI being worked on; empty while several are."""

    fraction: float
    """0..1 of the whole run, never falling."""

    seconds_left: float


class ServerDone(msgspec.Struct, frozen=True, kw_only=True, tag="server"):
    """One server is done."""

    measurement: ServerMeasurement
