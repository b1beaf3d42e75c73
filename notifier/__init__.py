"""Call Notifier's engine: measures the way to the TURN servers, forecasts a call, and tells.

Works as a library and from the command line without a display; never imports Qt.
"""

__version__ = "0.2.0"
