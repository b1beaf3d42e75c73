"""The host's connection over a named pipe of Windows. This has never been run.

A pipe that is opened the ordinary way waits with writing while another thread reads, so both are
overlapped operations, as in the standard library's ``multiprocessing.connection``.
"""

import sys

__all__ = ["PipeLine"]

if sys.platform == "win32":
    import _winapi

    _CHUNK = 65_536
    _WRITE_MS = 5000
    """For the program to take a message."""

    class PipeLine:
        """A :class:`notifier.calls.host.Line`."""

        def __init__(self, name: str) -> None:
            """Connect.

            :raises OSError: nobody serves it.
            """
            self.greeted = False
            self._reading: _winapi.Overlapped | None = None
            self._handle = _winapi.CreateFile(
                name,
                _winapi.GENERIC_READ | _winapi.GENERIC_WRITE,
                0,
                _winapi.NULL,
                _winapi.OPEN_EXISTING,
                _winapi.FILE_FLAG_OVERLAPPED,
                _winapi.NULL,
            )

        def read(self) -> bytes:
            """What comes next; nothing at the end."""
            try:
                self._reading, _ = _winapi.ReadFile(self._handle, _CHUNK, overlapped=True)
                _, failed = self._reading.GetOverlappedResult(True)
            except OSError:
                return b""
            return b"" if failed else bytes(self._reading.getbuffer() or b"")

        def write(self, data: bytes) -> None:
            """Send it all.

            :raises OSError: it can't be sent.
            """
            writing, _ = _winapi.WriteFile(self._handle, data, overlapped=True)
            if _winapi.WaitForMultipleObjects([writing.event], False, _WRITE_MS):
                writing.cancel()
                raise TimeoutError("the program does not read")
            written, failed = writing.GetOverlappedResult(True)
            if failed or written != len(data):
                raise OSError("the pipe is broken")

        def finish(self) -> None:
            """Pipes have no half of an end; what was written is still read."""
            self.close()

        def close(self) -> None:
            """Also wakes whoever reads. Twice is harmless."""
            if self._handle:
                if self._reading is not None:
                    self._reading.cancel()
                _winapi.CloseHandle(self._handle)
                self._handle = 0
