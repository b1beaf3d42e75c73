"""The window over what was: timeline, graphs, tests, calls, two side by side."""
