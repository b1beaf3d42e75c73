"""Qt's view of the network, as one more reason to test again; never as a verdict.

What Qt can tell depends on the backend it finds (NetworkManager, connman or only GLib), and none
of them knows whether a call works. A backend that isn't there costs nothing: the engine watches
the kernel's own messages by itself.
"""

import logging

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation

from ui.service_like import ServiceLike

__all__ = ["NetworkTrigger"]

logger = logging.getLogger(__name__)

_Feature = QNetworkInformation.Feature


class NetworkTrigger(QObject):
    """Tells the service when reachability or the medium changes.

    Needs the QApplication, and its thread. ``backend`` names what was found, for diagnostics.
    """

    def __init__(self, service: ServiceLike, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self.backend: str | None = None
        wanted = (_Feature.Reachability | _Feature.TransportMedium, _Feature.Reachability)
        if not any(QNetworkInformation.loadBackendByFeatures(features) for features in wanted):
            logger.info("Qt has no means to watch the network here")
            return
        information = QNetworkInformation.instance()
        self.backend = information.backendName()
        information.reachabilityChanged.connect(self._changed)
        if information.supports(_Feature.TransportMedium):
            information.transportMediumChanged.connect(self._changed)

    def _changed(self, value: object) -> None:
        logger.debug("Qt sees a change of the network: %s", value)
        self._service.network_changed()
