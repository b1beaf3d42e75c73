"""Key rings for tests: one that works, one that fails, one that never answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend

__all__ = ["FailingKeyRing", "MemoryKeyRing", "StuckKeyRing", "in_use"]


class MemoryKeyRing(KeyringBackend):
    """Keeps secrets in a dictionary."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.secrets: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[username]


class FailingKeyRing(MemoryKeyRing):
    """Raises what backends raise: anything."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("the bus is gone")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError("the bus is gone")


class StuckKeyRing(MemoryKeyRing):
    """Answers only once ``release`` is set, like a locked one that waits for its password."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.release = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked.set()
        self.release.wait(60)
        super().set_password(service, username, password)


@contextmanager
def in_use(key_ring: MemoryKeyRing) -> Iterator[None]:
    """Make this the key ring of the process."""
    before = keyring.get_keyring()
    keyring.set_keyring(key_ring)
    try:
        yield
    finally:
        if isinstance(key_ring, StuckKeyRing):
            key_ring.release.set()
        keyring.set_keyring(before)
