"""A real desktop session for tests: display, bus, tray host, notification daemon."""
