"""Which verdict becomes a notification, and why not; never how it is shown."""
