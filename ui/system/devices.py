"""Whether there is a microphone or a camera, and when that changes.

Qt knows what the desktop offers to calls (through PulseAudio, say), and tells when something is
plugged in. It can't tell "none" from "could not look": where the sound service is away it lists
nothing. So "none" is believed only where the kernel knows of no device either. Devices are listed,
never opened.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from notifier.machine.media import media_device_present
from ui.service_like import ServiceLike

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices

__all__ = ["MediaDevices", "judged"]

logger = logging.getLogger(__name__)


def judged(listed: bool | None, kernel: Callable[[], bool | None]) -> bool | None:
    """Return whether a device exists; None where that can't be told.

    :param listed: Qt lists one; None where Qt can't look.
    :param kernel: asks the kernel, and is asked only where Qt lists nothing.
    """
    if listed:
        return True
    return False if listed is False and kernel() is False else None


def _qt_devices(parent: QObject) -> "QMediaDevices | None":
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        # A system library of QtMultimedia (libpulse) is missing.
        logger.info("Microphones and cameras can't be listed: %s", error)
        return None
    return QMediaDevices(parent)


class MediaDevices(QObject):
    """Tells the service at once, and again at each change.

    Made on the thread of the windows, after the start: QtMultimedia costs 16 MB and 0.2 s.
    """

    def __init__(
        self,
        service: ServiceLike,
        *,
        kernel: Callable[[], bool | None] = media_device_present,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._kernel = kernel
        self._told: bool | None = None
        self._devices = _qt_devices(self)
        if self._devices is not None:
            self._devices.audioInputsChanged.connect(self._look)
            self._devices.videoInputsChanged.connect(self._look)
        self._tell(self._present())

    def _listed(self) -> bool | None:
        if self._devices is None:
            return None
        return bool(self._devices.audioInputs() or self._devices.videoInputs())

    def _present(self) -> bool | None:
        return judged(self._listed(), self._kernel)

    def _look(self) -> None:
        present = self._present()
        if present != self._told:
            self._tell(present)

    def _tell(self, present: bool | None) -> None:
        self._told = present
        self._service.media_devices_changed(present)
