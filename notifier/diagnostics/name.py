"""What the archive is called, where nobody says otherwise."""

import time
from datetime import datetime

__all__ = ["default_name"]


def default_name(now: float | None = None) -> str:
    """A name for the archive, with the date.

    :param now: seconds since 1970; None: now.
    """
    day = datetime.fromtimestamp(time.time() if now is None else now).astimezone()
    return f"call-notifier-diagnostics-{day:%Y-%m-%d}.zip"
