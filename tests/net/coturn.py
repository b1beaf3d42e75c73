"""Debian's coturn as the TURN server that tests run against.

It runs in the foreground as our child, on ports that were free, with everything it writes in a
folder of its own; it never touches the system's configuration, user database or pid file, and the
kernel ends it should the test process die.
"""

import ipaddress
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from notifier.turn.stun import Message, MessageClass, Method, StunError
from notifier.turn.uri import TurnUri
from tests.net.certificates import CertificateKind, issue
from tests.net.namespace import Namespace, tied_to_us

__all__ = ["PASSWORD", "REALM", "USERNAME", "Coturn", "CoturnError"]

PROGRAM = "turnserver"

USERNAME, PASSWORD = "alice", "s3cret-of-alice"
REALM = "turn.test"

START_LIMIT = 20.0
"""Seconds until all listeners must answer; it takes half a second on an idle machine."""

STOP_LIMIT = 10.0
"""Seconds from SIGTERM until the process must be gone; then it is killed."""

_ANSWER_LIMIT = 0.25
"""Seconds for one Binding request before the next is sent."""

_RELAY_PORTS = (20000, 29999)
"""Below Linux's ephemeral ports (32768), so that nothing else takes them by chance."""

_LOG_TAIL = 4000
"""Characters of the log that a failure shows."""


class CoturnError(RuntimeError):
    """The server did not start or stop as it should; the message ends with its log."""


class Coturn:
    """``with Coturn() as server: … server.url("udp") …``"""

    def __init__(
        self,
        namespace: Namespace | None = None,
        *,
        ip: str = "127.0.0.1",
        relay_ip: str | None = None,
        users: Mapping[str, str] | None = None,
        static_auth_secret: str | None = None,
        tls: bool = True,
        certificate: CertificateKind = "good",
        certificate_names: Sequence[str] | None = None,
        user_quota: int | None = None,
        allow_loopback_peers: bool = True,
        denied_peers: Sequence[str] = (),
        max_lifetime: int | None = None,
        extra: Sequence[str] = (),
    ) -> None:
        """Say how it shall run.

        :param namespace: where it listens; None means our own, and then only loopback
        :param ip: the address it listens on
        :param relay_ip: the address it relays from; None means the same
        :param users: passwords by name; None means :data:`USERNAME` and :data:`PASSWORD`
        :param static_auth_secret: time-limited credentials of the TURN REST scheme instead of users
        :param certificate: what is wrong with the server's certificate
        :param certificate_names: host names and addresses in it; None means the usual ones
        :param user_quota: allocations that one user may hold at once
        :param denied_peers: addresses or ranges (``a-b``) it answers 403 for
        :param max_lifetime: the longest allocation it grants, seconds
        :param extra: further lines of turnserver.conf
        """
        if namespace is None and not ipaddress.ip_address(ip).is_loopback:
            raise ValueError(f"{ip} is not loopback: give a namespace")
        self._namespace = namespace
        self._tls = tls
        self._certificate: CertificateKind = certificate
        self._names = certificate_names
        self._process: subprocess.Popen[bytes] | None = None
        self.ip = ip
        self.folder = Path(tempfile.mkdtemp(prefix="cn-coturn-"))
        """Holds configuration, certificates and log until the server is closed without an error."""

        self.log_file = self.folder / "turnserver.log"
        self.ca_file = self.folder / "ca.pem"
        """The authority behind the server's certificate (except behind a self-signed one)."""

        self.port = 0
        """UDP and TCP."""

        self.tls_port = 0
        if static_auth_secret is not None:
            credentials = ["use-auth-secret", f"static-auth-secret={static_auth_secret}"]
        else:
            accounts = {USERNAME: PASSWORD} if users is None else users
            credentials = [f"user={name}:{password}" for name, password in accounts.items()]
        self._options = [
            *("lt-cred-mech", *credentials, f"realm={REALM}", "fingerprint"),
            *(f"listening-ip={ip}", f"relay-ip={relay_ip or ip}"),
            *(f"min-port={_RELAY_PORTS[0]}", f"max-port={_RELAY_PORTS[1]}"),
            *("no-cli", "no-multicast-peers", "no-dtls", "no-rfc5780", "no-tcp-relay"),
            *("simple-log", "no-stdout-log", f"log-file={self.log_file}"),
            *(f"pidfile={self.folder / 'pid'}", f"userdb={self.folder / 'users.sqlite'}"),
            *(["allow-loopback-peers"] if allow_loopback_peers else []),
            *(f"denied-peer-ip={peer}" for peer in denied_peers),
            *([] if user_quota is None else [f"user-quota={user_quota}"]),
            *([] if max_lifetime is None else [f"max-allocate-lifetime={max_lifetime}"]),
            *extra,
        ]

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            error.add_note(f"turnserver's log ({self.log_file}) ends with:\n{self.log_tail()}")
            self.kill()
            return
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Start it, or start it again on the same ports, and wait until it answers.

        :raises CoturnError: when it ended or did not answer within :data:`START_LIMIT`.
        """
        if self._process is not None:
            raise CoturnError("it runs already")
        if not self.port:
            self.port = self._free_port()
            self.tls_port = self._free_port() if self._tls else 0
        with (self.folder / "stdout.txt").open("ab") as output:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.wait()

    def url(self, transport: Literal["udp", "tcp", "tls"], host: str | None = None) -> str:
        """The TURN URI; the host is the IP address unless given."""
        port = self.tls_port if transport == "tls" else self.port
        return str(TurnUri(host or self.ip, port, transport))

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if running and self._process is not None else None

    def stop(self) -> None:
        """End it as an administrator would (SIGTERM).

        :raises CoturnError: when it was gone already, or did not end within :data:`STOP_LIMIT`.
        """
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is not None:
            raise CoturnError(f"it ended by itself ({process.returncode})\n{self.log_tail()}")
        process.terminate()
        try:
            process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise CoturnError(f"it ignored SIGTERM for {STOP_LIMIT:g} s") from None

    def kill(self) -> None:
        """End it at once (SIGKILL): clients are told nothing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def suspend(self) -> None:
        """Make it hang (SIGSTOP): ports stay open, nothing answers. :meth:`kill` still works."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGSTOP)
        # The signal stops its threads one after the other: until the last has stopped, which is
        # when the kernel tells the parent, one of them may still answer.
        deadline = time.monotonic() + STOP_LIMIT
        while os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG) is None:
            if time.monotonic() > deadline:
                raise CoturnError(f"it was not suspended within {STOP_LIMIT:g} s")
            time.sleep(0.005)

    def resume(self) -> None:
        """Undo :meth:`suspend`."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)

    def log_tail(self) -> str:
        """The end of what it wrote."""
        files = (self.folder / "stdout.txt", self.log_file)
        text = "".join(f.read_text(errors="replace") for f in files if f.exists())
        return text[-_LOG_TAIL:]

    def _command(self) -> list[str]:
        options = [*self._options, f"listening-port={self.port}"]
        if self._tls:
            names = ["localhost", "turn.test", *{"127.0.0.1", "::1", self.ip}]
            issued = issue(self.folder, self._certificate, self._names or names)
            options += [f"tls-listening-port={self.tls_port}"]
            options += [f"cert={issued.certificate}", f"pkey={issued.key}"]
        else:
            options += ["no-tls"]
        # Passwords stand in the file, which only we can read, not on the command line.
        file = self.folder / "turnserver.conf"
        file.touch(mode=0o600)
        file.write_text("\n".join(options) + "\n")
        command = tied_to_us(PROGRAM, "-c", str(file))
        return self._namespace.command(*command) if self._namespace else command

    def _socket(self, kind: int) -> socket.socket:
        family = socket.AF_INET6 if ":" in self.ip else socket.AF_INET
        if self._namespace is not None:
            return self._namespace.socket(family, kind)
        return socket.socket(family, kind)

    def _free_port(self) -> int:
        while True:
            with self._socket(socket.SOCK_STREAM) as tcp, self._socket(socket.SOCK_DGRAM) as udp:
                tcp.bind((self.ip, 0))
                port = int(tcp.getsockname()[1])
                try:
                    udp.bind((self.ip, port))
                except OSError:
                    continue
                return port

    def wait(self, limit: float = START_LIMIT) -> None:
        """Wait until it answers over UDP and accepts TCP.

        :param limit: seconds
        :raises CoturnError: when it ended, or did not answer within the limit.
        """
        end = time.monotonic() + limit
        while True:
            if self._process is None or self._process.poll() is not None:
                raise CoturnError(f"turnserver did not start\n{self.log_tail()}")
            if self._answers():
                return
            if time.monotonic() > end:
                raise CoturnError(
                    f"turnserver did not answer within {limit:g} s\n{self.log_tail()}"
                )

    def _answers(self) -> bool:
        request = Message(Method.BINDING, MessageClass.REQUEST)
        try:
            with self._socket(socket.SOCK_DGRAM) as udp:
                udp.settimeout(_ANSWER_LIMIT)
                udp.connect((self.ip, self.port))
                udp.send(request.encode())
                answer = Message.decode(udp.recv(2048))
            if answer.transaction_id != request.transaction_id:
                return False
            for port in (self.port, self.tls_port):
                if port:
                    with self._socket(socket.SOCK_STREAM) as tcp:
                        tcp.settimeout(_ANSWER_LIMIT)
                        tcp.connect((self.ip, port))
        except (OSError, StunError):
            time.sleep(0.02)  # a refusal comes at once: do not spin
            return False
        return True
