"""The tests. A package, so that ``tests.net`` is found before any other ``tests`` installed."""
