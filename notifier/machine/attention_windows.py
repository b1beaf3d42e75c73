"""What Windows says of notifications: ``SHQueryUserNotificationState`` of shell32.

A full-screen program counts, a game in Direct3D too; presentation settings; and the quiet hour
after the first log-in. Focus Assist ("do not disturb") is not in it: the system itself holds
notifications back then, and shows them afterwards. A locked screen is none of this: what is told
meanwhile waits in the notification centre.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notifier.machine.attention import Attention

__all__ = ["ANSWERS", "ask"]

ANSWERS: Mapping[int, "Attention"] = {
    2: "full-screen",  # QUNS_BUSY
    3: "full-screen",  # QUNS_RUNNING_D3D_FULL_SCREEN
    4: "presentation",  # QUNS_PRESENTATION_MODE
    6: "do-not-disturb",  # QUNS_QUIET_TIME
}
"""QUERY_USER_NOTIFICATION_STATE (shellapi.h). Not in here: 1 nobody is there, 5 accepts, 7 a
full-screen program of the store, over which notifications are shown."""


def ask() -> "Attention | None":
    """What Windows says; None where it accepts notifications, or does not answer, and elsewhere."""
    if sys.platform == "win32":
        import ctypes

        state = ctypes.c_int(0)
        result = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return ANSWERS.get(state.value) if result == 0 else None
    return None
