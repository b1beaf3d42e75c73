"""The settings window, and the form and the trial of a server."""
