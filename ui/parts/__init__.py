"""Widgets and drawing that any window may use; they know nothing of what they show."""
