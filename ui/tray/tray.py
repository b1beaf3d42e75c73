"""The tray icon: the state at a glance, and every command one click away.

Facts about trays that shape this file:

* The tray can come after us (at login) or never (GNOME without an extension), and its kind can
  change (:mod:`ui.tray.tray_host`). Qt decides between the kinds when the icon is made, and
  ``isVisible()`` is true without any tray, so that the icon is made only once there is a tray, and
  made anew with each other kind.
* Tooltips are not shown everywhere: what matters stands in the menu's first line as well. They are
  what a screen reader says of the icon.
* While a call goes on, the icon shows how that one is, with a mark of its own. What the call sends
  and receives changes every second; the menu says it less often, and not while it is open.
* Rebuilding a menu while it is open closes it or confuses hosts that mirror it over D-Bus: it is
  built once and its texts change in place. What an entry does never changes, for a run may end
  under the pointer; an entry that has nothing to do is switched off.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from notifier.service.events import ServiceState
from ui.bridge import Bridge
from ui.look import icons
from ui.notifications.message import title
from ui.parts.pause import add_pause_entries
from ui.parts.throttle import Throttle
from ui.parts.tip import tip
from ui.service_like import ServiceLike
from ui.tray.panel import Panel
from ui.tray.tray_host import Kind, TrayHost
from ui.words import call_wording, headline, update_wording, wording

__all__ = [
    "CALL_TEXT_MS",
    "GONE_AFTER_MS",
    "ICON_INTERVAL_MS",
    "NO_TRAY_AFTER_MS",
    "Tray",
]

ICON_INTERVAL_MS = 200
"""At most five changes of the icon a second: some hosts fetch all sizes anew at each."""

CALL_TEXT_MS = 5_000
"""How often the rates of a call change in the menu and the tooltip: hosts mirror every change."""

NO_TRAY_AFTER_MS = 10_000
"""Without a tray for this long after the start, a window is shown instead."""

GONE_AFTER_MS = 4_000
"""The same after one was there: what is started anew has been so by then, as that it died was seen
some seconds late (:data:`ui.tray.tray_host.STAYING_LOOK_MS`)."""

_LINE_CHARACTERS = 72
"""A menu line wider than this would cover half a small screen."""


def _menu_text(text: str) -> str:
    """Shorten to a menu's width; ``&`` would mark a keyboard mnemonic."""
    if len(text) > _LINE_CHARACTERS:
        text = text[: _LINE_CHARACTERS - 1].rstrip() + "…"
    return text.replace("&", "&&")


def _first_line(state: ServiceState) -> str:
    """How a call would go, and when that was found: in few words where the sentence is too long.

    A sentence that is cut can say the opposite of what it says, and GNOME shows no tooltip.
    """
    line = headline.headline(state)[0]
    if len(line) <= _LINE_CHARACTERS or state.last is None:
        return _menu_text(line)
    verdict = state.last.verdict
    text = headline.with_devices(title(verdict), verdict)
    if state.last.demonstration:
        text = headline.demonstrated(text)
    room = _LINE_CHARACTERS - len(headline.told_at("", verdict.timestamp))
    if len(text) > room:
        text = text[: room - 1].rstrip() + "…"
    return _menu_text(headline.told_at(text, verdict.timestamp))


class Tray(QObject):
    """The icon, its tooltip and its menu.

    :param host: what the icon stands in.
    :param panel: what the icon is drawn for.
    :param icon: one that is in a tray already.

    Signals:
        status_wanted: the icon was clicked, or a menu line about the network.
        history_wanted: History was chosen.
        live_wanted: Live call was chosen, or the menu's line about a call.
        settings_wanted: Settings was chosen.
        diagnostics_wanted: Collect diagnostics was chosen.
        about_wanted: About was chosen, or the menu's line about a newer version.
        quit_wanted: Quit was chosen.
        tray_missing: there has been no tray for some seconds; emitted once each time.
        tray_found: the icon is in a tray now; emitted at each (re)appearance.
    """

    status_wanted = Signal()
    history_wanted = Signal()
    live_wanted = Signal()
    settings_wanted = Signal()
    diagnostics_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()
    tray_missing = Signal()
    tray_found = Signal()

    def __init__(
        self,
        service: ServiceLike,
        bridge: Bridge,
        *,
        host: TrayHost,
        panel: Panel,
        icon: QSystemTrayIcon | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._host = host
        self._panel = panel
        self._icon: QSystemTrayIcon | None = None
        self._icon_kind: Kind | None = None
        """What the icon was made for; None until that is known."""
        self._shown: tuple[icons.Look, icons.Ink | None] | None = None
        self._call_line = ""
        self._call_told: tuple[str, str, int | None] | None = None
        self.menu = QMenu()
        self._build_menu()
        self._icon_throttle = Throttle(self._update_icon, ICON_INTERVAL_MS, self)
        self._call_throttle = Throttle(self._update_call, CALL_TEXT_MS, self)
        self._missing_timer = QTimer(self)
        self._missing_timer.setSingleShot(True)
        self._missing_timer.timeout.connect(self.tray_missing)
        host.changed.connect(self._on_host)
        panel.changed.connect(self._icon_throttle.request)
        bridge.state_changed.connect(self._on_state)
        self.menu.aboutToShow.connect(self._on_menu)
        # Queued: the entry that was clicked is triggered after this, and has to be there still.
        self.menu.aboutToHide.connect(
            self._call_throttle.at_once, Qt.ConnectionType.QueuedConnection
        )
        self.update_texts()
        if icon is not None:
            self._use_icon(icon)

    # -- the icon's life ---------------------------------------------------------------------

    def start(self) -> None:
        """Show the icon as soon as there is a tray; keep looking for one."""
        if self._icon is None:
            self._missing_timer.start(NO_TRAY_AFTER_MS)
        self._host.start()
        self._on_host()

    def stop(self) -> None:
        """Take the icon away and stop looking."""
        self._host.stop()
        self._missing_timer.stop()
        self._drop_icon()

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon where there is a tray; also what shows its balloon messages."""
        return self._icon

    def _on_host(self) -> None:
        kind = self._host.kind
        if kind is None:
            return
        if self._icon is not None and not self._fits(self._icon, kind):
            self._drop_icon()
        self._icon_kind = kind
        if kind is Kind.NONE:
            if not self._missing_timer.isActive():
                self._missing_timer.start(GONE_AFTER_MS)
        elif self._icon is None:
            self._missing_timer.stop()
            self._use_icon(QSystemTrayIcon())

    def _fits(self, icon: QSystemTrayIcon, kind: Kind) -> bool:
        """Whether an icon is one of this kind."""
        if self._icon_kind is None:
            # Made before anybody looked: Qt knows the place of one in an XEmbed tray alone.
            return kind is Kind.NATIVE or (kind is Kind.NOTIFIER and icon.geometry().isEmpty())
        return kind is self._icon_kind

    def _use_icon(self, icon: QSystemTrayIcon) -> None:
        icon.setParent(self)
        self._icon = icon
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._shown = None
        self._update_icon()
        self.update_texts()
        self._icon.show()
        self.tray_found.emit()

    def _drop_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    # -- what it shows -----------------------------------------------------------------------

    def _on_state(self) -> None:
        self._icon_throttle.request()
        self.update_texts()

    def _update_icon(self) -> None:
        monochrome = self._service.settings.tray_icons == "monochrome"
        shown = (
            icons.tray_look_of(self._service.state),
            self._panel.ink() if monochrome else None,
        )
        if self._icon is not None and shown != self._shown:
            self._shown = shown
            self._icon.setIcon(icons.icon(*shown))

    def _on_menu(self) -> None:
        self._update_call()
        self.update_texts()

    def _update_call(self) -> None:
        """Say how the call goes, unless somebody is about to click on it."""
        if self.menu.isVisible():
            return
        call = self._service.state.live
        line = "" if call is None else call_wording.short_line(call)
        if line != self._call_line:
            self._call_line = line
            self.call_action.setVisible(bool(line))
            self.call_action.setText(_menu_text(line))
            self._update_tip()

    def _update_tip(self) -> None:
        if self._icon is not None:
            lines = headline.headline(self._service.state)
            text = "\n".join((self._call_line, *lines) if self._call_line else lines)
            if text != self._icon.toolTip():
                self._icon.setToolTip(text)

    def update_texts(self) -> None:
        """Bring the tooltip and the menu up to date."""
        state = self._service.state
        call = state.live
        told = None if call is None else (call.call_id, call.state, call.code)
        if told != self._call_told:
            self._call_told = told
            self._call_throttle.at_once()
        elif call is not None:
            self._call_throttle.request()
        self._update_tip()
        lines = headline.headline(state)
        self.status_action.setText(_first_line(state))
        self.status_action.setToolTip(tip("\n".join(lines)))
        unsure = headline.unsure_note(state)
        self.unsure_action.setVisible(bool(unsure))
        self.unsure_action.setText(_menu_text(unsure))
        self.demonstration_action.setVisible(state.demonstration)
        paused = state.paused_until
        self.paused_action.setVisible(paused is not None)
        if paused is not None:
            self.paused_action.setText(_menu_text(headline.pause_note(paused)))
        quiet = state.quiet_until
        self.quiet_note_action.setVisible(quiet is not None)
        if quiet is not None:
            self.quiet_note_action.setText(
                self.tr("Quiet until {time}").format(time=headline.until(quiet))
            )
        self.quiet_action.setVisible(quiet is None)
        self.tell_action.setVisible(quiet is not None)
        self.limit_action.setVisible(paused is None and state.limit is not None)
        if state.limit is not None:
            self.limit_action.setText(_menu_text(wording.limit(state.limit)))
        self.update_action.setVisible(state.update is not None)
        if state.update is not None:
            self.update_action.setText(_menu_text(update_wording.line(state.update)))
        self.pauses.show_state(state)
        self.test_action.setEnabled(state.progress is None)
        self.cancel_action.setEnabled(state.progress is not None)
        if state.progress is None:
            self.cancel_action.setText(self.tr("&Cancel the test"))
        else:
            self.cancel_action.setText(
                self.tr("&Cancel the test — {percent} %").format(
                    percent=wording.number(state.progress.fraction * 100)
                )
            )

    # -- the menu ----------------------------------------------------------------------------

    def _build_menu(self) -> None:
        menu = self.menu
        menu.setToolTipsVisible(True)
        self.call_action = QAction(menu)
        self.call_action.setVisible(False)
        self.call_action.triggered.connect(self.live_wanted)
        self.status_action = QAction(menu)
        self.status_action.triggered.connect(self.status_wanted)
        self.unsure_action = QAction(menu)
        self.unsure_action.triggered.connect(self.status_wanted)
        self.demonstration_action = QAction(menu)
        self.demonstration_action.setText(_menu_text(headline.demonstration_note()))
        self.demonstration_action.triggered.connect(self.settings_wanted)
        self.paused_action = QAction(menu)
        self.paused_action.setEnabled(False)
        self.quiet_note_action = QAction(menu)
        self.quiet_note_action.setEnabled(False)
        self.limit_action = QAction(menu)
        self.limit_action.setEnabled(False)
        self.update_action = QAction(menu)
        self.update_action.triggered.connect(self.about_wanted)
        menu.addActions(
            [
                self.call_action,
                self.status_action,
                self.unsure_action,
                self.demonstration_action,
                self.paused_action,
                self.quiet_note_action,
                self.limit_action,
                self.update_action,
            ]
        )
        menu.addSeparator()
        self.test_action = menu.addAction(self.tr("&Test now"))
        self.test_action.triggered.connect(self._test)
        self.cancel_action = QAction(menu)
        self.cancel_action.triggered.connect(self._cancel)
        menu.addAction(self.cancel_action)
        self.history_action = menu.addAction(self.tr("&History…"))
        self.history_action.triggered.connect(self.history_wanted)
        self.live_action = menu.addAction(self.tr("&Live call…"))
        self.live_action.triggered.connect(self.live_wanted)
        self.pauses = add_pause_entries(menu, self._service)
        self.quiet_action = menu.addAction(self.tr("Quiet for t&oday"))
        self.quiet_action.triggered.connect(lambda: self._service.quiet_for_today())
        self.tell_action = menu.addAction(self.tr("Tell me a&gain"))
        self.tell_action.triggered.connect(lambda: self._service.end_quiet())
        menu.addSeparator()
        self.settings_action = menu.addAction(self.tr("&Settings…"))
        self.settings_action.triggered.connect(self.settings_wanted)
        self.diagnostics_action = menu.addAction(self.tr("Collect &diagnostics…"))
        self.diagnostics_action.triggered.connect(self.diagnostics_wanted)
        self.about_action = menu.addAction(self.tr("&About…"))
        self.about_action.triggered.connect(self.about_wanted)
        menu.addSeparator()
        self.quit_action = menu.addAction(self.tr("&Quit"))
        self.quit_action.triggered.connect(self.quit_wanted)

    def _test(self) -> None:
        # Asked again: a host that mirrors the menu may not have heard yet that it is switched off.
        if self._service.state.progress is None:
            self._service.run_now()

    def _cancel(self) -> None:
        if self._service.state.progress is not None:
            self._service.cancel_run()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # Context is the menu's own; GNOME's extension sends DoubleClick, everybody else Trigger.
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.status_wanted.emit()
