"""The command that a browser starts: what it is, and whether it does its duty.

A browser starts one file, without a shell and without arguments of ours. Where the program is
installed that is the script ``call-notifier-host`` beside the interpreter; where it is not, as in
a checkout, a script of our own in the data folder names the interpreter.
"""

import json
import os
import shlex
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from notifier.browsers.atomic import write

__all__ = ["HOST_MODULE", "launcher", "problem_of", "remove_script"]

HOST_MODULE = "notifier.calls.host"
_COMMAND = "call-notifier-host"

LIMIT = 10.0
"""Seconds for the host to say something, and to end with its input."""

_LONGEST = 65_536
"""Bytes of its first words, at most."""

_ROOT = Path(__file__).resolve().parents[2]
"""Where ``notifier`` lies."""


def launcher(data_dir: Path) -> Path:
    """The absolute path of the command; our own script is written where it is needed.

    :raises OSError: it can't be written.
    """
    # Not resolved: in a virtual environment the interpreter is a link to one outside.
    folder = Path(sys.executable).absolute().parent
    installed = folder / (f"{_COMMAND}.exe" if sys.platform == "win32" else _COMMAND)
    if os.access(installed, os.X_OK):
        return installed
    script = _script(data_dir)
    if sys.platform == "win32":
        text = f'@set "PYTHONPATH={_ROOT}"\r\n@"{Path(sys.executable)}" -m {HOST_MODULE} %*\r\n'
    else:
        text = (
            f"#!/bin/sh\nPYTHONPATH={shlex.quote(str(_ROOT))} "
            f'exec {shlex.quote(str(Path(sys.executable).absolute()))} -m {HOST_MODULE} "$@"\n'
        )
    write(script, text.encode(), mode=0o755)
    return script


def remove_script(data_dir: Path) -> None:
    """Delete our own script, where there is one."""
    _script(data_dir).unlink(missing_ok=True)


def _script(data_dir: Path) -> Path:
    return data_dir.absolute() / (f"{_COMMAND}.bat" if sys.platform == "win32" else _COMMAND)


def problem_of(command: Path) -> str | None:
    """Start the command as a browser does, and say in a sentence what is wrong with it.

    The host's first words are ``{"type": "host", …}``, whether the program runs or not.
    """
    try:
        process = subprocess.Popen(
            [os.fspath(command), "status"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        return f"{command} cannot be started: {error.strerror or error}."
    with process:
        late = threading.Timer(LIMIT, process.kill)
        late.start()
        said = None if process.stdout is None else _first_frame(process.stdout)
        if process.stdin is not None:
            process.stdin.close()
        if process.stdout is not None:
            process.stdout.read()
        process.wait()
        late.cancel()
    if isinstance(said, dict) and said.get("type") == "host":
        return None
    return f"{command} starts, but does not answer as our host does."


def _first_frame(stream: IO[bytes]) -> object:
    """The first message: 4 bytes of length in the machine's order, JSON. None for anything else."""
    head = stream.read(4)
    length = struct.unpack("=I", head)[0] if len(head) == 4 else 0
    try:
        value: object = json.loads(stream.read(min(length, _LONGEST)))
    except ValueError:
        return None
    return value
