"""The icon in whatever tray there is, and its menu."""
