"""Linux and its like: a file in an ``autostart`` folder.

Desktop Application Autostart Specification 0.5: a file in the person's folder takes the place of
one with the same name in a folder of the system, and ``Hidden=true`` in it switches that off.
How the file is written: Desktop Entry Specification 1.5.
"""

import contextlib
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notifier.autostart.state import Autostart, AutostartError, not_removed, not_written
from notifier.sentence import sentence
from notifier.settings.atomic import replace

__all__ = ["FILE", "DesktopEntry", "entry"]

FILE = "call-notifier.desktop"

_MAX_BYTES = 65_536
"""Of a file that is read; ours has a few hundred."""

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""Characters for which an argument of Exec stands in quotes."""

_ESCAPED = frozenset('"`$\\')
"""Characters with a backslash before them within those quotes."""


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """The folders of one person, and the command to write there."""

    folder: Path
    """This person's own."""

    system_folders: tuple[Path, ...]
    """Those of the machine; the first counts most."""

    command: Sequence[str]

    @classmethod
    def of(cls, environ: Mapping[str, str], home: Path, command: Sequence[str]) -> "DesktopEntry":
        """As the XDG Base Directory Specification has it; relative paths are ignored."""
        own = Path(environ.get("XDG_CONFIG_HOME") or ".")
        listed = (environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
        return cls(
            (own if own.is_absolute() else home / ".config") / "autostart",
            tuple(Path(name) / "autostart" for name in listed if Path(name).is_absolute()),
            command,
        )

    def status(self) -> Autostart:
        """How it stands; changes nothing."""
        own, system = _read(self._file), self._of_system()
        counts = own if own is not None else system
        return Autostart(
            enabled=counts is not None and _starts(counts),
            scope="machine" if system is not None else "user" if own is not None else None,
            changeable=_writable(self.folder),
        )

    def enable(self) -> None:
        """Let the system's entry hold again, or write our own where there is none that starts."""
        system = self._of_system()
        if system is not None and _starts(system):
            self._remove()
        else:
            self._write(entry(self.command))

    def disable(self) -> None:
        """Take our own entry away, or hide the system's."""
        if self._of_system() is None:
            self._remove()
        else:
            self._write(entry(self.command, hidden=True))

    def forget(self) -> None:
        """Take our own entry away, also one that hides the system's."""
        self._remove()

    @property
    def _file(self) -> Path:
        return self.folder / FILE

    def _of_system(self) -> dict[str, str] | None:
        found = (_read(folder / FILE) for folder in self.system_folders)
        return next((values for values in found if values is not None), None)

    def _write(self, data: bytes) -> None:
        try:
            replace(self._file, data)
        except OSError as error:
            raise not_written(self._file, error) from error

    def _remove(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise not_removed(self._file, error) from error


_COMMENTS = {
    "": "Tells you, before a call, how the call will go",
    "[de]": "Sagt vor einem Anruf, wie er verlaufen wird",
    "[es]": "Le dice antes de una llamada cómo irá",
    "[fi]": "Kertoo ennen puhelua, miten se sujuu",
    "[fr]": "Vous dit avant un appel comment il se passera",
    "[ja]": "通話の前に、通話の品質を予測してお知らせします",
}
"""What a desktop's list of such entries shows, by language."""


def entry(command: Sequence[str], *, hidden: bool = False) -> bytes:
    """The file.

    :param command: the program, an absolute path, and its arguments.
    :param hidden: it stands there to switch off the one that it takes the place of.
    :raises AutostartError: the specification has no way to write this command.
    """
    program = command[0]
    if "=" in program or not all(argument.isprintable() for argument in command):
        raise AutostartError(
            sentence(
                "{program} can't be started at log-in: its path holds an equals sign or a "
                "character that can't be printed",
                program=repr(program),
            )
        )
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        "Name=Call Notifier",
        *(f"Comment{tag}={text}" for tag, text in _COMMENTS.items()),
        f"Exec={_escaped(' '.join(map(_argument, command)))}",
        f"TryExec={_escaped(program)}",
        "Icon=call-notifier",
        "Terminal=false",
        "StartupNotify=false",
    ]
    # GNOME's own key; its tools write it, and others ignore it.
    lines.append("Hidden=true" if hidden else "X-GNOME-Autostart-enabled=true")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def _argument(text: str) -> str:
    """One argument of Exec, quoted where it has to be; ``%`` would begin a field code."""
    text = text.replace("%", "%%")
    if text and not _RESERVED & set(text):
        return text
    return '"' + "".join(f"\\{c}" if c in _ESCAPED else c for c in text) + '"'


def _escaped(value: str) -> str:
    """A value of type string, where each backslash is written twice, also those of quotes."""
    return value.replace("\\", "\\\\")


def _read(file: Path) -> dict[str, str] | None:
    """The keys of the file's main group; None where there is no file that can be read."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_MAX_BYTES).decode("utf-8", "surrogateescape")
    except OSError:
        return None
    values: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and not line.startswith("#") and "=" in line:
            key, _, value = line.partition("=")
            values[key.strip()] = value.strip()
    return values


def _starts(values: Mapping[str, str]) -> bool:
    """Whether a desktop starts what this entry names."""
    off = values.get("Hidden") == "true" or values.get("X-GNOME-Autostart-enabled") == "false"
    program = values.get("TryExec", "").replace("\\\\", "\\")
    return not off and "Exec" in values and (not program or shutil.which(program) is not None)


def _writable(folder: Path) -> bool:
    """Whether a file can be made there, also where the folder has still to be made."""
    with contextlib.suppress(OSError):
        for existing in (folder, *folder.parents):
            if existing.exists():
                return os.access(existing, os.W_OK | os.X_OK)
    return False
