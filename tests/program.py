"""The real program as a process: started, read, ended."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.processes import descendants_of

__all__ = ["LIMIT", "ROOT", "Ended", "Program", "run", "start"]

ROOT = Path(__file__).resolve().parents[1]

LIMIT = 60.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""


@dataclass(frozen=True)
class Ended:
    """What a run of the program left."""

    status: int
    out: str
    err: str


@dataclass
class Program:
    """The program while it runs; what it says is read as it comes."""

    process: "subprocess.Popen[str]"
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    _said: threading.Condition = field(default_factory=threading.Condition)
    _readers: list[threading.Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            if stream is not None:
                reader = threading.Thread(target=self._read, args=(stream, lines), daemon=True)
                self._readers.append(reader)
                reader.start()

    def _read(self, stream: Iterator[str], lines: list[str]) -> None:
        for line in stream:
            with self._said:
                lines.append(line)
                self._said.notify_all()
        with self._said:
            self._said.notify_all()

    def until(self, lines: list[str], text: str) -> None:
        """Wait for a line, of ``out`` or ``err``, that contains a text."""
        with self._said:
            found = self._said.wait_for(
                lambda: any(text in line for line in lines) or not self._reading(), LIMIT
            )
        assert found, f"no {text!r} within {LIMIT:g} s; said: {self.out} {self.err}"
        assert any(text in line for line in lines), f"ended; said: {self.out} {self.err}"

    def _reading(self) -> bool:
        return any(reader.is_alive() for reader in self._readers)

    def descendants(self) -> list[int]:
        """The processes that it started."""
        return descendants_of(self.process.pid)

    def wait(self) -> Ended:
        """Wait for its end."""
        status = self.process.wait(LIMIT)
        for reader in self._readers:
            reader.join(LIMIT)
        return Ended(status, "".join(self.out), "".join(self.err))


def command(*arguments: str) -> list[str]:
    """``call-notifier`` with some arguments."""
    # From any folder, and not what happens to lie there.
    return [sys.executable, "-P", "-m", "notifier", *arguments]


def environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Ours and this; the program is found though it may not be installed."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **environ}


@contextmanager
def start(*arguments: str, cwd: Path = ROOT, **environ: str) -> Iterator[Program]:
    """Start the program; it is killed where the test does not end it."""
    with subprocess.Popen(
        command(*arguments),
        cwd=cwd,
        env=environment(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        program = Program(process)
        try:
            yield program
        finally:
            if process.poll() is None:
                process.kill()
            program.wait()


def run(*arguments: str, cwd: Path = ROOT, **environ: str) -> Ended:
    """Run the program to its end."""
    with start(*arguments, cwd=cwd, **environ) as program:
        return program.wait()
