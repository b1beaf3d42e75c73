"""A D-Bus session bus of our own: nothing is on it, and it starts nothing by itself."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

__all__ = ["session_bus"]

END_LIMIT_S = 10.0

# Without the system's own services: the bus would start a key ring of its own accord, locked.
_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:{place}</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def session_bus(
    folder: Path,
    environ: Mapping[str, str] | None = None,
    *,
    socket: Path | None = None,
    services: Path | Literal["standard"] | None = None,
) -> Iterator[str]:
    """Run a bus until the block is left; yields its address.

    :param folder: where its configuration is written.
    :param environ: the environment of the bus; ours where there is none.
    :param socket: where it listens, for a bus that comes back; else some new place. At most 107
        bytes, so it cannot lie beside the configuration everywhere.
    :param services: a folder that says what the bus starts when it is called, or the system's own
        ("standard"); else it starts nothing.
    """
    configuration = folder / "bus.conf"
    place = f"path={socket}" if socket else f"tmpdir={tempfile.gettempdir()}"
    if services == "standard":
        started = "<standard_session_servicedirs/>"
    else:
        started = f"<servicedir>{services}</servicedir>" if services else ""
    configuration.write_text(_CONFIGURATION.format(place=place, services=started))
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=None if environ is None else dict(environ),
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address, "the message bus did not start"
            yield address
        finally:
            process.terminate()
            try:
                process.wait(END_LIMIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
