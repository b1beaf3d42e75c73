"""The window that a click on the icon opens."""
