"""The servers of the last test, each with its ways in: which work, how far they are, why not.

A server is reached over UDP, TCP or TLS, each under an address of its own. Each has a mark and a
word; one that fails has the reason, and the first of those with the same reason what can be done.
Addresses and raw reasons, which are for whoever runs the server, are shown when asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from notifier.measurement import ServerEntry
from notifier.settings.model import ServerSetting
from notifier.turn.uri import TurnUriError, parse_turn_uri
from ui.look import icons
from ui.look.icons import Look, Shape
from ui.parts.clear_button import ClearButton
from ui.parts.label import Text
from ui.parts.tip import tip
from ui.words import wording
from ui.words.joined import sentences

__all__ = ["Server", "ServerList", "Way", "server_help", "servers_of", "ways_of"]


_HELP: Mapping[str, object] = {
    "timeout": QT_TRANSLATE_NOOP(
        "server_list",
        "Check that web pages open. If they do, a firewall may hold this way up.",
    ),
    "refused": QT_TRANSLATE_NOOP(
        "server_list", "Check the address in the settings, or ask whoever runs it."
    ),
    "dns": QT_TRANSLATE_NOOP("server_list", "Check its spelling in the settings."),
    "tls": QT_TRANSLATE_NOOP(
        "server_list", "Check this computer's clock, and tell whoever runs the server."
    ),
    "unauthorized": QT_TRANSLATE_NOOP(
        "server_list", "Check them in the settings, or ask whoever gave them to you."
    ),
    "forbidden": QT_TRANSLATE_NOOP("server_list", "Tell whoever runs it."),
    "quota": QT_TRANSLATE_NOOP(
        "server_list", "Close other calls and try again, or ask whoever runs it for more."
    ),
    "relay-blocked": QT_TRANSLATE_NOOP("server_list", "Tell whoever runs it."),
    "protocol": QT_TRANSLATE_NOOP("server_list", "Check the address in the settings."),
}


def server_help(code: str | None) -> str:
    """Return what can be done about a server's error; empty where nobody knows."""
    if code is None or code not in _HELP:
        return ""
    return QCoreApplication.translate("server_list", str(_HELP[code]))


@dataclass(frozen=True, slots=True)
class Way:
    """One address of a server."""

    url: str
    transport: str
    entry: ServerEntry | None
    """None where it was not tested yet."""

    detail: str = ""
    """The raw words behind its error."""

    @property
    def shape(self) -> Shape:
        """The drawing for how it is."""
        if self.entry is None:
            return Shape.UNKNOWN
        return Shape.GOOD if self.entry.works else Shape.BAD


@dataclass(frozen=True, slots=True)
class Server:
    """One server and its addresses."""

    name: str
    ways: tuple[Way, ...]


def ways_of(
    entries: Sequence[ServerEntry], details: Mapping[str, str] | None = None
) -> tuple[Way, ...]:
    """What was found at each address, in their order.

    :param details: raw reasons by address.
    """
    raw = details or {}
    return tuple(Way(e.url, e.transport, e, raw.get(e.url, "")) for e in entries)


def servers_of(
    settings: Sequence[ServerSetting],
    entries: Sequence[ServerEntry],
    details: Mapping[str, str] | None = None,
) -> tuple[Server, ...]:
    """Put what was found beside what is in the settings.

    Servers come in the order of the settings, then those of an older test that are not there any
    more, by the name that they had.

    :param details: raw reasons by address.
    """
    raw = details or {}
    found = {entry.url: entry for entry in entries}
    servers = [
        Server(
            setting.label or _host(setting.urls[0]),
            tuple(Way(url, _transport(url), found.pop(url, None), raw.get(url, ""))
                  for url in setting.urls),
        )
        for setting in settings
    ]  # fmt: skip
    by_name: dict[str, list[ServerEntry]] = {}
    for entry in found.values():
        by_name.setdefault(entry.provider, []).append(entry)
    older = (Server(name, ways_of(left, raw)) for name, left in by_name.items())
    return (*servers, *older)


def _host(url: str) -> str:
    try:
        return parse_turn_uri(url).host
    except TurnUriError:
        return url


def _transport(url: str) -> str:
    try:
        return parse_turn_uri(url).transport
    except TurnUriError:
        return ""


class ServerList(QWidget):
    """One block for each server."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._servers: tuple[Server, ...] = ()
        self._advise = True
        self._marks: list[tuple[QLabel, Shape]] = []
        self._raw: list[Text] = []
        line = self.fontMetrics().height()
        self._side = line
        self._helped: set[str] = set()
        """Errors that the list says already what to do about."""

        self._rows = QWidget(self)
        self._grid = self._new_grid(self._rows)
        self.heading = Text(self.tr("Call servers"), self, bold=True)
        self.details = ClearButton(self.tr("Show &addresses and technical reasons"), self)
        self.details.setCheckable(True)
        self.details.setFlat(True)
        self.details.setAutoDefault(False)
        self.details.toggled.connect(self._show_raw)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(line // 2)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.details)
        self._column.addLayout(top)
        self._column.addWidget(self._rows)

    def show_servers(self, servers: tuple[Server, ...], *, advise: bool = True) -> None:
        """Show these; nothing happens where they are the same as before.

        :param advise: what can be done about one that fails is said beside it.
        """
        if (servers, advise) == (self._servers, self._advise):
            return
        self._servers, self._advise = servers, advise
        old = self._rows
        self._rows = QWidget(self)
        self._grid = self._new_grid(self._rows)
        self._marks, self._raw = [], []
        self._helped = set()
        row = 0
        for server in servers:
            row = self._add(server, row)
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        self._rows.show()
        self._show_raw(self.details.isChecked())

    def _new_grid(self, place: QWidget) -> QGridLayout:
        line = self.fontMetrics().height()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(line // 2)
        grid.setVerticalSpacing(line // 3)
        grid.setColumnStretch(2, 1)
        return grid

    def _add(self, server: Server, row: int) -> int:
        if row:
            self._grid.setRowMinimumHeight(row, self._side // 4)
            row += 1
        name = Text(server.name, self._rows, bold=True)
        self._grid.addWidget(name, row, 0, 1, 3)
        row += 1
        for way in server.ways:
            mark = QLabel(self._rows)
            mark.setFixedSize(self._side, self._side)
            self._marks.append((mark, way.shape))
            icons.draw(Look(way.shape), mark, self._side)
            transport = Text(wording.transport(way.transport), self._rows, wrap=False)
            state = Text(self._state(way), self._rows)
            word = _mark_word(way)
            mark.setAccessibleName(word)
            state.setAccessibleName(f"{server.name}, {transport.text()}: {word}. {state.text()}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(transport, row, 1, top)
            self._grid.addWidget(state, row, 2)
            raw = Text(
                f"{way.url}\n{way.detail}" if way.detail else way.url, self._rows, faint=True
            )
            for part in (mark, transport, state):
                part.setToolTip(tip(raw.text()))
            self._raw.append(raw)
            self._grid.addWidget(raw, row + 1, 2)
            row += 2
        return row

    def _state(self, way: Way) -> str:
        """How it is, in a line; why it fails, and what to do if that does not stand above."""
        entry = way.entry
        if entry is None:
            return _mark_word(way)
        if entry.works:
            if entry.rtt_ms is None:
                return _mark_word(way)
            return QCoreApplication.translate("server_list", "Works, {time} there and back").format(
                time=wording.milliseconds(entry.rtt_ms.median)
            )
        why, help_ = wording.server_error(entry.error), server_help(entry.error)
        if not help_ or not self._advise or entry.error in self._helped:
            return why
        self._helped.add(str(entry.error))
        return sentences((why, help_))

    def _show_raw(self, shown: bool) -> None:
        for raw in self._raw:
            raw.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            for mark, shape in self._marks:
                icons.draw(Look(shape), mark, self._side)


def _mark_word(way: Way) -> str:
    if way.entry is None:
        return QCoreApplication.translate("server_list", "Not tested yet")
    if way.entry.works:
        return QCoreApplication.translate("server_list", "Works")
    return QCoreApplication.translate("server_list", "Fails")
