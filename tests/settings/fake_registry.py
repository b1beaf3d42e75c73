"""A registry of Windows in memory."""

from notifier.settings.policy_registry import Hive, Key

__all__ = ["FakeRegistry"]


class FakeRegistry:
    """Values by the path of their key, ``HKLM\\SOFTWARE\\…``; knows no case, as the real one."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], dict[str, object]] = {}
        self.error: OSError | None = None

    def set(self, path: str, name: str, value: object) -> None:
        """Write a value, and its key with those above it."""
        self.delete(path, name)
        self._values.setdefault(self._parts(path), {})[name] = value

    def delete(self, path: str, name: str) -> None:
        """Delete a value; its key stays."""
        values = self._values.setdefault(self._parts(path), {})
        for one in [one for one in values if one.lower() == name.lower()]:
            del values[one]

    def read(self, hive: Hive, path: str) -> Key | None:
        """A key with all below it."""
        if self.error is not None:
            raise self.error
        return self._read(self._parts(rf"{hive}\{path}"))

    def _parts(self, path: str) -> tuple[str, ...]:
        """As the keys are written that exist already."""
        parts = tuple(path.split("\\"))
        for known in self._values:
            for number in range(len(parts)):
                if tuple(map(str.lower, known[: number + 1])) == tuple(
                    map(str.lower, parts[: number + 1])
                ):
                    parts = (*known[: number + 1], *parts[number + 1 :])
        return parts

    def _read(self, parts: tuple[str, ...]) -> Key | None:
        below = {key[len(parts)] for key in self._values if key[: len(parts)] == parts != key}
        if parts not in self._values and not below:
            return None
        keys = {name: self._read((*parts, name)) or Key() for name in sorted(below)}
        return Key(dict(self._values.get(parts, {})), keys)
