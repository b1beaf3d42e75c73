"""The desktop front end: tray, notifications and windows, on Qt."""
