"""Whether this person has been greeted: the assistant of the first start comes up by itself once.

Kept in a file and not in the settings: nobody has set anything, and a settings file that is copied
to another machine does not say that its new owner was asked.
"""

import logging

from notifier.settings.atomic import create
from notifier.settings.paths import Paths

__all__ = ["greet_once"]

_FILE = "greeted"

logger = logging.getLogger(__name__)


def greet_once(paths: Paths) -> bool:
    """Return True at the first call ever of this person, and False afterwards.

    False as well where that can't be written down: who can't keep a file would be greeted at each
    log-in.
    """
    try:
        return create(paths.state_dir / _FILE, b"")
    except OSError as error:
        logger.info("the assistant does not come up by itself: %s", error)
        return False
