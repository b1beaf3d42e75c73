"""Connections for tests of the client: what an SDK that hides its own would hand out."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

__all__ = ["FakePeer", "entry"]


def entry(**fields: Any) -> dict[str, Any]:
    """One statistic."""
    return {"type": "inbound-rtp", "id": "in", "ssrc": 1, "kind": "audio", **fields}


class FakePeer:
    """Maps three events, answers three states and getStats; nothing else.

    Its states have the names with which integrators of the original were told to spell them.
    """

    def __init__(self) -> None:
        self.signallingstate = "stable"
        self.icegatheringstate = "new"
        self.iceconnectionstate = "new"
        self.asked = 0
        self.answer: Callable[[], Any] = lambda: [entry(packetsReceived=self.asked)]
        self.listeners: dict[str, list[Callable[..., Any]]] = defaultdict(list)

    def addEventListener(
        self, name: str, listener: Callable[..., Any], _capture: bool = False
    ) -> None:
        if name not in {"icecandidate", "iceconnectionstatechange", "signalingstatechange"}:
            raise ValueError(f"no such event: {name}")
        self.listeners[name].append(listener)

    def removeEventListener(
        self, name: str, listener: Callable[..., Any], _capture: bool = False
    ) -> None:
        self.listeners[name].remove(listener)

    def getStats(self) -> Any:
        self.asked += 1
        return self.answer()

    def ice(self, state: str) -> None:
        """Change the ICE state and tell it."""
        self.iceconnectionstate = state
        self._tell("iceconnectionstatechange")

    def signal(self, state: str) -> None:
        """Change the signalling state and tell it."""
        self.signallingstate = state
        self._tell("signalingstatechange")

    def _tell(self, name: str) -> None:
        for listener in list(self.listeners[name]):
            listener({"type": name})
